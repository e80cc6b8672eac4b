// Walks dossiers through a declaration for tests: makes acts of two sides with chosen clocks and sight, and folds them
// with the engine itself. What an act rests on (keys, articles, labels) is admitted elsewhere and tested there.

import { createHash } from "node:crypto";
import {
  type Act,
  type ActId,
  isAccordId,
  isActId,
  isArticleNumber,
  isFunctionCode,
  isInstantText,
  isPartyCode,
  isProcedureId,
  isServiceCode,
  isZoneName,
  type JsonObject,
  type PartyCode,
} from "../../acts/index.ts";
import { isRefusal, type Refusal } from "../../base/index.ts";
import { type Annex, annexSchema } from "../annex.ts";
import type { Procedure } from "../declaration.ts";
import { lapse } from "../engine/apply.ts";
import type { Dossier } from "../engine/dossier.ts";
import { type Folded, fold } from "../engine/fold.ts";
import type { PlacedAct } from "../engine/order.ts";
import { type View, viewOf } from "../engine/view.ts";
import type { Terms } from "../terms.ts";

function named<T extends string>(is: (text: string) => text is T, text: string): T {
  if (!is(text)) throw new TypeError(`Not a name of this kind: ${text}`);
  return text;
}

export const morocco: PartyCode = named(isPartyCode, "MA");
export const israel: PartyCode = named(isPartyCode, "IL");

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** Like the node's digest: the same for equal values whatever the order of their names, and loud about undefined. */
export function testDigest(value: unknown): string {
  const text = JSON.stringify(sorted(value), (key, inner: unknown) => {
    if (inner === undefined) throw new TypeError(`undefined under ${key}`);
    return inner;
  });
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

/** Terms of the two sides in force since 2021, with what a test sets otherwise in the annex. */
export function termsWith(annex: Partial<Annex> = {}): Terms {
  const calendars = {
    MA: { zone: named(isZoneName, "Africa/Casablanca"), weekend: [6, 7], holidays: [] },
    IL: { zone: named(isZoneName, "Asia/Jerusalem"), weekend: [5, 6], holidays: [] },
  };
  const parsed = annexSchema.parse({
    entente: "annex/1",
    languages: ["fr", "ar", "he", "en"],
    articles: [{ number: "1", titles: { en: "Written for tests" }, domains: ["visits"] }],
    entryIntoForce: { rule: { kind: "onSignature" }, zone: "Africa/Casablanca" },
    denunciation: { noticeMonths: 6 },
    calendars,
    ...annex,
  });
  const level = (code: string) => ({ code, names: { en: code } });
  return {
    parties: [morocco, israel],
    labels: { policy: "test", levels: [level("open"), level("restricted"), level("confidential"), level("secret")] },
    cap: "secret",
    calendars,
    accord: {
      dossier: actId(999_999),
      annex: parsed,
      inForceFrom: Date.parse("2021-01-01T00:00:00Z"),
      provisionalFrom: undefined,
      endsAt: undefined,
    },
    channels: new Map(),
    equivalence: [],
    services: () => new Map(),
  };
}

export function actId(number: number): ActId {
  return named(isActId, `01890000-0000-7000-8000-${String(number).padStart(12, "0")}`);
}

export interface Move {
  readonly side: PartyCode;
  readonly step: string;
  readonly body: JsonObject;
  readonly at: string;
  /** How many acts of the other side the author had seen; default: all made so far. */
  readonly saw?: number;
  readonly terms?: Terms;
}

/**
 * A dossier under way. `make` adds an act and tells what became of it; `data` and `state` are as the fold leaves them.
 */
export class Walk<Data> {
  readonly procedure: Procedure<Data>;
  readonly terms: Terms;
  readonly lines: [PlacedAct[], PlacedAct[]] = [[], []];

  constructor(procedure: Procedure<Data>, terms: Terms) {
    this.procedure = procedure;
    this.terms = terms;
  }

  make(move: Move): "effective" | "crossed" | Refusal {
    const line = move.side === this.terms.parties[0] ? 0 : 1;
    const others = this.lines[line === 0 ? 1 : 0];
    const terms = move.terms ?? this.terms;
    const act = this.#act(move);
    const sight = move.saw ?? others.length;
    this.lines[line].push({ act, index: this.lines[line].length, sight, terms, inadmissible: undefined });
    const outcome = this.folded().outcomes.get(act.id);
    if (outcome?.kind === "void") return outcome.refusal;
    return outcome?.kind ?? "crossed";
  }

  /** Makes a move that must take effect, and gives the data after it. */
  must(move: Move): Data {
    const outcome = this.make(move);
    if (outcome !== "effective") throw new TypeError(`${move.step}: ${JSON.stringify(outcome)}`);
    return this.data;
  }

  folded(): Folded<Data> {
    return fold(this.procedure, { lines: this.lines, digest: testDigest });
  }

  get dossier(): Dossier<Data> {
    const { dossier } = this.folded();
    if (!dossier) throw new TypeError("Nothing has opened the dossier.");
    return dossier;
  }

  get data(): Data {
    return this.dossier.data;
  }

  /** The state at an instant, or as the last act left it. */
  stateAt(at?: string): string {
    const until = at === undefined ? this.dossier.time : Date.parse(at);
    return lapse(this.procedure, { dossier: this.dossier, until, terms: this.terms }).state;
  }

  viewAt(at: string): View<Data> {
    return viewOf(this.procedure, { dossier: this.dossier, terms: this.terms, now: Date.parse(at) });
  }

  #act(move: Move): Act {
    const made = this.lines[0].length + this.lines[1].length;
    return {
      accord: named(isAccordId, "0".repeat(32)),
      id: actId(made),
      party: move.side,
      service: named(isServiceCode, "security-authority"),
      function: named(isFunctionCode, "liaison-officer"),
      dossier: actId(0),
      procedure: named(isProcedureId, `${this.procedure.name}/${this.procedure.version}`),
      step: move.step,
      articles: [named(isArticleNumber, "1")],
      label: { policy: "test", classification: "open", releasableTo: [israel, morocco] },
      body: move.body,
      seen: 0,
      at: { instant: named(isInstantText, move.at), zone: named(isZoneName, "Africa/Casablanca") },
    };
  }
}

/** The code of a refused move, else what became of it. */
export function codeOf(outcome: "effective" | "crossed" | Refusal): string {
  return isRefusal(outcome) ? outcome.code : outcome;
}
