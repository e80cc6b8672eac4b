// Randomness from the seed. Keys, nonces and ids that the node's code makes come from node:crypto's generator; for the
// length of a run that is the run's own, so that even a sealed document has the same bytes every time. What OpenSSL
// draws inside itself (for ML-DSA's hedging) stays real: nothing in a run depends on it.

import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import type { Random } from "./random.ts";

/** Puts the run's randomness in the place of the machine's; gives back what undoes it. One run at a time. */
export function installEntropy(random: Random): () => void {
  const { randomFillSync } = crypto;
  const fill = (bytes: Uint8Array): Uint8Array => {
    for (let i = 0; i < bytes.length; i++) bytes[i] = random.between(0, 255);
    return bytes;
  };
  Object.assign(crypto, { randomFillSync: fill });
  syncBuiltinESMExports();
  return () => {
    Object.assign(crypto, { randomFillSync });
    syncBuiltinESMExports();
  };
}
