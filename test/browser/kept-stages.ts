// The stages of one run of the tests are told once: what a file tells, the files after it begin from.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "entente-kept-"));
  process.env.ENTENTE_KEPT_STAGES = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
