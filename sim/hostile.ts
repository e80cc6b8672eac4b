// A side whose keys are in the wrong hands: it has the register and the keys of an honest one, and sends what it likes.
// It says the same again, garbles, lies about roots, puts rubbish into its register; at last, perhaps, it signs a
// second history or claims to have seen what does not exist. The other side must keep what it has and, for the last,
// have proof.

import { encodeAct, instantText, parseLeaf } from "../src/acts/index.ts";
import { concat, isRefusal, utf8 } from "../src/base/index.ts";
import { encodeAnswer, encodeParcel } from "../src/exchange/index.ts";
import { appendBatch, emptyEdge, leafHashes, parseTreeSize, signCheckpoint } from "../src/register/index.ts";
import { encodeEnvelope, protectedHeader } from "../src/seal/index.ts";
import { nativeSuite } from "../src/seal/native.ts";
import { type Party, sure } from "./parties.ts";
import type { Random } from "./random.ts";

const suite = nativeSuite;

/** What a parcel of the hostile side must come to. */
export type Expected =
  /** Whatever the answer: nothing of it is mirrored, and the link goes on. */
  | "nothing"
  /** Mirrored, for it happened; what its leaves say is another matter. */
  | "mirrored"
  | "exchange.fork"
  | "exchange.seenFuture";

export interface Attack {
  readonly name: string;
  readonly parcel: Uint8Array;
  readonly expected: Expected;
}

export class Hostile {
  readonly #party: Party;
  readonly #random: Random;
  /** The history that the other side has mirrored so far, and will be shown on. */
  readonly #leaves: Uint8Array[];
  /** Parcels that were sent while the side was honest. */
  readonly #recorded: readonly Uint8Array[];
  readonly #seconds: () => number;

  constructor(parts: {
    party: Party;
    random: Random;
    mirrored: readonly Uint8Array[];
    recorded: readonly Uint8Array[];
    seconds: () => number;
  }) {
    this.#party = parts.party;
    this.#random = parts.random;
    this.#leaves = [...parts.mirrored];
    this.#recorded = parts.recorded;
    this.#seconds = parts.seconds;
  }

  /** Something that a mirror must bear without stopping. */
  nuisance(): Attack {
    const start = this.#leaves.length;
    const old = this.#recorded.length === 0 ? utf8("nothing recorded") : this.#random.pick(this.#recorded);
    switch (this.#random.between(0, 5)) {
      case 0:
        return { name: "an old parcel again", parcel: old, expected: "nothing" };
      case 1:
        return { name: "a garbled parcel", parcel: this.#garbled(old), expected: "nothing" };
      case 2:
        return { name: "noise", parcel: this.#noise(this.#random.between(0, 200)), expected: "nothing" };
      case 3:
        return { name: "a false root", parcel: this.#falseRoot(), expected: "nothing" };
      case 4:
        return {
          name: "a gap",
          parcel: this.#parcel([...this.#leaves, utf8("a"), utf8("b")], start + 1),
          expected: "nothing",
        };
      default:
        return this.#rubbish();
    }
  }

  /** Something after which the link must stop with proof. Needs at least two mirrored leaves. */
  crime(claimed: number): Attack {
    const size = this.#leaves.length;
    const at = this.#random.between(0, size - 1);
    const other = this.#leaves.map((leaf, i) => (i === at ? utf8("another leaf") : leaf));
    switch (this.#random.between(0, 3)) {
      case 0:
        return { name: "another head of the same size", parcel: this.#parcel(other, size), expected: "exchange.fork" };
      case 1:
        return {
          name: "a rewritten leaf and more",
          parcel: this.#parcel([...other, utf8("more")], this.#random.between(0, at)),
          expected: "exchange.fork",
        };
      case 2: {
        const shorter = other.slice(0, this.#random.between(at + 1, size));
        return { name: "a shorter history", parcel: this.#parcel(shorter, shorter.length), expected: "exchange.fork" };
      }
      default:
        return this.#future(claimed);
    }
  }

  /** What it answers to a parcel of the other side: nothing that is true. */
  answer(): Uint8Array | "unreachable" {
    switch (this.#random.between(0, 3)) {
      case 0:
        return "unreachable";
      case 1:
        return this.#noise(this.#random.between(0, 100));
      case 2:
        return encodeAnswer({ kind: "behind", size: sure(parseTreeSize(0)) });
      default:
        return encodeAnswer({ kind: "refused", code: "exchange.recovering", details: {} });
    }
  }

  #rubbish(): Attack {
    const start = this.#leaves.length;
    const again = this.#random.chance(0.5) ? this.#leaves[0] : undefined;
    this.#leaves.push(again ?? utf8(`rubbish ${this.#random.unit()}`));
    const name = again === undefined ? "a leaf that is no act" : "an act a second time";
    return { name, parcel: this.#parcel(this.#leaves, start), expected: "mirrored" };
  }

  /** A well-formed act that claims to have seen more than there is. */
  #future(claimed: number): Attack {
    const model = this.#leaves.map((leaf) => parseLeaf(leaf)).find((leaf) => !isRefusal(leaf));
    const instant = sure(instantText(this.#seconds() * 1000));
    if (model === undefined || isRefusal(model)) return this.#rubbish();
    const act = { ...model.act, seen: claimed, at: { ...model.act.at, instant } };
    const payload = sure(encodeAct(act));
    const [entry] = this.#party.keys.serviceKeys();
    if (entry === undefined) return this.#rubbish();
    const header = protectedHeader(entry[0]);
    const input = concat([
      utf8(header),
      utf8("."),
      utf8(payload.toBase64({ alphabet: "base64url", omitPadding: true })),
    ]);
    const leaf = encodeEnvelope({
      payload,
      signatures: [{ protected: header, signature: entry[1].signer.sign(input) }],
    });
    const parcel = this.#parcel([...this.#leaves, leaf], this.#leaves.length);
    return { name: "a leaf that has seen the future", parcel, expected: "exchange.seenFuture" };
  }

  #falseRoot(): Uint8Array {
    const leaves = [...this.#leaves, utf8("one more")];
    return this.#parcel(leaves, this.#leaves.length, [...this.#leaves, utf8("another")]);
  }

  /** The leaves from `start` on under a checkpoint of `signed`, which are the same leaves unless it lies. */
  #parcel(leaves: readonly Uint8Array[], start: number, signed = leaves): Uint8Array {
    const origin = this.#party.row.ownOrigin;
    const { root, edge } = appendBatch({ suite, edge: emptyEdge, leafHashes: leafHashes(suite, signed) });
    const time = this.#seconds();
    const note = signCheckpoint({ suite, origin, size: edge.size, root, time, ...this.#party.keys.register });
    return encodeParcel({ origin, start, note, leaves: leaves.slice(start), acknowledgement: undefined });
  }

  #garbled(parcel: Uint8Array): Uint8Array {
    const bytes = parcel.slice();
    const at = this.#random.between(0, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << this.#random.between(0, 7));
    return bytes;
  }

  #noise(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.#random.between(0, 255));
  }
}
