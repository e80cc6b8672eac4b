// The webhook: brings what the public feed tells to the press office's own site, each text once, and again when it was
// corrected or killed. There is no queue that could be lost: what is to be sent is what the feed has and no marker in
// the home says was taken, so a node that was off for a day sends what came meanwhile. A marker is written after the
// site's answer: a crash between the two sends the text again under the same nonce.
//
// It runs beside everything else and waits for nobody; a site that fails is asked again after a pause that doubles.

import { setTimeout as sleep } from "node:timers/promises";
import { base64url, Fault, isRefusal, utf8, z } from "../../base/index.ts";
import { type FeedEntry, jsonFeedItem, type PressLanguage, pressLanguages } from "../../documents/index.ts";
import type { LinkSigner } from "../http/link-signature.ts";
import { createTransport, type Transport } from "../http/link-transport.ts";
import { openRecords, type Records } from "../signin/records.ts";
import { signedDelivery } from "./delivery.ts";
import type { PressDesk } from "./desk.ts";

const markerSchema = z.strictObject({
  entente: z.literal("press/1"),
  /** What of the text was taken: its nonce. */
  taken: z.string(),
});

export interface WebhookPauses {
  /** Between two looks at the feed. */
  readonly lookMs: number;
  /** After a first failure; doubled after each further one. */
  readonly firstMs: number;
  readonly longestMs: number;
}

export const usualPauses: WebhookPauses = { lookMs: 2_000, firstMs: 2_000, longestMs: 600_000 };
const timeouts = { connectMs: 10_000, answerMs: 30_000 } as const;
const answerMax = 64 * 1024;

export interface WebhookInput extends LinkSigner {
  readonly desk: Pick<PressDesk, "feed">;
  readonly address: string;
  /** PEM, as for the link. */
  readonly tlsCa: string | undefined;
  readonly languages?: readonly PressLanguage[] | undefined;
  /** Where the markers are. */
  readonly folder: string;
  readonly monotonicMs: () => number;
  /** Told when the site begins to fail, and when it takes texts again. */
  readonly report: (line: string) => void;
  readonly pauses?: WebhookPauses;
}

export class Webhook {
  readonly #input: WebhookInput;
  readonly #pauses: WebhookPauses;
  readonly #markers: Records<z.output<typeof markerSchema>>;
  readonly #transport: Transport;
  readonly #stop = new AbortController();
  /** Not before these, by text; monotonic milliseconds. */
  readonly #refused = new Map<string, number>();
  #failures = 0;
  #pauseUntil = 0;

  constructor(input: WebhookInput) {
    this.#input = input;
    this.#pauses = input.pauses ?? usualPauses;
    this.#markers = openRecords(input.folder, markerSchema);
    const { origin } = new URL(input.address);
    this.#transport = createTransport({ address: origin, tlsCa: input.tlsCa, timeouts });
  }

  /** Resolves when it is closed. A fault of the store or the disk is told, and met again at the next look. */
  async run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        await this.#look();
      } catch (cause) {
        if (!(cause instanceof Error)) throw cause;
        if (!signal.aborted) this.#failed(cause instanceof Fault ? cause.code : cause.message);
      }
      await sleep(this.#pauses.lookMs, undefined, { ref: false, signal }).catch(() => undefined);
    }
  }

  close(): void {
    this.#stop.abort();
    this.#transport.close();
  }

  async #look(): Promise<void> {
    for (const language of this.#input.languages ?? pressLanguages) {
      if (this.#input.monotonicMs() < this.#pauseUntil) return;
      const { entries } = await this.#input.desk.feed(language);
      for (const entry of entries.toReversed()) if (!(await this.#bring(entry, language))) return;
    }
  }

  /** False when the site is to be left alone for a while. */
  async #bring(entry: FeedEntry, language: PressLanguage): Promise<boolean> {
    if (this.#stop.signal.aborted) return false;
    const name = entry.id.replace(/^urn:uuid:/, "");
    const nonce = this.#nonceOf(entry);
    if (this.#markers.get(name)?.taken === nonce) return true;
    if (this.#input.monotonicMs() < (this.#refused.get(nonce) ?? 0)) return true;
    const problem = await this.#send(utf8(JSON.stringify(jsonFeedItem(entry, language))), nonce);
    if (this.#stop.signal.aborted) return false;
    if (problem === undefined) {
      this.#markers.put(name, { entente: "press/1", taken: nonce });
      this.#refused.delete(nonce);
      if (this.#failures > 0) this.#input.report("The press office's site takes public texts again.");
      this.#failures = 0;
      return true;
    }
    if (!problem.ofText) {
      this.#failed(problem.words);
      return false;
    }
    // The site answers and does not want this one: the others are not to wait behind it.
    this.#refused.set(nonce, this.#input.monotonicMs() + this.#pauses.longestMs);
    this.#input.report(`The press office's site refuses the public text ${entry.id}: ${problem.words}.`);
    return true;
  }

  /** Of the state of the text and not of its wording around it, which a later release of the software may change. */
  #nonceOf({ id, updated, facts, address }: FeedEntry): string {
    const { status, digest } = facts;
    return base64url(this.#input.suite.sha256(utf8(JSON.stringify([id, updated, status, digest, address ?? ""]))));
  }

  async #send(body: Uint8Array, nonce: string): Promise<{ words: string; ofText: boolean } | undefined> {
    const { target, headers } = signedDelivery(this.#input, { address: this.#input.address, body, nonce });
    const answer = await this.#transport.send({ method: "POST", target, headers, body, limit: answerMax });
    if (isRefusal(answer)) return { words: String(answer.details.problem ?? answer.code), ofText: false };
    const { status } = answer;
    if (status >= 200 && status < 300) return undefined;
    // 408 and 429 ask for patience; every other 4xx is about what was sent.
    return { words: `it answers ${status}`, ofText: status >= 400 && status < 500 && status !== 408 && status !== 429 };
  }

  #failed(words: string): void {
    const { firstMs, longestMs } = this.#pauses;
    const pause = Math.min(firstMs * 2 ** this.#failures, longestMs);
    this.#pauseUntil = this.#input.monotonicMs() + pause;
    if (this.#failures === 0) this.#input.report(`The press office's site does not take public texts: ${words}.`);
    this.#failures = Math.min(this.#failures + 1, 30);
  }
}
