// Reads as acts the leaves that were put on disk without being read: the recovered tail of the own register, whose acts
// rest on acts of the other side that had to be mirrored here again first. Each leaf is read after all that its author
// had seen, as if nothing had ever been lost; a crash leaves the index further behind, and the next start goes on from
// there.

import { type ActId, type PartyCode, parseLeaf } from "../../acts/index.ts";
import { isRefusal } from "../../base/index.ts";
import { Reader, type ReadLeaf } from "./reader.ts";
import type { Side } from "./side.ts";
import { signedBy } from "./signatures.ts";
import { edgeOf, isBehind, readOf, registersOf, type SideState } from "./state.ts";

/** Leaves of each register looked at together: one transaction. */
const chunkLeaves = 500;

interface Line {
  readonly party: PartyCode;
  /** Where the first of `leaves` stands. */
  readonly start: number;
  readonly leaves: readonly ReadLeaf["leaf"][];
  /** How many leaves the register has on disk. */
  readonly size: number;
}

interface Due {
  readonly party: PartyCode;
  readonly index: number;
  readonly leaf: ReadLeaf["leaf"];
}

/** Reads what can be read. Inside a turn; the state is dropped when a write does not land. */
export async function catchUp(side: Side, state: SideState): Promise<void> {
  while (isBehind(state)) {
    const batch = inOrder(await linesOf(side, state));
    if (batch.length === 0) return;
    await readBatch(side, { state, batch });
  }
}

async function linesOf(side: Side, state: SideState): Promise<readonly [Line, Line]> {
  const lineOf = async (party: PartyCode): Promise<Line> => {
    const origin = party === side.row.own ? side.row.ownOrigin : side.row.otherOrigin;
    const start = readOf(state, party);
    const { size } = edgeOf(state, party);
    const bytes = await side.store.leaves({ origin, start, end: Math.min(size, start + chunkLeaves) });
    return { party, start, size, leaves: bytes.map((leaf) => parseLeaf(leaf)) };
  };
  return [await lineOf(side.row.own), await lineOf(side.row.other)];
}

/**
 * The leaves that can be read now, each after everything its author had seen. Own ones first where either may be: what
 * this side holds for a reason is known before an act that crossed the hold and would erase it.
 */
function inOrder([first, second]: readonly [Line, Line]): Due[] {
  const due: Due[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const a = first.leaves[i];
    const b = second.leaves[j];
    const claims = { a: seenBy(a) > second.start + j, b: seenBy(b) > first.start + i };
    // Two that claim to have seen each other lie both; which is read first changes nothing that either may do.
    if (a !== undefined && (!claims.a || (b !== undefined && claims.b))) {
      due.push({ party: first.party, index: first.start + i, leaf: a });
      i += 1;
    } else if (b !== undefined && !claims.b) {
      due.push({ party: second.party, index: second.start + j, leaf: b });
      j += 1;
    } else return due;
  }
}

function seenBy(leaf: ReadLeaf["leaf"] | undefined): number {
  return leaf === undefined || isRefusal(leaf) ? 0 : leaf.act.seen;
}

async function readBatch(side: Side, input: { state: SideState; batch: readonly Due[] }): Promise<void> {
  const { state, batch } = input;
  const { row, store, verifier } = side;
  const leaves = batch.map((one) => one.leaf);
  const signers = await signedBy({ leaves, ground: state.ground, verifier });
  const reader = new Reader({ state, store, accord: row.accord });
  const ids: ActId[] = [];
  for (const leaf of leaves) if (!isRefusal(leaf)) ids.push(leaf.act.id);
  await reader.expect(ids);
  for (const [i, { party, index, leaf }] of batch.entries())
    await reader.read({ party, index, read: { leaf, signedBy: signers[i] ?? [] } });
  const { acts, unreadable, outcomes, dossiers, voids, documents } = reader.readings(side.clock.now());
  const said = documents === undefined ? {} : { documents };
  await store.commit({ accord: row.accord, acts, unreadable, outcomes, dossiers, ...said });
  for (const { party } of registersOf(row)) {
    const last = batch.findLast((one) => one.party === party);
    if (last) state.read.set(party, last.index + 1);
  }
  state.dossiers.trim();
  side.announce({ acts, dossiers, documents });
  side.contests.due(voids.filter((one) => one.party === row.other));
}
