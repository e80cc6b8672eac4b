// Keeps a tally of each accord and brings it up to the registers when it is asked for: the first question after a start
// reads both registers, the next ones only what is new.

import type { AccordId } from "../../acts/index.ts";
import { parseLeaf } from "../../acts/index.ts";
import { isRefusal } from "../../base/index.ts";
import { listNew } from "../search/lister.ts";
import type { Side } from "../side/side.ts";
import { Tally } from "./tally.ts";

const pageSize = 500;

interface Kept {
  readonly tally: Tally;
  /** Place in the list of both registers from which on nothing is counted yet. */
  next: number;
  /** One at a time: what a second would count, the first is counting. */
  running: Promise<void>;
}

export class Statistics {
  readonly #kept = new Map<AccordId, Kept>();

  async upToNow(side: Side): Promise<Tally> {
    const { accord } = side.row;
    const kept = this.#kept.get(accord) ?? { tally: new Tally(), next: 0, running: Promise.resolve() };
    this.#kept.set(accord, kept);
    const counting = kept.running.then(() => count(side, kept));
    // A count that failed is told to who asked for it; the next begins where it ended.
    kept.running = counting.catch(() => undefined);
    await counting;
    return kept.tally;
  }
}

async function count(side: Side, kept: Kept): Promise<void> {
  const { store, row } = side;
  while ((await listNew(side, pageSize)) > 0);
  for (;;) {
    const size = await store.listing.size(row.accord);
    if (kept.next >= size) return;
    const limit = Math.min(pageSize, size - kept.next);
    for (const one of await store.listing.read(row.accord, { start: kept.next, limit })) {
      // A leaf that is no act is told by fsck and by the list itself; there is nothing to count in it.
      if (one.kind !== "act") continue;
      const leaf = parseLeaf(one.act.leaf);
      if (!isRefusal(leaf)) kept.tally.add(leaf.act);
    }
    kept.next += limit;
  }
}
