// `entente recovery`: officers who together bring back a lost key, and the bringing back.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import {
  dismissFromRecovery,
  enrolForRecovery,
  openHome,
  recoverKeys,
  recoveryFiles,
  recoveryOfficers,
} from "../../node/index.ts";
import { type Identity, makeIdentity, parseIdentity, parseRecipient, recipientOf } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { readText, unwritable } from "../files.ts";
import { fileOption } from "../side/fields.ts";
import { writeSecret } from "./secret-file.ts";

const officer = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, "not lowercase letters, digits and hyphens, 2 to 40");

const enrolOptions = z
  .object({ officer, recipient: z.string().optional(), keyFile: fileOption.optional() })
  .refine((given) => (given.recipient === undefined) !== (given.keyFile === undefined), {
    path: ["recipient"],
    message: "give either the officer's recipient or a new file for a key",
  });

export async function recoveryEnrol(call: Call): Promise<Outcome> {
  const given = readCall(enrolOptions, call);
  if (isRefusal(given)) return given;
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const keyFile = given.keyFile === undefined ? undefined : call.terminal.path(given.keyFile);
  if (keyFile !== undefined && existsSync(keyFile)) return unwritable(keyFile, "it is there already");
  const identity = keyFile === undefined ? undefined : makeIdentity(nativeSuite, "hybrid");
  const recipient = identity ? recipientOf(nativeSuite, identity) : parseRecipient(given.recipient ?? "");
  if (isRefusal(recipient)) return recipient;
  if (identity && keyFile !== undefined) {
    const refused = writeSecret(keyFile, { identity, recipient });
    if (refused) return refused;
  }
  const refused = enrolForRecovery(home.recovery, { id: given.officer, recipient });
  if (refused) return refused;
  const officers = recoveryOfficers(home.recovery.recovery).map((one) => one.id);
  return done(
    [
      `${given.officer} is enrolled for recovery.`,
      ...(keyFile === undefined ? [] : [`Key file: ${keyFile} (for the officer alone; not on this machine)`]),
      officers.length > 1
        ? `Any two of ${officers.join(", ")} bring back a lost key.`
        : "Nothing can be recovered yet: it takes two officers.",
      `Keep a copy of ${home.recovery.recovery} with every backup: without it the officers' keys open nothing.`,
    ],
    { officer: given.officer, recipient, officers, ...(keyFile === undefined ? {} : { keyFile }) },
  );
}

export async function recoveryDismiss(call: Call): Promise<Outcome> {
  const given = readCall(z.object({ officer }), call);
  if (isRefusal(given)) return given;
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const refused = dismissFromRecovery(home.recovery, given.officer);
  if (refused) return refused;
  const officers = recoveryOfficers(home.recovery.recovery).map((one) => one.id);
  return done(
    [
      `${given.officer} is enrolled no more.`,
      "Copies made before still open with the old key and another's: destroy them, or rotate the keys.",
    ],
    { officer: given.officer, officers },
  );
}

export async function recoveryList(call: Call): Promise<Outcome> {
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const officers = recoveryOfficers(home.recovery.recovery);
  const files = recoveryFiles(home.recovery.recovery);
  const keys = [...new Set(files.map((one) => one.key))].map((key) => ({
    key,
    pairs: files.filter((one) => one.key === key).map((one) => one.officers),
    here: existsSync(join(home.recovery.keys, `${key}.json`)),
  }));
  const lines = [
    `Officers: ${officers.map((one) => one.id).join(", ") || "none"}`,
    ...keys.map(({ key, pairs, here }) => `${key}  ${pairs.length} pairs  ${here ? "here" : "LOST"}`),
  ];
  return done(lines, { officers, keys });
}

const recoverOptions = z.object({
  keyFile: z.array(z.string().min(1)).length(2, "two officers' key files are needed: give it twice"),
  from: fileOption.optional(),
});

export async function recoveryRecover(call: Call): Promise<Outcome> {
  const given = readCall(recoverOptions, call);
  if (isRefusal(given)) return given;
  const home = openHome(call.globals.home);
  if (isRefusal(home)) return home;
  const identities: Identity[] = [];
  for (const file of given.keyFile) {
    const identity = identityIn(call.terminal.path(file));
    if (isRefusal(identity)) return identity;
    identities.push(identity);
  }
  const [first, second] = identities;
  if (!first || !second) return refuse("node.recoveryNeedsTwo");
  const from = given.from === undefined ? home.recovery.recovery : call.terminal.path(given.from);
  const result = recoverKeys({ folders: home.recovery, from, identities: [first, second] });
  if (isRefusal(result)) return result;
  return done(
    [
      ...result.recovered.map((key) => `Recovered: ${key}`),
      ...result.present.map((key) => `Was there: ${key}`),
      "A running node finds the keys by itself.",
    ],
    { ...result },
  );
}

/** The identity in an age identity file: one line that is no comment (age-keygen writes it so). */
function identityIn(file: string): Identity | Refusal {
  const text = readText(file);
  if (isRefusal(text)) return text;
  const lines = text.split("\n").map((line) => line.trim());
  return parseIdentity(lines.find((line) => line !== "" && !line.startsWith("#")) ?? "");
}
