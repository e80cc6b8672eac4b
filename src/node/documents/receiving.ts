// Takes in documents that acts have named, whoever brings them: the other side's node, this node's own fetching, an
// officer with the file. What is whole is compared with its digest before it counts; small ones go into the store many
// at a time, large ones into their file.

import { Fault, type Refusal, type RefusalCode, refuse } from "../../base/index.ts";
import type { DigestText, DocumentSink, HowFar, NamedDocument, Piece } from "../../exchange/index.ts";
import { digest as digestOf } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { type DocumentRow, smallDocumentMax } from "../../store/index.ts";
import type { Side } from "../side/side.ts";
import { Turns } from "../side/turns.ts";
import type { DocumentFiles } from "./files.ts";
import type { DocumentLimits } from "./limits.ts";
import { RunningDigests } from "./running-digests.ts";

/** Up to this size a document is read again at once when its digest was not kept while it came. */
const readAtOnceMax = 64 * 1024 * 1024;

interface Arrival {
  readonly digest: DigestText;
  readonly bytes: Uint8Array | undefined;
}

interface Round {
  readonly answers: Map<DigestText, HowFar>;
  readonly arrived: Arrival[];
  /** Bytes of this round's documents that the disk and the quota must have room for. */
  taken: number;
}

export class Receiving implements DocumentSink {
  readonly #side: Side;
  readonly #files: DocumentFiles;
  readonly #limits: DocumentLimits;
  /** What comes over the link, by fetching and by hand is written one after the other. */
  readonly #turns = new Turns();
  readonly #digests = new RunningDigests();
  readonly #checking = new Map<DigestText, Promise<void>>();
  /** Told of documents that are whole now. */
  readonly #told: (digests: readonly DigestText[]) => Promise<void>;

  constructor(parts: {
    readonly side: Side;
    readonly files: DocumentFiles;
    readonly limits: DocumentLimits;
    readonly told: (digests: readonly DigestText[]) => Promise<void>;
  }) {
    this.#side = parts.side;
    this.#files = parts.files;
    this.#limits = parts.limits;
    this.#told = parts.told;
  }

  async named(digests: readonly DigestText[]): Promise<ReadonlyMap<DigestText, NamedDocument>> {
    const rows = await this.#side.store.documents.among(this.#side.row.accord, digests);
    const found = new Map<DigestText, NamedDocument>();
    for (const row of rows.values()) {
      // An upload that no act names is this side's own affair: the other side is not told that it is here.
      if (row.named === undefined) continue;
      const { digest, size, state } = row;
      const wanted = state === "expected" || state === "partial";
      const offset = state === "partial" ? await this.#offset(row) : 0;
      found.set(digest, { size, state: wanted ? "wanted" : state, offset });
    }
    return found;
  }

  write(pieces: readonly Piece[]): Promise<ReadonlyMap<DigestText, HowFar>> {
    return this.#turns.take(() => this.#write(pieces));
  }

  /** A whole file lies in its place, and the store does not know it: it counts when it gives its digest. */
  adopt(row: DocumentRow): Promise<void> {
    const { digest } = row;
    const path = this.#files.path(digest);
    return this.#turns.take(async () => {
      if ((await this.#files.digest(path)) === digest)
        await this.#arrive({ answers: new Map(), arrived: [{ digest, bytes: undefined }], taken: 0 });
      else await this.#files.remove(path);
    });
  }

  /** Resolves when no file is being read for its digest any more. */
  async settled(): Promise<void> {
    await this.#turns.take(async () => undefined);
    await Promise.all(this.#checking.values());
  }

  async #write(pieces: readonly Piece[]): Promise<ReadonlyMap<DigestText, HowFar>> {
    const { store, row } = this.#side;
    const round: Round = { answers: new Map(), arrived: [], taken: 0 };
    const byDigest = Map.groupBy(pieces, (piece) => piece.digest);
    const rows = await store.documents.among(row.accord, [...byDigest.keys()]);
    for (const [digest, own] of byDigest) {
      const known = rows.get(digest);
      if (known?.named === undefined)
        throw new Fault("node.unnamedDocument", "Bytes of a document that no act names were to be written.");
      round.answers.set(digest, await this.#one(known, { pieces: own, round }));
    }
    if (round.arrived.length > 0) await this.#arrive(round);
    return round.answers;
  }

  async #one(row: DocumentRow, input: { pieces: readonly Piece[]; round: Round }): Promise<HowFar> {
    if (row.state === "held" || row.state === "erased") return { kind: row.state };
    if (row.state === "expected") {
      const refused = await this.#room(row, input.round);
      if (refused) return refusedAs(refused);
    }
    const whole = row.size <= smallDocumentMax && wholeOf(row.size, input.pieces);
    if (whole) return this.#whole(row, { bytes: whole, round: input.round });
    return await this.#piecemeal(row, input);
  }

  /** A small document that came in one request. */
  #whole(row: DocumentRow, input: { bytes: Uint8Array; round: Round }): HowFar {
    if (digestOf(nativeSuite, input.bytes) !== row.digest) return refusedAs(refuse("exchange.documentAltered"));
    input.round.arrived.push({ digest: row.digest, bytes: input.bytes });
    return { kind: "held" };
  }

  async #piecemeal(row: DocumentRow, input: { pieces: readonly Piece[]; round: Round }): Promise<HowFar> {
    const { digest, size } = row;
    const path = this.#files.part(digest);
    const offset = row.state === "partial" ? await this.#offset(row) : 0;
    const joined: Uint8Array[] = [];
    let end = offset;
    for (const piece of input.pieces) {
      if (piece.offset > end || piece.offset + piece.bytes.length <= end) continue;
      const bytes = piece.bytes.subarray(end - piece.offset);
      joined.push(bytes);
      end += bytes.length;
    }
    if (end > size) return refusedAs(refuse("exchange.documentTooLong"));
    if (joined.length === 0) return { kind: "partial", offset };
    if ((await this.#files.append(path, { offset, pieces: joined })) === "full")
      return refusedAs(refuse("exchange.noRoomForDocument"));
    let at = offset;
    for (const bytes of joined) {
      this.#digests.advance(digest, { offset: at, bytes });
      at += bytes.length;
    }
    // A crash before this line leaves a part that the next first piece cuts off.
    if (row.state === "expected") await this.#setState(digest, "partial");
    return end < size ? { kind: "partial", offset: end } : await this.#ended(row, input.round);
  }

  /** All bytes are in the part. */
  async #ended(row: DocumentRow, round: Round | undefined): Promise<HowFar> {
    const { digest, size } = row;
    const path = this.#files.part(digest);
    const known = this.#digests.finish(digest, size);
    if (known === undefined && size > readAtOnceMax) {
      this.#check(row);
      return { kind: "partial", offset: size };
    }
    if ((known ?? (await this.#files.digest(path))) !== digest) return await this.#dropped(digest);
    const arrival = await this.#kept(row);
    if (round) round.arrived.push(arrival);
    else await this.#arrive({ answers: new Map(), arrived: [arrival], taken: 0 });
    return { kind: "held" };
  }

  /** Reads the whole part while others are served; who asks meanwhile hears that all of it is here. */
  #check(row: DocumentRow): void {
    const { digest } = row;
    if (this.#checking.has(digest)) return;
    const path = this.#files.part(digest);
    const check = this.#files
      .digest(path)
      .then((found) =>
        this.#turns.take(async () => {
          if (found !== digest) return void (await this.#dropped(digest));
          await this.#arrive({ answers: new Map(), arrived: [await this.#kept(row)], taken: 0 });
        }),
      )
      .catch((cause: unknown) => {
        // The next question begins it again.
        if (!(cause instanceof Fault)) throw cause;
      })
      .finally(() => this.#checking.delete(digest));
    this.#checking.set(digest, check);
  }

  /** The bytes of a small document, or the file of a large one put in its place. */
  async #kept({ digest, size }: DocumentRow): Promise<Arrival> {
    const part = this.#files.part(digest);
    if (size > smallDocumentMax) {
      await this.#files.keep(part, digest);
      return { digest, bytes: undefined };
    }
    const bytes = await this.#files.read(part, { offset: 0, length: size });
    return { digest, bytes };
  }

  async #arrive({ arrived }: Round): Promise<void> {
    const { store, row, clock } = this.#side;
    const held = await store.documents.arrived(row.accord, { documents: arrived, at: clock.now() });
    for (const { digest, bytes } of arrived) {
      // Erased while it was under way: its bytes must not stay behind. A small one's part is in the store now.
      if (!held.has(digest)) await this.#files.remove(this.#files.path(digest));
      if (!held.has(digest) || bytes !== undefined) await this.#files.remove(this.#files.part(digest));
    }
    await this.#told([...held]);
  }

  async #dropped(digest: DigestText): Promise<HowFar> {
    this.#digests.forget(digest);
    await this.#files.remove(this.#files.part(digest));
    await this.#setState(digest, "expected");
    return refusedAs(refuse("exchange.documentAltered"));
  }

  /** How many bytes of a part are on disk. A whole one that was not looked at yet is looked at. */
  async #offset(row: DocumentRow): Promise<number> {
    const size = (await this.#files.size(this.#files.part(row.digest))) ?? 0;
    if (size > row.size) return 0;
    if (size === row.size) this.#check(row);
    return size;
  }

  /** Refused when the document has no room beside the reserve, or takes the other side's beyond its quota. */
  async #room(row: DocumentRow, round: Round): Promise<Refusal | undefined> {
    const { store, row: accord } = this.#side;
    const size = row.size + round.taken;
    if ((await this.#files.free()) - this.#limits.reserveBytes < size) return refuse("exchange.noRoomForDocument");
    const used = row.author === accord.other ? await store.documents.usage(accord.accord, row.author) : 0;
    if (row.author === accord.other && used + size > this.#limits.peerBytesMax) return refuse("exchange.documentQuota");
    round.taken += row.size;
    return undefined;
  }

  async #setState(digest: DigestText, state: "expected" | "partial"): Promise<void> {
    const { store, row, clock } = this.#side;
    await store.documents.setState(row.accord, { digest, state, at: clock.now() });
  }
}

function refusedAs(refusal: Refusal): HowFar {
  const code: RefusalCode = refusal.code;
  return { kind: "refused", code };
}

/** The document's bytes when the pieces are all of it. */
function wholeOf(size: number, pieces: readonly Piece[]): Uint8Array | undefined {
  const [first] = pieces;
  return first?.offset === 0 && first.bytes.length === size ? first.bytes : undefined;
}
