// A node's process: a real side and its real link on the machine's disk. Killing it leaves what is on the disk and
// nothing else: whatever it was waiting for it never hears.

import { Fault, isRefusal } from "../src/base/index.ts";
import {
  encodeFrames,
  type PeerReader,
  prepareParcel,
  signingGuard,
  usualDocumentSendLimits,
} from "../src/exchange/index.ts";
import {
  type DocumentCarrier,
  Documents,
  Link,
  Retention,
  Side,
  type Submission,
  type SubmissionResult,
  type Verifier,
} from "../src/node/index.ts";
import { parseCheckpoint, prefixRoot, signCheckpoint, type TreeSize } from "../src/register/index.ts";
import { isSigned } from "../src/seal/index.ts";
import { nativeSuite } from "../src/seal/native.ts";
import type { Clock } from "./clock.ts";
import type { Disk, Life } from "./disk.ts";
import type { Party } from "./parties.ts";

/** The clock of the sides at the start of a run: noon UTC of a working day. */
export const epoch = Date.UTC(2021, 10, 24, 12);

/** Signatures are verified where they are met: a worker's thread would bring real time into the run. */
const verifier: Verifier = {
  verify: async (jobs) => jobs.map((job) => isSigned(nativeSuite, job)),
  close: async () => undefined,
};

export interface Surroundings {
  readonly party: Party;
  readonly disk: Disk;
  readonly clock: Clock;
  /** Milliseconds by which this side's clock is wrong. */
  readonly skew: number;
  /** The other side, over the network. */
  carry(parcel: Uint8Array): Promise<Uint8Array | "unreachable">;
  readonly documents: DocumentCarrier;
  readonly peer: PeerReader;
  /** The own register as copies of the bags under way have it, or undefined when none is. */
  bagCopies(): PeerReader | undefined;
  /** The process has ended itself. */
  died(): void;
  /** A promise of the code was broken: the run ends. */
  fail(cause: unknown): void;
  trace(event: string): void;
}

export class Process {
  readonly side: Side;
  readonly link: Link;
  readonly documents: Documents;

  private constructor(parts: { side: Side; link: Link; documents: Documents }) {
    this.side = parts.side;
    this.link = parts.link;
    this.documents = parts.documents;
  }

  /** Reads the disk and opens the link. `recovering`: whoever put back the disk has said so. */
  static async start(
    around: Surroundings,
    start: { readonly life: Life; readonly recovering: boolean },
  ): Promise<Process> {
    const { party, disk, clock, skew } = around;
    const { life } = start;
    const now = (): number => epoch + clock.now() + skew;
    const side = await Side.open({
      row: party.row,
      store: disk.open(life),
      keys: party.keys,
      clock: { kind: "system", now, seconds: () => Math.floor(now() / 1000) },
      verifier,
    });
    if (start.recovering && !side.link.recovering) await side.changeLink({ recovering: true });
    const reader = withBags(around.peer, () => around.bagCopies());
    const link = new Link(side, { carry: (parcel) => around.carry(parcel), reader });
    const ended = (cause: unknown): void => {
      if (!life.alive) return;
      // The node ends itself when what runs by itself meets a fault, and is started again by its supervisor.
      if (isStoreFault(cause)) around.died();
      else around.fail(cause);
    };
    link.run().catch(ended);
    await side.contests.lookAgain();
    const documents = await Documents.open({
      side,
      home: "",
      keys: party.sealing,
      limits: { reserveBytes: 0, peerBytesMax: 2 ** 40 },
      carrier: around.documents,
      files: disk.files.open(life),
      sending: { ...usualDocumentSendLimits, bytes: sentAtOnce },
    });
    documents.link.run().catch(ended);
    look({ side, documents, around, life }).catch(ended);
    return new Process({ side, link, documents });
  }

  async submit(submissions: readonly Submission[]): Promise<readonly SubmissionResult[]> {
    return await this.side.submit(submissions);
  }

  /** Answers as the node's HTTP does: a fault of the store here is no answer there. */
  async receive(parcel: Uint8Array): Promise<Uint8Array | "unreachable"> {
    try {
      return await this.link.receive(parcel);
    } catch (cause) {
      if (isStoreFault(cause)) return "unreachable";
      throw cause;
    }
  }

  /** Answers as the node's HTTP does: a fault of the disk here is no answer there. */
  async receiveDocuments(frames: Uint8Array): Promise<Uint8Array | "unreachable"> {
    try {
      return await this.documents.link.receive(frames);
    } catch (cause) {
      if (isStoreFault(cause)) return "unreachable";
      throw cause;
    }
  }

  async serve(from: { digest: string; offset: number }): Promise<Uint8Array | "absent" | "unreachable"> {
    try {
      const bytes = await this.documents.link.serve(from);
      return isRefusal(bytes) ? "absent" : bytes;
    } catch (cause) {
      if (isStoreFault(cause)) return "unreachable";
      throw cause;
    }
  }

  /**
   * The documents of a bag: every own one that the other side is not known to hold, its act known there or not, in
   * frames that are cut wherever `cut` says.
   */
  async packDocuments(cut: (bytes: number) => number): Promise<readonly Uint8Array[]> {
    const { store, row, ownSize } = this.side;
    const packed: Uint8Array[] = [];
    for (const { digest, size } of await store.documents.toDeliver(row.accord, { heldSize: ownSize, limit: 20 })) {
      const known = await this.documents.get(digest);
      const sealed = known && this.documents.sealed(known);
      if (sealed === undefined || isRefusal(sealed)) continue;
      const bytes = await Array.fromAsync(sealed);
      const whole = Buffer.concat(bytes);
      for (let at = 0; at < whole.length; ) {
        const end = Math.min(size, at + Math.max(1, cut(whole.length)));
        packed.push(encodeFrames([{ digest, offset: at, bytes: whole.subarray(at, end) }]));
        at = end;
      }
    }
    return packed;
  }

  /** The parcels of a bag: everything the other side is not known to hold, and the receipt for what it sent. */
  async packBag(): Promise<readonly Uint8Array[]> {
    const { side } = this;
    const port = { reader: side.store, signCheckpointAt: (size: TreeSize) => this.#checkpointAt(size) };
    const parcels: Uint8Array[] = [];
    const size = side.ownSize;
    for (let start = side.held(side.row.own); parcels.length === 0 || start < size; ) {
      if (signingGuard(side.condition()) !== undefined) break;
      const prepared = await prepareParcel(side.sides, { port, start, leaves: 7, bytes: 100_000 });
      if (prepared === "paused") break;
      parcels.push(prepared.bytes);
      start = prepared.end;
    }
    return parcels;
  }

  /** What it holds of the other side's register, for that side's recovery. */
  reader(): PeerReader {
    const { store, row } = this.side;
    const origin = row.otherOrigin;
    const newest = async (): Promise<Uint8Array | undefined> => (await store.head(origin))?.checkpoint;
    return {
      newest,
      covering: async (index) => (await store.heldCovering(origin, index))?.note ?? (await newest()),
      leaves: (range) => store.leaves({ origin, ...range }),
    };
  }

  async #checkpointAt(size: TreeSize): Promise<Uint8Array | undefined> {
    const { side } = this;
    const origin = side.row.ownOrigin;
    const root = await prefixRoot({ suite: nativeSuite, reader: side.store, origin, size });
    if (signingGuard(side.condition()) !== undefined) return undefined;
    const time = side.clock.seconds();
    return signCheckpoint({ suite: nativeSuite, origin, size, root, time, ...side.keys.register });
  }
}

/** So little goes in one request of documents that a large one takes several. */
const sentAtOnce = 40_000;
/** How often a node looks after its documents. */
const lookPause = 15_000;

/** What a node does by itself beside its link. */
async function look(parts: { side: Side; documents: Documents; around: Surroundings; life: Life }): Promise<void> {
  const { side, documents, around, life } = parts;
  const retention = new Retention(side, []);
  while (life.alive) {
    try {
      await side.contests.run();
      await retention.sweep();
      await documents.sweep();
    } catch (cause) {
      // Met again at the next round, as the node's sweep does.
      if (!isStoreFault(cause)) throw cause;
    }
    await around.clock.sleep(lookPause);
  }
}

/** The disk failed, under the store or under a file. */
export function isStoreFault(cause: unknown): boolean {
  return cause instanceof Fault && (cause.code.startsWith("store.") || cause.code === "node.documentDisk");
}

/**
 * The other side's mirror, and beside it the copies of the bags that have not arrived: what has left this side is part
 * of its register, wherever it is.
 */
function withBags(peer: PeerReader, copies: () => PeerReader | undefined): PeerReader {
  return {
    async newest() {
      const [there, here] = [await peer.newest(), await copies()?.newest()];
      return there === "unreachable" || here === "unreachable" || sizeIn(here) <= sizeIn(there) ? there : here;
    },
    async covering(index) {
      const [there, here] = [await peer.covering(index), await copies()?.covering(index)];
      if (there === "unreachable" || here === "unreachable") return there;
      return sizeIn(there) > index ? there : here;
    },
    async leaves(range) {
      const there = await peer.leaves(range);
      if (there === "unreachable" || there.length > 0) return there;
      return (await copies()?.leaves(range)) ?? [];
    },
  };
}

function sizeIn(note: Uint8Array | undefined): number {
  const read = note === undefined ? undefined : parseCheckpoint(note);
  return read === undefined || isRefusal(read) ? 0 : read.checkpoint.size;
}
