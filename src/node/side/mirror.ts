// The other side's register as this node keeps it: what the exchange verified is read as acts and written, leaves and
// their meaning, in one transaction. Fulfils the exchange's MirrorPort. A leaf that can take no effect is written all the
// same, for it happened, and contested afterwards.

import { type ActId, type PartyCode, parseLeaf } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { MirrorCommit, OwnCommit } from "../../exchange/index.ts";
import { appendBatch, leafHashes } from "../../register/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { edgeOf } from "./appender.ts";
import { Reader, type ReadLeaf } from "./reader.ts";
import type { Side } from "./side.ts";
import { signedBy } from "./signatures.ts";
import type { SideState } from "./state.ts";

export class Mirror {
  readonly #side: Side;

  constructor(side: Side) {
    this.#side = side;
  }

  /** `exchange`'s MirrorPort.commitMirror. */
  commitMirror(commit: MirrorCommit): Promise<"committed" | "conflict" | Refusal> {
    return this.#side.turns.take(() => this.#commit(this.#side.row.other, commit));
  }

  /** `exchange`'s RecoveryPort.commitOwn: leaves of the own register that only the other side still had. */
  async commitOwn(commit: OwnCommit): Promise<"committed" | "conflict"> {
    const done = await this.#side.turns.take(() => this.#commit(this.#side.row.own, commit));
    // Own leaves are never refused: what they had seen is the other side's register as it was before the loss.
    return isRefusal(done) ? "conflict" : done;
  }

  async #commit(party: PartyCode, commit: OwnCommit): Promise<"committed" | "conflict" | Refusal> {
    try {
      const done = await this.#attempt(party, commit);
      if (done !== "committed") this.#side.drop();
      return done;
    } catch (cause) {
      this.#side.drop();
      throw cause;
    }
  }

  async #attempt(party: PartyCode, commit: OwnCommit): Promise<"committed" | "conflict" | Refusal> {
    const side = this.#side;
    const state = await side.state();
    const start = edgeOf(state, party).size;
    const { register, held } = commit;
    if (start !== (register.expected?.size ?? 0)) return "conflict";
    const leaves = register.leaves.map((bytes) => parseLeaf(bytes));
    const ahead = party === side.row.other ? seenFuture({ leaves, start, size: edgeOf(state, side.row.own).size }) : undefined;
    if (ahead) return ahead;
    const reader = await this.#read({ party, state, start, leaves });
    const readings = reader.readings(side.clock.now());
    const done = await side.store.commit({
      accord: side.row.accord,
      register,
      held: held ? [held] : [],
      acts: readings.acts,
      unreadable: readings.unreadable,
      outcomes: readings.outcomes,
      dossiers: readings.dossiers,
    });
    if (done === "conflict") return done;
    const grown = appendBatch({
      suite: nativeSuite,
      edge: edgeOf(state, party),
      leafHashes: leafHashes(nativeSuite, register.leaves),
    });
    state.edges.set(party, grown.edge);
    state.dossiers.trim();
    if (held) side.noteHeld(party, held);
    if (party === side.row.own) side.ownSize = grown.edge.size;
    side.announce({ party, readings });
    if (party === side.row.other) side.contests.due([...readings.voids, ...side.contests.datedAhead(readings.acts)]);
    return done;
  }

  async #read(input: {
    party: PartyCode;
    state: SideState;
    start: number;
    leaves: readonly ReadLeaf["leaf"][];
  }): Promise<Reader> {
    const { party, state, start, leaves } = input;
    const side = this.#side;
    const signers = await signedBy({ leaves, ground: state.ground, verifier: side.verifier });
    const reader = new Reader({ state, store: side.store, accord: side.row.accord });
    const ids: ActId[] = [];
    for (const leaf of leaves) if ("act" in leaf) ids.push(leaf.act.id);
    await reader.expect(ids);
    for (const [i, leaf] of leaves.entries())
      await reader.read({ party, index: start + i, read: { leaf, signedBy: signers[i] ?? [] } });
    return reader;
  }
}

/** A leaf that claims to have seen more of the own register than there is: impossible for an honest author. */
function seenFuture(input: {
  leaves: readonly ReadLeaf["leaf"][];
  start: number;
  size: number;
}): Refusal | undefined {
  for (const [i, leaf] of input.leaves.entries())
    if ("act" in leaf && leaf.act.seen > input.size)
      return refuse("exchange.seenFuture", { index: input.start + i, claimed: leaf.act.seen, size: input.size });
  return undefined;
}
