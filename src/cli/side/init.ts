// `entente init`: makes a side. `entente card`: tells its card again.

import { join } from "node:path";
import { cardFingerprint } from "../../acts/index.ts";
import { isRefusal, z } from "../../base/index.ts";
import { createHome, type Home, openHome } from "../../node/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { writeAgain } from "../files.ts";
import { listenOption, namesOption, weekendOption } from "./fields.ts";

const options = z.object({
  party: z.string(),
  name: namesOption,
  address: z.url({ protocol: /^https?$/, error: "not an http or https address" }),
  zone: z.string(),
  weekend: weekendOption.default([6, 7]),
  listen: listenOption.default({ host: "127.0.0.1", port: 8400 }),
  demonstration: z.iso.datetime("not an instant in UTC, such as 2021-11-24T08:00:00Z").optional(),
  notice: z.string().min(1).max(400).default("Demonstration: a story is told, and its clock is set by hand."),
});

export async function init(call: Call): Promise<Outcome> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  const { party, name, address, zone, weekend, listen, demonstration, notice } = given;
  const home = createHome({
    folder: call.globals.home,
    party,
    names: name,
    address,
    zone,
    weekend,
    listen,
    ...(demonstration === undefined ? {} : { demonstration: { storyClock: demonstration, notice } }),
  });
  if (isRefusal(home)) return home;
  return told(home, [`The side ${party} is in ${home.folder}.`]);
}

export async function card(call: Call): Promise<Outcome> {
  const home = openHome(call.globals.home);
  return isRefusal(home) ? home : told(home, []);
}

function told(home: Home, before: readonly string[]): Outcome {
  const { card } = home.config;
  const file = join(home.folder, "card.json");
  const refused = writeAgain(file, `${JSON.stringify(card, null, 2)}\n`);
  if (refused) return refused;
  const fingerprint = cardFingerprint(nativeSuite, card);
  return done(
    [
      ...before,
      `Card: ${file}`,
      `Fingerprint: ${fingerprint}`,
      "Give the card to the other side, and have the fingerprint read aloud by someone you know there.",
    ],
    { home: home.folder, card: file, fingerprint, party: card.party },
  );
}
