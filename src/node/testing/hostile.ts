// A hostile other side for tests: it has the real keys of a party and signs whatever it is told to, in whatever order.
// It speaks to the honest side through the same door as an honest peer would.

import { type Act, encodeAct, instantText, type ZoneName } from "../../acts/index.ts";
import { isRefusal, refusalLine } from "../../base/index.ts";
import { type Answer, encodeParcel, parseAnswer } from "../../exchange/index.ts";
import { appendBatch, emptyEdge, leafHashes, signCheckpoint, type TreeEdge } from "../../register/index.ts";
import { type Ed25519Signer, signEnvelope } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { NodeKeys } from "../keys.ts";
import type { RunningAccord } from "../node.ts";
import { accepted } from "./pair.ts";

type Honest = Pick<RunningAccord, "side" | "link">;

export class HostilePeer {
  readonly #keys: NodeKeys;
  readonly #honest: Honest;
  leaves: Uint8Array[] = [];

  /** Takes up the register of the other side where the honest side's mirror has it. */
  static async of(honest: Honest, keys: NodeKeys): Promise<HostilePeer> {
    const peer = new HostilePeer(honest, keys);
    const origin = honest.side.row.otherOrigin;
    const size = (await honest.side.store.head(origin))?.size ?? 0;
    peer.leaves = [...(await honest.side.store.leaves({ origin, start: 0, end: size }))].map((leaf) => leaf.slice());
    return peer;
  }

  private constructor(honest: Honest, keys: NodeKeys) {
    this.#honest = honest;
    this.#keys = keys;
  }

  /** Signs an act with the given keys and appends it, valid or not. Gives its index. */
  append(act: Act, signers: readonly Ed25519Signer[]): number {
    const payload = encodeAct(act);
    if (isRefusal(payload)) throw new Error(refusalLine(payload));
    return this.appendLeaf(signEnvelope({ payload, signers, suite: nativeSuite }));
  }

  appendLeaf(leaf: Uint8Array): number {
    this.leaves.push(leaf);
    return this.leaves.length - 1;
  }

  /** The act with what a node would add, for a change here and there. */
  complete(draft: Omit<Act, "accord" | "party" | "seen" | "at">, change: Partial<Act> = {}): Act {
    const { row, clock, ownSize } = this.#honest.side;
    const at = { instant: accepted(instantText(clock.now())), zone: "Asia/Jerusalem" as ZoneName };
    return { ...draft, accord: row.accord, party: row.other, seen: ownSize, at, ...change };
  }

  /** Delivers the leaves from `start` on, with a checkpoint of all of them. */
  async deliver(start: number): Promise<Answer> {
    const edge = this.#edge();
    const note = signCheckpoint({
      suite: nativeSuite,
      origin: this.#honest.side.row.otherOrigin,
      size: edge.edge.size,
      root: edge.root,
      ...this.#keys.register,
      time: this.#honest.side.clock.seconds(),
    });
    const origin = this.#honest.side.row.otherOrigin;
    const parcel = encodeParcel({ origin, start, note, leaves: this.leaves.slice(start), acknowledgement: undefined });
    const answer = parseAnswer(await this.#honest.link.receive(parcel));
    if (isRefusal(answer)) throw new Error(refusalLine(answer));
    return answer.answer;
  }

  #edge(): { edge: TreeEdge; root: ReturnType<typeof appendBatch>["root"] } {
    return appendBatch({ suite: nativeSuite, edge: emptyEdge, leafHashes: leafHashes(nativeSuite, this.leaves) });
  }
}
