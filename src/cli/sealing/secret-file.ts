// An age identity file, as `age-keygen` writes it: a stock age opens with it.

import { writeFileSync } from "node:fs";
import type { Refusal } from "../../base/index.ts";
import type { Identity, Recipient } from "../../seal/index.ts";
import { unwritable } from "../files.ts";

/** A new file for its holder alone; an old one is never overwritten. */
export function writeSecret(
  file: string,
  key: { readonly identity: Identity; readonly recipient: Recipient },
): Refusal | undefined {
  try {
    const text = `# public key: ${key.recipient}\n${key.identity}\n`;
    writeFileSync(file, text, { flag: "wx", mode: 0o600, flush: true });
    return undefined;
  } catch (cause) {
    return unwritable(file, cause);
  }
}
