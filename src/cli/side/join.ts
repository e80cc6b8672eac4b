// `entente join`: founds an accord between this side's card and the other's, or takes the founding the other side made.
// Every founding is kept in the home: with the keys it is all that a side needs to begin again from an empty database.

import { mkdirSync } from "node:fs";
import { join as joinPath } from "node:path";
import { type Founding, foundingDigest, parseCard, parseFounding } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import { type Home, joinAccord, openHome, openStore } from "../../node/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { readJson, writeAgain } from "../files.ts";
import { fileOption, namesOption } from "./fields.ts";
import { usualLabels } from "./labels.ts";

const options = z.object({
  card: fileOption.optional(),
  founding: fileOption.optional(),
  first: z.string().optional(),
  name: namesOption.optional(),
  labels: fileOption.optional(),
  cap: z.string().default("restricted"),
});

type Options = z.infer<typeof options>;

export async function join(call: Call): Promise<Outcome> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  if ((given.card === undefined) === (given.founding === undefined))
    return refuse("cli.usage", { option: "--card", problem: "one of --card and --founding is to be given" });
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const founding =
    given.founding === undefined ? newFounding({ call, home, given }) : foundingIn(call.terminal.path(given.founding));
  if (isRefusal(founding)) return founding;
  const store = await openStore(home);
  if (isRefusal(store)) return store;
  const joined = await joinAccord({ home, store, founding });
  await store.close();
  if (isRefusal(joined)) return joined;
  const file = keepFounding(home, { founding, accord: joined.row.accord });
  if (isRefusal(file)) return file;
  const fingerprint = foundingFingerprint(founding);
  const { accord, own, other } = joined.row;
  return done(
    [
      `The accord ${accord} of ${own} with ${other} ${joined.done === "added" ? "is" : "was already"} founded here.`,
      `Founding: ${file}`,
      `Fingerprint: ${fingerprint}`,
      given.founding === undefined
        ? "Give the founding to the other side, which joins with --founding; compare the fingerprint by voice."
        : "Compare the fingerprint by voice with the other side.",
      "A running node takes the accord up when it is started again.",
    ],
    { accord, own, other, founding: file, fingerprint, done: joined.done },
  );
}

function newFounding(input: { call: Call; home: Home; given: Options }): Founding | Refusal {
  const { call, home, given } = input;
  const missing = (option: string) => refuse("cli.usage", { option, problem: "it is needed to make a founding" });
  if (given.card === undefined) return missing("--card");
  if (given.first === undefined) return missing("--first");
  if (given.name === undefined) return missing("--name");
  const read = readJson(call.terminal.path(given.card));
  if (isRefusal(read)) return read;
  const theirs = parseCard(read.value);
  if (isRefusal(theirs)) return theirs;
  const ours = home.config.card;
  const parties: readonly string[] = [ours.party, theirs.party];
  if (!parties.includes(given.first)) return refuse("cli.notFirst", { first: given.first, parties });
  let labels: unknown = usualLabels;
  if (given.labels !== undefined) {
    const policy = readJson(call.terminal.path(given.labels));
    if (isRefusal(policy)) return policy;
    labels = policy.value;
  }
  return parseFounding({
    entente: "founding/1",
    names: given.name,
    cards: given.first === ours.party ? [ours, theirs] : [theirs, ours],
    labels,
    cap: given.cap,
  });
}

export function foundingIn(file: string): Founding | Refusal {
  const read = readJson(file);
  return isRefusal(read) ? read : parseFounding(read.value);
}

/** Where the foundings of a side's accords are kept, one file an accord. */
export function foundingsFolder(home: Pick<Home, "folder">): string {
  return joinPath(home.folder, "foundings");
}

function keepFounding(home: Home, kept: { founding: Founding; accord: string }): string | Refusal {
  mkdirSync(foundingsFolder(home), { recursive: true, mode: 0o700 });
  const text = `${JSON.stringify(kept.founding, null, 2)}\n`;
  const shared = joinPath(home.folder, "founding.json");
  const file = joinPath(foundingsFolder(home), `${kept.accord}.json`);
  return writeAgain(file, text) ?? writeAgain(shared, text) ?? shared;
}

/**
 * The founding's SHA-256 in sixteen groups of four hexadecimal digits, to be read aloud. The first eight name the
 * accord.
 */
export function foundingFingerprint(founding: Founding): string {
  const digits = foundingDigest(nativeSuite, founding).slice("sha256:".length);
  return (digits.match(/.{4}/g) ?? []).join(" ");
}
