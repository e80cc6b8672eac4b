// Small JSON files of a home, readable by their owner only.

import { renameSync, writeFileSync } from "node:fs";

/** Written beside and renamed, so that a crash leaves the old file or the new one and never half of one. */
export function writeJson(path: string, value: unknown): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
