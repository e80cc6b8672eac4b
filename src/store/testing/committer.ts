// A process that commits without end, for the tests of a crash: it prints the size of its register after each commit
// that was acknowledged, and is killed. Arguments: the driver and where its data is.

import { writeSync } from "node:fs";
import type { Store } from "../port.ts";
import { commitOfActs, RegisterWriter, sampleAccord, sampleDossier, sampleHeld } from "./sample.ts";
import { openedSqlite } from "./sqlite.ts";

/** Uneven, so that commits end inside tiles, at their ends and beyond. */
const batches = [1, 7, 100, 1, 300, 48];

export async function commitForEver(store: Store): Promise<never> {
  const { accord, ownOrigin } = sampleAccord();
  await store.addAccord(sampleAccord());
  const writer = new RegisterWriter(ownOrigin);
  for (let round = 0; ; round++) {
    const commit = commitOfActs(writer, batches[round % batches.length] ?? 1);
    const size = writer.leaves.length;
    const held = [sampleHeld(ownOrigin, size)];
    const dossiers = [sampleDossier(0, { acts: size })];
    const done = await store.commit({ ...commit, accord, held, dossiers });
    if (done !== "committed") throw new Error(`Alone at this register, and yet ${done}.`);
    // Straight to the descriptor: a line kept in a buffer would be lost with the process.
    writeSync(1, `${size}\n`);
  }
}

if (import.meta.main) {
  const [driver, location = ""] = process.argv.slice(2);
  if (driver !== "sqlite") throw new Error(`No driver ${driver}.`);
  await commitForEver(await openedSqlite(location));
}
