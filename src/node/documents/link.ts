// The documents' part of an accord's link: sends this side's documents once the other holds their acts, takes in the
// other's, and fetches what is missing here. Composed from the exchange and from what carries its bytes.

import { setTimeout as sleep } from "node:timers/promises";
import { type Refusal, refuse } from "../../base/index.ts";
import {
  DocumentFetcher,
  type DocumentFetchPort,
  DocumentSender,
  type DocumentSendLimits,
  type DocumentSendPort,
  type DocumentSendState,
  encodeDocumentAnswer,
  frameLimits,
  receiveDocuments,
} from "../../exchange/index.ts";
import type { Side } from "../side/side.ts";
import { patience } from "./limits.ts";
import type { Reading } from "./reading.ts";
import type { Receiving } from "./receiving.ts";

/** What brings bytes to the other side and asks it for some: HTTP here. */
export interface DocumentCarrier {
  carryDocuments(frames: Uint8Array): Promise<Uint8Array | "unreachable">;
  askDocument: DocumentFetchPort["ask"];
}

/** Bytes given at once to the other side's asking. */
const servedAtOnce = frameLimits.bytes / 2;

export class DocumentLink {
  readonly #side: Side;
  readonly #receiving: Receiving;
  readonly #reading: Reading;
  readonly #sender: DocumentSender;
  readonly #fetcher: DocumentFetcher;
  readonly #stop = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(parts: {
    readonly side: Side;
    readonly receiving: Receiving;
    readonly reading: Reading;
    readonly carrier: DocumentCarrier;
    /** How documents are sent; usual when absent. */
    readonly sending?: DocumentSendLimits;
    /** Told of documents that the other side holds. */
    readonly delivered: (digests: readonly string[]) => Promise<void>;
  }) {
    const { side, receiving, reading, carrier } = parts;
    this.#side = side;
    this.#receiving = receiving;
    this.#reading = reading;
    const common = {
      condition: async () => side.condition(),
      wait: ({ milliseconds, woken }: { milliseconds: number; woken: Promise<void> }) =>
        this.#wait(milliseconds, woken),
      now: () => Math.floor(performance.now() / 1000),
    };
    const { accord, own } = side.row;
    const { documents } = side.store;
    const port: DocumentSendPort = {
      ...common,
      due: (limit) => documents.toDeliver(accord, { heldSize: side.held(own), limit }),
      read: async ({ digest, ...range }) => {
        const row = await documents.get(accord, digest);
        return row?.state === "held" ? await reading.range(row, range) : undefined;
      },
      carry: (frames) => carrier.carryDocuments(frames),
      delivered: (digests) => parts.delivered(digests),
    };
    this.#sender = new DocumentSender(port, parts.sending);
    this.#fetcher = new DocumentFetcher({
      ...common,
      named: (digests) => receiving.named(digests),
      write: (pieces) => receiving.write(pieces),
      missing: (limit) => this.#missing(limit),
      ask: (from) => carrier.askDocument(from),
    });
  }

  /** Runs until closed. Call once. */
  run(): Promise<void> {
    this.#running = Promise.all([this.#sender.run(), this.#fetcher.run(), this.#listen()]);
    return this.#running.then(() => undefined);
  }

  /** Resolves when nothing is under way any more. The events and the carrier are closed before. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.#sender.close();
    this.#fetcher.close();
    await this.#running;
    await this.#receiving.settled();
  }

  /** What arrived from the other side; the answer goes back the same way. */
  async receive(frames: Uint8Array): Promise<Uint8Array> {
    const port = {
      condition: async () => this.#side.condition(),
      named: (digests: readonly string[]) => this.#receiving.named(digests),
      write: (pieces: Parameters<Receiving["write"]>[0]) => this.#receiving.write(pieces),
    };
    return encodeDocumentAnswer(await receiveDocuments(port, { bytes: frames }));
  }

  /**
   * Bytes for the other side, which has lost them or has not been brought them: of a document that an act in a register
   * names, and of no other.
   */
  async serve(from: { readonly digest: string; readonly offset: number }): Promise<Uint8Array | Refusal> {
    const { store, row: accord } = this.#side;
    const row = await store.documents.get(accord.accord, from.digest);
    const unknown = refuse("api.unknown", { what: "document", got: from.digest });
    if (row?.named === undefined || row.state !== "held" || from.offset >= row.size) return unknown;
    return (await this.#reading.range(row, { offset: from.offset, length: servedAtOnce })) ?? unknown;
  }

  state(): DocumentSendState {
    return this.#sender.state();
  }

  /** Tries at once, also what was refused before. */
  retry(): void {
    this.#sender.retry();
    this.#fetcher.poke();
  }

  async #missing(limit: number): ReturnType<DocumentFetchPort["missing"]> {
    const { store, row, clock } = this.#side;
    const before = clock.now() - patience.fetch;
    const rows = await store.documents.missing(row.accord, { before, limit });
    const named = await this.#receiving.named(rows.map((one) => one.digest));
    return rows.map(({ digest, size }) => ({ digest, size, offset: named.get(digest)?.offset ?? 0 }));
  }

  /** What the other side holds of this side's register may have become more: its documents follow. */
  async #listen(): Promise<void> {
    const { events, row } = this.#side;
    for await (const event of events.listen()) {
      if (this.#stop.signal.aborted) return;
      if (event.kind === "held" && event.party === row.own) this.#sender.poke();
      if (event.kind === "link") this.retry();
    }
    // Let go for not keeping up: the regular look does the same, only later.
  }

  async #wait(milliseconds: number, woken: Promise<void>): Promise<void> {
    const done = new AbortController();
    const signal = AbortSignal.any([done.signal, this.#stop.signal]);
    await Promise.race([sleep(milliseconds, undefined, { signal, ref: false }).catch(abortedOnly), woken]);
    done.abort();
  }
}

function abortedOnly(cause: unknown): void {
  if (!(cause instanceof Error) || cause.name !== "AbortError") throw cause;
}
