// The sessions of officers before pages of this node. A session is a secret of 256 bits that only the browser has: the
// home keeps its digest. It is bound to the origin and the browser it was opened in, to the officer's mandate as it was
// then, and to the passkey it was opened with; it ends with any of them, after a time without a sign of the officer,
// and after so many hours whatever happens.

import { join } from "node:path";
import { base64url, hex, type Refusal, refuse, utf8, z } from "../../base/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { OfficerRecord } from "../home.ts";
import type { Presented } from "../http/index.ts";
import { openRecords, type Records } from "./records.ts";

export type RandomBytes = (length: number) => Uint8Array;

const digestText = z.string().regex(/^[0-9a-f]{64}$/);

const sessionSchema = z.strictObject({
  entente: z.literal("session/1"),
  officer: z.string(),
  by: z.enum(["passkey", "demonstration"]),
  /** The passkey, by its record's name. */
  passkey: digestText.optional(),
  origin: z.string(),
  /** SHA-256 of the header User-Agent. */
  agent: digestText,
  /** SHA-256 of the officer's service, functions, clearance and dossiers when it was opened. */
  mandate: digestText,
  openedAt: z.iso.datetime(),
  /** The last sign of the officer, to the minute. */
  seenAt: z.iso.datetime(),
});

export type SessionRecord = z.output<typeof sessionSchema>;

export interface SessionLimits {
  readonly idleMs: number;
  readonly wholeMs: number;
}

export const usualSessionLimits: SessionLimits = { idleMs: 15 * 60_000, wholeMs: 12 * 3_600_000 };

export interface FoundSession {
  readonly session: SessionRecord;
  readonly officer: OfficerRecord;
}

interface SessionsInput {
  readonly home: { readonly folder: string; officers(): readonly OfficerRecord[] };
  readonly limits: SessionLimits;
  /** Milliseconds of the machine's clock; a story's clock ends no session. */
  readonly now: () => number;
  readonly randomBytes: RandomBytes;
  /** Whether the passkey of this name is still enrolled for the officer. */
  readonly isEnrolled: (passkey: string, officer: string) => boolean;
}

const seenToTheMs = 60_000;

const reasons = {
  unknown: "it is not, or no longer, known here",
  idle: "there was no sign of the officer for too long",
  over: "its hours are over",
  officer: "the officer's place in this side's directory has changed",
  passkey: "its passkey was revoked",
  moved: "it came from another browser or another address than it was opened in",
} as const;

export class Sessions {
  readonly #input: SessionsInput;
  readonly #records: Records<SessionRecord>;
  /** When the officer gave a sign last, by session: finer than what is on the disk. */
  readonly #seen = new Map<string, number>();
  readonly #ended = new Map<string, Set<() => void>>();

  constructor(input: SessionsInput) {
    this.#input = input;
    this.#records = openRecords(join(input.home.folder, "sessions"), sessionSchema);
  }

  get limits(): SessionLimits {
    return this.#input.limits;
  }

  /** Opens a session and gives its secret, which is never given again. */
  open(input: {
    readonly officer: OfficerRecord;
    readonly by: SessionRecord["by"];
    readonly passkey?: string;
    readonly origin: string;
    readonly agent: string;
  }): string {
    const { officer, by, passkey, origin, agent } = input;
    const token = base64url(this.#input.randomBytes(32));
    const now = new Date(this.#input.now()).toISOString();
    this.#records.put(sha256(token), {
      entente: "session/1",
      officer: officer.id,
      by,
      ...(passkey === undefined ? {} : { passkey }),
      origin,
      agent: sha256(agent),
      mandate: mandateOf(officer),
      openedAt: now,
      seenAt: now,
    });
    return token;
  }

  /** The session of a secret, or `api.sessionEnded`. One that is found wanting is over from then on. */
  find(presented: Presented): FoundSession | Refusal {
    const name = sha256(presented.token);
    const session = this.#records.get(name);
    if (!session) return this.#end(name, "unknown");
    // Not ended: whoever has stolen the secret must not be able to end it either.
    if (session.agent !== sha256(presented.agent)) return refuse("api.sessionEnded", { reason: reasons.moved });
    if (presented.origin !== undefined && presented.origin !== session.origin)
      return refuse("api.sessionEnded", { reason: reasons.moved });
    const wrong = this.#flaw(name, session);
    if (typeof wrong === "string") return this.#end(name, wrong);
    if (presented.changes) this.#noteSign(name, session);
    return { session, officer: wrong };
  }

  end(token: string): void {
    this.#end(sha256(token), "unknown");
  }

  /** Calls back once, when the session ends. */
  onEnd(token: string, ended: () => void): () => void {
    const name = sha256(token);
    const waiting = this.#ended.get(name) ?? new Set();
    waiting.add(ended);
    this.#ended.set(name, waiting);
    return () => {
      waiting.delete(ended);
      if (waiting.size === 0) this.#ended.delete(name);
    };
  }

  /** Ends what is over although nobody asks: an event stream ends with its session, not with its next request. */
  sweep(): void {
    for (const [name, session] of this.#all()) {
      const wrong = this.#flaw(name, session);
      if (typeof wrong === "string") this.#end(name, wrong);
    }
    for (const name of [...this.#ended.keys()]) if (!this.#records.get(name)) this.#end(name, "unknown");
  }

  *#all(): Iterable<readonly [string, SessionRecord]> {
    for (const name of this.#records.names()) {
      const session = this.#records.get(name);
      if (session) yield [name, session];
    }
  }

  /** The officer as the directory has them now, or why the session is over. */
  #flaw(name: string, session: SessionRecord): OfficerRecord | keyof typeof reasons {
    const { limits, now, home, isEnrolled } = this.#input;
    if (now() - Date.parse(session.openedAt) >= limits.wholeMs) return "over";
    if (now() - this.#seenAt(name, session) >= limits.idleMs) return "idle";
    const officer = home.officers().find((one) => one.id === session.officer);
    if (!officer || mandateOf(officer) !== session.mandate) return "officer";
    if (session.passkey !== undefined && !isEnrolled(session.passkey, officer.id)) return "passkey";
    return officer;
  }

  #seenAt(name: string, session: SessionRecord): number {
    return Math.max(this.#seen.get(name) ?? 0, Date.parse(session.seenAt));
  }

  #noteSign(name: string, session: SessionRecord): void {
    const now = this.#input.now();
    this.#seen.set(name, now);
    if (now - Date.parse(session.seenAt) < seenToTheMs) return;
    this.#records.put(name, { ...session, seenAt: new Date(now).toISOString() });
  }

  #end(name: string, reason: keyof typeof reasons): Refusal {
    this.#records.remove(name);
    this.#seen.delete(name);
    const waiting = this.#ended.get(name);
    this.#ended.delete(name);
    for (const ended of waiting ?? []) ended();
    return refuse("api.sessionEnded", { reason: reasons[reason] });
  }
}

function sha256(text: string): string {
  return hex(nativeSuite.sha256(utf8(text)));
}

function mandateOf({ service, functions, clearance, dossiers }: OfficerRecord): string {
  return sha256(JSON.stringify([service, functions, clearance ?? null, dossiers ?? null]));
}
