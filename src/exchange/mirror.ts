// The mirror's half: takes a parcel of the other side's register, verifies it, appends what is new to the mirror, and
// answers. It follows C2SP tlog-mirror in what a cosignature means (durably stored here, and served from here) and in
// that nothing is overwritten; one parcel is one transaction, where tlog-mirror has three stages.
//
// A leaf is never read here: whether it says anything is the business of others, and it is kept all the same.

import { equalBytes, Fault, isRefusal, type Refusal, refuse } from "../base/index.ts";
import {
  type Appended,
  appendBatch,
  attachCosignature,
  cosign,
  type Head,
  inclusionProof,
  leafHashes,
  loadEdge,
  parseLeafIndex,
  parseTreeSize,
  storedTiles,
  verifyCheckpoint,
} from "../register/index.ts";
import type { Answer } from "./answer.ts";
import { signingGuard } from "./guard.ts";
import { compareWithHead, forkAfterRewriting, overlay, type StoredHistory } from "./history.ts";
import { type Parcel, parseParcel } from "./parcel.ts";
import type { LinkStop, MirrorCommit, MirrorPort, Sides } from "./port.ts";
import { acceptReceipt } from "./receipt.ts";
import { encodeSeenFuture } from "./seenFuture.ts";
import { sizeOf } from "./size.ts";

/** After so many lost races the sender is told where the mirror stands, and sends again. */
const attempts = 16;

/**
 * Takes untrusted bytes, and answers when everything the answer says is on disk. The same parcel again, late or out of
 * order, changes nothing and is answered by what is held.
 */
export async function receiveParcel(
  sides: Sides,
  input: { readonly port: MirrorPort; readonly bytes: Uint8Array },
): Promise<Answer> {
  const { port } = input;
  const condition = await port.condition();
  if (condition.stopped !== undefined) return { kind: "stopped", code: condition.stopped };
  const parcel = parseParcel(input.bytes);
  if (isRefusal(parcel)) return parcel;
  const { origin, keys } = sides.other;
  if (parcel.origin !== origin) {
    return refuse("exchange.unknownOrigin", { origin: parcel.origin, expected: origin });
  }
  const silent = signingGuard(condition);
  if (silent !== undefined) return silent;
  const verified = verifyCheckpoint({ suite: sides.suite, bytes: parcel.note, origin, keys });
  if (isRefusal(verified)) return verified;
  const learnt = await learnReceipt(sides, { port, parcel });
  if (learnt !== undefined) return learnt;
  const receiving = new Receiving(sides, port, parcel);
  for (let i = 0; i < attempts; i++) {
    const answer = await receiving.attempt();
    if (answer !== "conflict") return answer;
  }
  const head = await port.reader.head(origin);
  return { kind: "behind", size: head?.size ?? sizeOf(0) };
}

/** What the parcel tells of the own register comes first: it may show that nothing may be signed here. */
async function learnReceipt(
  sides: Sides,
  input: { readonly port: MirrorPort; readonly parcel: Parcel },
): Promise<Answer | undefined> {
  const note = input.parcel.acknowledgement;
  if (note === undefined) return undefined;
  const receipt = await acceptReceipt(sides, { port: input.port, note });
  if (isRefusal(receipt)) return receipt;
  if (receipt === "tailMissing") return refuse("exchange.recovering");
  if (receipt === "stopped") return { kind: "stopped", code: "exchange.ownFork" };
  return undefined;
}

/** One verified parcel on its way into the mirror. */
class Receiving {
  readonly #sides: Sides;
  readonly #port: MirrorPort;
  readonly #parcel: Parcel;

  constructor(sides: Sides, port: MirrorPort, parcel: Parcel) {
    this.#sides = sides;
    this.#port = port;
    this.#parcel = parcel;
  }

  /** "conflict": another parcel was mirrored meanwhile, and this one must be looked at again. */
  async attempt(): Promise<Answer | "conflict"> {
    const { start, checkpoint } = this.#parcel;
    const head = await this.#port.reader.head(checkpoint.origin);
    const size = head?.size ?? sizeOf(0);
    if (start > size || (head === undefined && checkpoint.size === 0)) return { kind: "behind", size };
    if (head === undefined) return await this.#extend(undefined);
    const differing = await this.#firstDifference(Math.min(size, checkpoint.size));
    if (checkpoint.size <= size) return await this.#known(head, differing);
    return differing === undefined ? await this.#extend(head) : await this.#rewritten(head, differing);
  }

  /** The index of the first leaf before `end` that is not the one mirrored here, or undefined. */
  async #firstDifference(end: number): Promise<number | undefined> {
    const { start, leaves, origin } = this.#parcel;
    const mirrored = await this.#port.reader.leaves({ origin, start, end });
    for (let i = 0; start + i < end; i++) {
      const [here, there] = [mirrored[i], leaves[i]];
      if (here === undefined || there === undefined || !equalBytes(here, there)) return start + i;
    }
    return undefined;
  }

  /** The parcel ends within what is mirrored: it came again, late or out of order. */
  async #known(head: Head, differing: number | undefined): Promise<Answer> {
    const fork = await compareWithHead(this.#history(head), this.#parcel);
    if (fork !== "same") return await this.#stop({ reason: this.#fork(head), evidence: fork.evidence });
    // The checkpoint is one of our history; the leaves beside it are not those it was signed for.
    if (differing !== undefined) return refuse("exchange.leavesDiffer", { index: differing });
    return { kind: "held", note: head.checkpoint };
  }

  /** The parcel goes further than the mirror, and on another way. Nothing is overwritten whatever is found. */
  async #rewritten(head: Head, differing: number): Promise<Answer> {
    const hashes = leafHashes(this.#sides.suite, this.#parcel.leaves);
    const evidence = await forkAfterRewriting(this.#history(head), { ...this.#parcel, leafHashes: hashes });
    if (evidence === undefined) return refuse("exchange.leavesDiffer", { index: differing });
    return await this.#stop({ reason: this.#fork(head), evidence });
  }

  async #extend(head: Head | undefined): Promise<Answer | "conflict"> {
    const { suite } = this.#sides;
    const { origin, start, leaves, checkpoint, note } = this.#parcel;
    const edge = await loadEdge({ suite, reader: this.#port.reader, origin });
    if (edge.size !== (head?.size ?? 0)) return "conflict";
    const fresh = leaves.slice(edge.size - start);
    const appended = appendBatch({ suite, edge, leafHashes: leafHashes(suite, fresh) });
    if (!equalBytes(appended.root, checkpoint.root)) {
      return refuse("exchange.rootDiffers", { start, size: checkpoint.size });
    }
    const time = this.#port.now();
    const cosigned = this.#cosigned(time);
    const commit: MirrorCommit = {
      register: {
        origin,
        expected: head === undefined ? undefined : { size: head.size, root: head.root },
        leaves: fresh,
        tiles: appended.tiles,
        head: { ...checkpoint, checkpoint: cosigned },
      },
      held: { origin, size: checkpoint.size, time, note: cosigned },
    };
    const outcome = await this.#port.commitMirror(commit);
    if (outcome === "conflict") return "conflict";
    // Only here does the cosignature leave: a crash before this line leaves either nothing or a mirror that will answer
    // the same parcel with the note it stored.
    if (outcome === "committed") return { kind: "held", note: cosigned };
    if (outcome.code !== "exchange.seenFuture") return outcome;
    return await this.#seenFuture({ refusal: outcome, fresh, before: edge.size, appended, author: note });
  }

  /**
   * The author's checkpoint with this side's cosignatures. They are made before the leaves are durable, and kept in
   * until they are.
   */
  #cosigned(time: number): Uint8Array {
    const { suite, own } = this.#sides;
    const { checkpoint, note } = this.#parcel;
    const lines = cosign({ suite, checkpoint, cosignerName: own.cosigner, time, ...this.#port.cosigner });
    const cosigned = attachCosignature(note, lines);
    // What can be refused there was verified before: the note is a checkpoint, and has room for two lines.
    if (isRefusal(cosigned))
      throw new Fault("exchange.notCosigned", `A verified checkpoint took no line: ${cosigned.code}.`);
    return cosigned;
  }

  /** A leaf claims more of our register than there is: shown with its inclusion and with our own head. */
  async #seenFuture(found: {
    readonly refusal: Refusal;
    readonly fresh: readonly Uint8Array[];
    readonly before: number;
    readonly appended: Appended;
    readonly author: Uint8Array;
  }): Promise<Answer> {
    const { suite, own } = this.#sides;
    const { refusal, before, appended } = found;
    const index = parseLeafIndex(Number(refusal.details.index));
    const claimed = parseTreeSize(Number(refusal.details.claimed));
    const head = await this.#port.reader.head(own.origin);
    if (isRefusal(index) || isRefusal(claimed)) throw unnamed();
    const leaf = found.fresh[index - before];
    if (leaf === undefined) throw unnamed();
    const { origin } = this.#parcel;
    const tiles = overlay(storedTiles(this.#port.reader, origin), appended.tiles);
    const path = await inclusionProof({ suite, tiles, index, size: appended.edge.size });
    const checkpoint = found.author;
    const evidence = encodeSeenFuture({ claimed, index, leaf, path, checkpoint, head: head?.checkpoint });
    return await this.#stop({ reason: refusal, evidence });
  }

  async #stop(stop: LinkStop): Promise<Answer> {
    await this.#port.stop(stop);
    return { kind: "stopped", code: stop.reason.code };
  }

  #fork(head: Head): Refusal {
    const { origin, size } = this.#parcel.checkpoint;
    return refuse("exchange.fork", { origin, size, mirrored: head.size });
  }

  #history(head: Head): StoredHistory {
    return { suite: this.#sides.suite, reader: this.#port.reader, head, keys: this.#sides.other.keys };
  }
}

function unnamed(): Fault {
  return new Fault("exchange.unnamedLeaf", "A leaf that has seen the future was refused without saying which.");
}
