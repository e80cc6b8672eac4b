// Two ends of a road for documents, in memory: a node that has them and one that is to have them. What goes wrong is a
// test's to choose.

import type { DocumentAnswer, HowFar } from "../documents/answer.ts";
import { encodeDocumentAnswer } from "../documents/answer.ts";
import type { DigestText } from "../documents/frames.ts";
import type { DocumentMirrorPort, DocumentSendPort, Due, NamedDocument, Piece } from "../documents/port.ts";
import { receiveDocuments } from "../documents/receive.ts";

export interface TestDocument {
  readonly digest: DigestText;
  readonly bytes: Uint8Array;
}

/** A node that is to have documents. Writes land or do not as `fault` says. */
export class Receiver implements DocumentMirrorPort {
  /** What acts name, by size. */
  readonly sizes = new Map<DigestText, number>();
  readonly contents = new Map<DigestText, Uint8Array>();
  readonly held = new Set<DigestText>();
  readonly erased = new Set<DigestText>();
  stopped: string | undefined;
  /** Asked before each write: a code to refuse it with. */
  refuses: (piece: Piece) => string | undefined = () => undefined;
  readonly #sound: ReadonlyMap<DigestText, Uint8Array>;

  constructor(documents: readonly TestDocument[]) {
    this.#sound = new Map(documents.map((one) => [one.digest, one.bytes]));
    for (const { digest, bytes } of documents) this.sizes.set(digest, bytes.length);
  }

  async condition(): Promise<{ stopped: string | undefined; recovering: boolean }> {
    return { stopped: this.stopped, recovering: false };
  }

  async named(digests: readonly DigestText[]): Promise<ReadonlyMap<DigestText, NamedDocument>> {
    const found = new Map<DigestText, NamedDocument>();
    for (const digest of digests) {
      const size = this.sizes.get(digest);
      if (size === undefined) continue;
      const state = this.erased.has(digest) ? "erased" : this.held.has(digest) ? "held" : "wanted";
      found.set(digest, { size, state, offset: this.contents.get(digest)?.length ?? 0 });
    }
    return found;
  }

  async write(pieces: readonly Piece[]): Promise<ReadonlyMap<DigestText, HowFar>> {
    const answers = new Map<DigestText, HowFar>();
    for (const piece of pieces) answers.set(piece.digest, this.#one(piece));
    return answers;
  }

  #one(piece: Piece): HowFar {
    const { digest, offset, bytes } = piece;
    const code = this.refuses(piece);
    if (code !== undefined) return { kind: "refused", code };
    const before = this.contents.get(digest) ?? new Uint8Array();
    if (before.length !== offset) throw new Error("A piece that does not join.");
    const after = new Uint8Array([...before, ...bytes]);
    this.contents.set(digest, after);
    if (after.length < (this.sizes.get(digest) ?? 0)) return { kind: "partial", offset: after.length };
    if (String(after) === String(this.#sound.get(digest))) {
      this.held.add(digest);
      return { kind: "held" };
    }
    this.contents.delete(digest);
    return { kind: "refused", code: "exchange.documentAltered" };
  }

  async receive(bytes: Uint8Array): Promise<DocumentAnswer> {
    return await receiveDocuments(this, { bytes });
  }
}

/** A node that has documents to send, with a road that a test bends. */
export class Sender implements DocumentSendPort {
  readonly undelivered: Map<DigestText, Uint8Array>;
  readonly carried: Uint8Array[] = [];
  clock = 0;
  stopped: string | undefined;
  /** Once nothing is due and nothing rests, or after so many pauses: the run ends. */
  pauses = 0;
  onIdle: () => void = () => undefined;
  readonly #receiver: Receiver;
  /** What becomes of a request: "lost", "answerLost", or carried. */
  fate: () => "carried" | "lost" | "answerLost" = () => "carried";

  constructor(documents: readonly TestDocument[], receiver: Receiver) {
    this.undelivered = new Map(documents.map((one) => [one.digest, one.bytes]));
    this.#receiver = receiver;
  }

  async condition(): Promise<{ stopped: string | undefined; recovering: boolean }> {
    return { stopped: this.stopped, recovering: false };
  }

  async due(limit: number): Promise<readonly Due[]> {
    const all = [...this.undelivered].map(([digest, bytes]) => ({ digest, size: bytes.length }));
    return all.toSorted((a, b) => a.size - b.size).slice(0, limit);
  }

  async read(range: { digest: DigestText; offset: number; length: number }): Promise<Uint8Array | undefined> {
    return this.undelivered.get(range.digest)?.slice(range.offset, range.offset + range.length);
  }

  async carry(frames: Uint8Array): Promise<Uint8Array | "unreachable"> {
    this.carried.push(frames);
    const fate = this.fate();
    if (fate === "lost") return "unreachable";
    const answer = encodeDocumentAnswer(await this.#receiver.receive(frames));
    return fate === "answerLost" ? "unreachable" : answer;
  }

  async delivered(digests: readonly DigestText[]): Promise<void> {
    for (const digest of digests) this.undelivered.delete(digest);
  }

  async wait(pause: { readonly milliseconds: number; readonly woken: Promise<void> }): Promise<void> {
    this.clock += pause.milliseconds;
    this.pauses += 1;
    this.onIdle();
    await Promise.resolve();
  }

  now(): number {
    return Math.floor(this.clock / 1000);
  }
}
