// The other side's register as this node keeps it: what the exchange verified is read as acts and written, leaves and
// their meaning, in one transaction. Fulfils the exchange's MirrorPort. A leaf that can take no effect is written all
// the same, for it happened, and contested afterwards.

import { type ActId, type PartyCode, parseLeaf } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { MirrorCommit, OwnCommit } from "../../exchange/index.ts";
import { appendBatch, leafHashes } from "../../register/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { Commit } from "../../store/index.ts";
import { Reader, type ReadLeaf } from "./reader.ts";
import type { Side } from "./side.ts";
import { signedBy } from "./signatures.ts";
import { edgeOf, isBehind, type SideState } from "./state.ts";

interface Arrived {
  readonly party: PartyCode;
  readonly commit: OwnCommit;
  readonly leaves: readonly ReadLeaf["leaf"][];
  readonly state: SideState;
}

export class Mirror {
  readonly #side: Side;

  constructor(side: Side) {
    this.#side = side;
  }

  /** `exchange`'s MirrorPort.commitMirror. */
  commitMirror(commit: MirrorCommit): Promise<"committed" | "conflict" | Refusal> {
    return this.#side.inTurn((state) => this.#commit(this.#side.row.other, { commit, state }));
  }

  /** `exchange`'s RecoveryPort.commitOwn: leaves of the own register that only the other side still had. */
  async commitOwn(commit: OwnCommit): Promise<"committed" | "conflict"> {
    const done = await this.#side.inTurn((state) => this.#commit(this.#side.row.own, { commit, state }));
    // Own leaves are never refused: what they had seen is the other side's register as it was before the loss.
    return isRefusal(done) ? "conflict" : done;
  }

  async #commit(
    party: PartyCode,
    input: { commit: OwnCommit; state: SideState },
  ): Promise<"committed" | "conflict" | Refusal> {
    const { commit, state } = input;
    const { row } = this.#side;
    if (edgeOf(state, party).size !== (commit.register.expected?.size ?? 0)) return "conflict";
    const leaves = commit.register.leaves.map((bytes) => parseLeaf(bytes));
    const other = party === row.own ? row.other : row.own;
    const ahead = sightAhead({ leaves, start: edgeOf(state, party).size, size: edgeOf(state, other).size });
    if (ahead && party === row.other) return ahead;
    const arrived = { party, commit, leaves, state };
    // What rests on acts that are not here cannot be judged yet: it is kept as leaves, and read when they have come.
    return ahead || isBehind(state) ? await this.#keep(arrived) : await this.#take(arrived);
  }

  /** Leaves and their meaning. */
  async #take(arrived: Arrived): Promise<"committed" | "conflict"> {
    const side = this.#side;
    const { party, commit, state } = arrived;
    const reader = await this.#read(arrived);
    const readings = reader.readings(side.clock.now());
    const { acts, unreadable, outcomes, dossiers, documents } = readings;
    const said = documents === undefined ? {} : { documents };
    const done = await this.#write(arrived, { acts, unreadable, outcomes, dossiers, ...said });
    if (done === "conflict") return done;
    this.#grow(arrived);
    state.read.set(party, edgeOf(state, party).size);
    side.announce(readings);
    if (party === side.row.other) side.contests.due([...readings.voids, ...side.contests.datedAhead(acts)]);
    await side.mendIfMoved(state, { by: party, readings });
    if (commit.held) side.noteHeld(party, commit.held);
    return done;
  }

  /** Leaves only. */
  async #keep(arrived: Arrived): Promise<"committed" | "conflict"> {
    const done = await this.#write(arrived, {});
    if (done === "conflict") return done;
    this.#grow(arrived);
    const { party, commit } = arrived;
    if (commit.held) this.#side.noteHeld(party, commit.held);
    return done;
  }

  async #write(
    { commit }: Arrived,
    meaning: Pick<Commit, "acts" | "unreadable" | "outcomes" | "dossiers" | "documents">,
  ): Promise<"committed" | "conflict"> {
    const { register, held } = commit;
    const { store, row } = this.#side;
    const done = await store.commit({ accord: row.accord, register, held: held ? [held] : [], ...meaning });
    if (done === "conflict") this.#side.drop();
    return done;
  }

  #grow({ party, commit, state }: Arrived): void {
    const grown = appendBatch({
      suite: nativeSuite,
      edge: edgeOf(state, party),
      leafHashes: leafHashes(nativeSuite, commit.register.leaves),
    });
    state.edges.set(party, grown.edge);
    if (party === this.#side.row.own) this.#side.ownSize = grown.edge.size;
  }

  async #read({ party, leaves, state }: Arrived): Promise<Reader> {
    const { store, row, verifier } = this.#side;
    const start = edgeOf(state, party).size;
    const signers = await signedBy({ leaves, ground: state.ground, verifier });
    const reader = new Reader({ state, store, accord: row.accord });
    const ids: ActId[] = [];
    for (const leaf of leaves) if ("act" in leaf) ids.push(leaf.act.id);
    await reader.expect(ids);
    for (const [i, leaf] of leaves.entries())
      await reader.read({ party, index: start + i, read: { leaf, signedBy: signers[i] ?? [] } });
    return reader;
  }
}

/**
 * The first leaf that claims to have seen more of the other register than there is: impossible for an honest author,
 * and for the own register a sign that the other side's acts were lost here too.
 */
function sightAhead(input: { leaves: readonly ReadLeaf["leaf"][]; start: number; size: number }): Refusal | undefined {
  for (const [i, leaf] of input.leaves.entries())
    if ("act" in leaf && leaf.act.seen > input.size)
      return refuse("exchange.seenFuture", { index: input.start + i, claimed: leaf.act.seen, size: input.size });
  return undefined;
}
