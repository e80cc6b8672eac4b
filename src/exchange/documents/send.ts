// Sends the own documents to the other side's node: small ones whole and many together, large ones piece by piece from
// where the other side says it is. Never before the act that names them, one request under way at a time, and without
// any state in which it gives up: what is refused is tried again later and slower, and does not stand in the others'
// way.

import { Fault, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { Pace, type PaceLimits } from "../pace.ts";
import { type HowFar, parseDocumentAnswer } from "./answer.ts";
import { type DigestText, encodeFrames, type Frame, frameLimits, frameOverhead } from "./frames.ts";
import type { DocumentSendPort, Due } from "./port.ts";

export interface DocumentSendLimits extends PaceLimits {
  /** About how many bytes of documents go in one request. */
  readonly bytes: number;
  /** Documents looked at for one request. */
  readonly documents: number;
  /** The first and the longest rest of a document that was refused, seconds. */
  readonly firstRest: number;
  readonly longestRest: number;
}

export const usualDocumentSendLimits: DocumentSendLimits = {
  bytes: 4 * 1024 * 1024,
  documents: 1_000,
  firstPause: 250,
  longestPause: 60_000,
  idle: 30_000,
  firstRest: 5,
  longestRest: 600,
};

/** Below this a document is sent without asking first how much of it is there already. */
const askedFrom = 512 * 1024;

export interface DocumentSendState {
  readonly phase: "idle" | "sending" | "waiting" | "paused" | "closed";
  /** What prevented the last attempt; undefined when it succeeded. `code` may be the other side's word. */
  readonly lastError: { readonly code: string; readonly details: Refusal["details"]; readonly at: number } | undefined;
  /** Why the other side took nothing of some documents, by the document. */
  readonly refused: ReadonlyMap<DigestText, string>;
}

type Failure = { readonly failure: { readonly code: string; readonly details: Refusal["details"] } };
type Step = "sent" | "idle" | "paused" | Failure;

interface Resting {
  readonly code: string;
  readonly until: number;
  readonly rest: number;
}

export class DocumentSender {
  readonly #port: DocumentSendPort;
  readonly #limits: DocumentSendLimits;
  readonly #pace: Pace;
  /** How far the other side has said it is with a large document. */
  readonly #offsets = new Map<DigestText, number>();
  readonly #resting = new Map<DigestText, Resting>();
  #failures = 0;
  #phase: DocumentSendState["phase"] = "idle";
  #lastError: DocumentSendState["lastError"];

  constructor(port: DocumentSendPort, limits: DocumentSendLimits = usualDocumentSendLimits) {
    this.#port = port;
    this.#limits = limits;
    this.#pace = new Pace((pause) => port.wait(pause), limits);
  }

  /** There is something new. Sends at once when idle. */
  poke(): void {
    this.#pace.poke();
  }

  /** As `poke`, and what the other side refused is tried again at once. */
  retry(): void {
    this.#resting.clear();
    this.poke();
  }

  close(): void {
    this.#pace.close();
  }

  state(): DocumentSendState {
    const refused = new Map([...this.#resting].map(([digest, { code }]) => [digest, code]));
    return { phase: this.#phase, lastError: this.#lastError, refused };
  }

  /** Sends until closed. Call once. */
  async run(): Promise<void> {
    while (!this.#pace.closed) {
      const step = await this.#attempt();
      if (step === "sent") this.#failures = 0;
      else if (step === "idle" || step === "paused") {
        this.#phase = step;
        await this.#pace.rest();
      } else {
        this.#failures += 1;
        this.#phase = "waiting";
        this.#lastError = { ...step.failure, at: this.#port.now() };
        await this.#pace.backOff(this.#failures);
      }
    }
    this.#phase = "closed";
  }

  /** One request, if there is reason for one. A Fault of the port is a failure like another: it may pass. */
  async #attempt(): Promise<Step> {
    try {
      if ((await this.#port.condition()).stopped !== undefined) return "paused";
      const frames = await this.#next();
      if (frames.length === 0) return "idle";
      this.#phase = "sending";
      const answer = await this.#port.carry(encodeFrames(frames));
      if (answer === "unreachable") return { failure: refuse("exchange.unreachable") };
      const read = parseDocumentAnswer(answer);
      if (isRefusal(read)) return { failure: read };
      if (read.answer.kind === "stopped")
        return { failure: refuse("exchange.stoppedThere", { code: read.answer.code }) };
      if (read.answer.kind === "refused") return { failure: { code: read.answer.code, details: {} } };
      return await this.#learn(frames, read.answer.documents);
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      return { failure: { code: cause.code, details: { message: cause.message } } };
    }
  }

  async #next(): Promise<readonly Frame[]> {
    const now = this.#port.now();
    const due = await this.#port.due(this.#limits.documents + this.#resting.size);
    const awake = due.filter(({ digest }) => (this.#resting.get(digest)?.until ?? 0) <= now);
    const frames: Frame[] = [];
    let room = Math.min(this.#limits.bytes, frameLimits.bytes - frameOverhead * 2);
    for (const one of awake) {
      if (frames.length === frameLimits.frames || room <= frameOverhead) break;
      const frame = await this.#frameOf(one, room - frameOverhead);
      if (frame === undefined) continue;
      frames.push(frame);
      room -= frameOverhead + frame.bytes.length;
    }
    return frames;
  }

  /** Undefined for what is gone since, and for a document that fits another request better. */
  async #frameOf({ digest, size }: Due, room: number): Promise<Frame | undefined> {
    const known = this.#offsets.get(digest);
    if (known === undefined && size >= askedFrom) return { digest, offset: 0, bytes: new Uint8Array() };
    const offset = known ?? 0;
    // A small one is not cut: it fits whole into the next request.
    if (size <= askedFrom && size > room && room < this.#limits.bytes / 2) return undefined;
    const bytes = await this.#port.read({ digest, offset, length: Math.min(room, size - offset) });
    return bytes && { digest, offset, bytes };
  }

  async #learn(frames: readonly Frame[], answers: ReadonlyMap<DigestText, HowFar>): Promise<Step> {
    const done: DigestText[] = [];
    let forward = false;
    for (const { digest, offset, bytes } of frames) {
      const far = answers.get(digest);
      if (far === undefined) continue;
      if (far.kind === "held" || far.kind === "erased") done.push(digest);
      else if (far.kind === "refused") this.#rest(digest, far.code);
      else {
        // A question that was answered, or bytes that were taken.
        forward ||= bytes.length === 0 ? !this.#offsets.has(digest) : far.offset > offset;
        this.#offsets.set(digest, far.offset);
        this.#resting.delete(digest);
      }
    }
    for (const digest of done) {
      this.#offsets.delete(digest);
      this.#resting.delete(digest);
    }
    if (done.length > 0) await this.#port.delivered(done);
    const rested = frames.every(({ digest }) => this.#resting.has(digest));
    if (done.length === 0 && !forward && !rested) return { failure: refuse("exchange.documentStandsStill") };
    this.#lastError = undefined;
    return "sent";
  }

  #rest(digest: DigestText, code: string): void {
    const { firstRest, longestRest } = this.#limits;
    const before = this.#resting.get(digest)?.rest;
    const rest = before === undefined ? firstRest : Math.min(longestRest, before * 2);
    this.#offsets.delete(digest);
    this.#resting.set(digest, { code, until: this.#port.now() + rest, rest });
  }
}
