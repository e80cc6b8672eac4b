// Writes the project's own vectors for registers: checkpoints, cosignatures, proof files and evidence of forks, each
// with what is read from it or the code of its refusal. The keys come from fixed seeds. ML-DSA-44 signs with fresh
// randomness, so every run writes other signatures, equally good: run it only when a case or a format changes.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Case } from "./vectors-register/case.ts";
import { forkEvidence } from "./vectors-register/forkCases.ts";
import { checkpoints, cosignatures } from "./vectors-register/headCases.ts";
import { proofs } from "./vectors-register/proofCases.ts";
import { publicKeys } from "./vectors-register/sample.ts";

const files: Readonly<Record<string, { readonly about: string; readonly cases: readonly Case[] }>> = {
  "checkpoints.json": {
    about: "Signed checkpoints (C2SP tlog-checkpoint) that count only when both of the register's signatures hold.",
    cases: checkpoints,
  },
  "cosignatures.json": {
    about: "Cosignatures of a mirror (C2SP tlog-cosignature), of which both must hold and give one time.",
    cases: cosignatures,
  },
  "proofs.json": {
    about:
      "Proof files (C2SP tlog-proof) for a leaf given beside them, with the register's and the mirror's signatures.",
    cases: proofs,
  },
  "fork-evidence.json": {
    about: "Evidence of a fork: two signed heads of one register that cannot both be heads of one append-only tree.",
    cases: forkEvidence,
  },
};

if (import.meta.main) {
  const folder = fileURLToPath(new URL("../vectors/register/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, { about, cases }] of Object.entries(files)) {
    const written = cases.map((one) => ({ ...one, refused: one.refused ?? null }));
    writeFileSync(`${folder}${name}`, `${JSON.stringify({ about, ...publicKeys(), cases: written }, null, 1)}\n`);
  }
}
