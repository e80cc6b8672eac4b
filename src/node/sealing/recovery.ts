// Enrolling officers for recovery, and recovering: two of them, with the keys they keep, bring back every key of the
// services that this node has lost.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromUtf8, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { type Identity, openWhole, type Recipient, recipientOf, sealWhole } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { parseKeyFile, writeKeyFile } from "../key-file.ts";
import {
  type RecoveryFile,
  type RecoveryFolders,
  recoveryFiles,
  recoveryOfficers,
  syncRecovery,
  writeRecoveryOfficers,
} from "./recovery-files.ts";

/**
 * Enrols an officer, or gives an enrolled one another key; every recovery file is written anew where it must be.
 * Refused as `node.recoveryKeyShared` when another officer has that key: two officers would be one.
 */
export function enrolForRecovery(
  folders: RecoveryFolders,
  officer: { readonly id: string; readonly recipient: Recipient },
): Refusal | undefined {
  // Tried at once: a key that nothing can be sealed to would be found out when another key is lost.
  const tried = sealWhole({ suite: nativeSuite, recipients: [officer.recipient], plain: new Uint8Array() });
  if (isRefusal(tried)) return tried;
  const others = recoveryOfficers(folders.recovery).filter((one) => one.id !== officer.id);
  const same = others.find((one) => one.recipient === officer.recipient);
  if (same) return refuse("node.recoveryKeyShared", { officer: officer.id, other: same.id });
  writeRecoveryOfficers(folders, [...others, officer]);
  return undefined;
}

/** An officer who leaves; refused as `node.notEnrolled`. Copies of files made before still open with the old key. */
export function dismissFromRecovery(folders: RecoveryFolders, id: string): Refusal | undefined {
  const officers = recoveryOfficers(folders.recovery);
  const left = officers.filter((one) => one.id !== id);
  if (left.length === officers.length)
    return refuse("node.notEnrolled", { officer: id, officers: officers.map((one) => one.id) });
  writeRecoveryOfficers(folders, left);
  return undefined;
}

export interface Recovered {
  /** Names of the keys that were put back. */
  readonly recovered: readonly string[];
  /** Names of those that were there. */
  readonly present: readonly string[];
}

/**
 * Puts back every key that these two officers' keys give and the home has lost; none is overwritten. `from`: the
 * recovery files, the home's own or a copy. Refused as `node.recoveryNeedsTwo`, as `node.recoveryNothing` when the two
 * open no file, and as `node.recoveryDamaged` when one opens and holds no key.
 */
export function recoverKeys(input: {
  readonly folders: RecoveryFolders;
  readonly from: string;
  readonly identities: readonly [Identity, Identity];
}): Recovered | Refusal {
  const { folders, from, identities } = input;
  const [first, second] = identities.map((one) => recipientOf(nativeSuite, one));
  if (first === second) return refuse("node.recoveryNeedsTwo");
  const recovered: string[] = [];
  const present: string[] = [];
  for (const file of recoveryFiles(from)) {
    const text = openNested(file, identities);
    if (text === undefined) continue;
    const key = parseKeyFile(text);
    const [kind, service] = file.key.split(".");
    if (key?.use !== `${kind}:${service}`) return refuse("node.recoveryDamaged", { file: file.path });
    if (recovered.includes(file.key) || present.includes(file.key)) continue;
    const path = join(folders.keys, `${file.key}.json`);
    if (existsSync(path)) present.push(file.key);
    else {
      writeKeyFile(path, key);
      recovered.push(file.key);
    }
  }
  if (recovered.length + present.length === 0) return refuse("node.recoveryNothing", { folder: from });
  syncRecovery(folders);
  return { recovered, present };
}

/** The text inside, if the two open the file in one order or the other; undefined if they do not. */
function openNested(file: RecoveryFile, [a, b]: readonly [Identity, Identity]): string | undefined {
  const bytes = new Uint8Array(readFileSync(file.path));
  for (const [outer, inner] of [
    [a, b],
    [b, a],
  ] as const) {
    const once = openWhole({ suite: nativeSuite, identities: [outer], file: bytes });
    if (isRefusal(once)) continue;
    const twice = openWhole({ suite: nativeSuite, identities: [inner], file: once });
    if (!isRefusal(twice)) return fromUtf8(twice);
  }
  return undefined;
}
