// What is kept so that a service's lost key comes back by two officers together and by none alone: for every key of a
// service and every two enrolled officers, the key's own file in an age file sealed to the one, and that in an age file
// sealed to the other. No scheme of our own: two officers with a stock `age` need nothing else (docs/operations.md).
//
// The files are ciphertext and may lie with every backup. They are names of keys and officers, and no secret.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isSealingRecipient } from "../../acts/index.ts";
import { Fault, hex, isRefusal, utf8, z } from "../../base/index.ts";
import { type Recipient, sealWhole } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { writeJson } from "../json-file.ts";

/** An officer whose recovery key, with another's, brings a lost key back. */
export interface RecoveryOfficer {
  readonly id: string;
  /** The public half; the private one is with the officer, in a file or on paper. */
  readonly recipient: Recipient;
}

export interface RecoveryFolders {
  /** The home's keys. */
  readonly keys: string;
  /** What is kept for their recovery. */
  readonly recovery: string;
}

const officerId = "[a-z][a-z0-9-]{1,39}";

const enrolledSchema = z.array(
  z.strictObject({
    id: z.string().regex(new RegExp(`^${officerId}$`)),
    recipient: z.string().refine(isSealingRecipient, "an age recipient"),
  }),
);

const keyShape = "(?:service|sealing)\\.[a-z][a-z0-9-]{1,39}\\.[A-Za-z0-9_-]{43}";
const keyName = new RegExp(`^(${keyShape})\\.json$`);
/** The key, the two officers, and which two recipients it is sealed to. */
const fileShape = new RegExp(`^(${keyShape})\\.(${officerId})\\.(${officerId})\\.[0-9a-f]{16}\\.age$`);

/** The officers enrolled now, by their ids. */
export function recoveryOfficers(folder: string): readonly RecoveryOfficer[] {
  const file = join(folder, "officers.json");
  if (!existsSync(file)) return [];
  const parsed = enrolledSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.success) throw new Fault("node.badRecovery", `${file}: ${parsed.error.issues[0]?.message}`);
  return parsed.data.map(({ id, recipient }) => ({ id, recipient: parsedRecipient(recipient) }));
}

/** Writes who is enrolled, then every file that follows from it. */
export function writeRecoveryOfficers(folders: RecoveryFolders, officers: readonly RecoveryOfficer[]): void {
  mkdirSync(folders.recovery, { recursive: true, mode: 0o700 });
  const sorted = officers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  writeJson(join(folders.recovery, "officers.json"), sorted);
  syncRecovery(folders);
}

export interface RecoveryFile {
  /** The key's file without its ending. */
  readonly key: string;
  readonly officers: readonly [string, string];
  readonly path: string;
}

/** The recovery files of a folder, a home's or a copy. */
export function recoveryFiles(folder: string): readonly RecoveryFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [, key, first, second] = fileShape.exec(file) ?? [];
      if (key === undefined || first === undefined || second === undefined) return [];
      return [{ key, officers: [first, second] as const, path: join(folder, file) }];
    });
}

/**
 * Makes the folder hold one file for every key and every two officers, and none for those who are enrolled no more.
 * What a crash leaves undone, the next call does. With fewer than two officers there is nothing to keep.
 */
export function syncRecovery(folders: RecoveryFolders): void {
  if (!existsSync(join(folders.recovery, "officers.json"))) return;
  const wanted = new Set<string>();
  const pairs = pairsOf(recoveryOfficers(folders.recovery));
  for (const file of readdirSync(folders.keys).sort()) {
    const key = keyName.exec(file)?.[1];
    if (key === undefined) continue;
    for (const [first, second] of pairs) {
      const name = `${key}.${first.id}.${second.id}.${pairDigest(first, second)}.age`;
      wanted.add(name);
      const path = join(folders.recovery, name);
      if (existsSync(path)) continue;
      // Renamed into place: a file that was cut off would pass for one that can be opened.
      writeFileSync(`${path}.new`, nested(readFileSync(join(folders.keys, file)), [first, second]), {
        mode: 0o600,
        flush: true,
      });
      renameSync(`${path}.new`, path);
    }
  }
  for (const file of recoveryFiles(folders.recovery))
    if (!wanted.has(file.path.slice(folders.recovery.length + 1))) rmSync(file.path);
}

function pairsOf(officers: readonly RecoveryOfficer[]): readonly (readonly [RecoveryOfficer, RecoveryOfficer])[] {
  return officers.flatMap((first, i) => officers.slice(i + 1).map((second) => [first, second] as const));
}

function pairDigest(first: RecoveryOfficer, second: RecoveryOfficer): string {
  return hex(nativeSuite.sha256(utf8(`${first.recipient}\n${second.recipient}`))).slice(0, 16);
}

/** Sealed to the second officer, inside of that to the first. */
function nested(plain: Uint8Array, [first, second]: readonly [RecoveryOfficer, RecoveryOfficer]): Uint8Array {
  return [first, second].reduce((inner, { id, recipient }) => {
    const sealed = sealWhole({ suite: nativeSuite, recipients: [recipient], plain: inner });
    if (isRefusal(sealed)) throw new Fault("node.badRecovery", `Nothing can be sealed to the key of ${id}.`);
    return sealed;
  }, plain);
}

function parsedRecipient(text: string): Recipient {
  if (!isSealingRecipient(text)) throw new Fault("node.badRecovery", "A recipient that no parser read.");
  return text;
}
