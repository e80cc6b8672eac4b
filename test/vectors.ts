// Finds the public test vectors. They are not part of the project: they are read from $ENTENTE_VECTORS, or from a
// folder shared/vectors beside the repository, and the tests that need them say that they were skipped where both are
// absent.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the public vectors, or undefined where there is none. */
export function vectorsFolder(): string | undefined {
  const named = process.env.ENTENTE_VECTORS;
  const folder = named ?? fileURLToPath(new URL("../../shared/vectors", import.meta.url));
  return existsSync(join(folder, "merkle")) ? folder : undefined;
}
