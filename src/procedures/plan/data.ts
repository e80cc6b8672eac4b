// What a plan's dossier knows: its lines as they stand, the letters that changed them, the dossiers that carry each one
// out, and the digest that both sides sign.

import type { PartyCode } from "../../acts/index.ts";
import type { Change } from "./changes.ts";
import type { Line, LineStatus } from "./line.ts";
import type { Links } from "./links.ts";

export interface PlanLine {
  readonly line: Line;
  /** The side that proposed it. */
  readonly by: PartyCode;
  /** Of the line's own text: a change names it. */
  readonly digest: string;
  readonly status: LineStatus;
  /** What was said with the latest status. */
  readonly note?: string | undefined;
}

export interface Letter {
  readonly by: PartyCode;
  /** The sending side's own number. */
  readonly reference: string;
  /** Of the changes, the reference and the reason: the answer names it. */
  readonly digest: string;
  readonly changes: readonly Change[];
  readonly reason: string;
  /** Milliseconds since 1970, by its author's clock. */
  readonly at: number;
  readonly answer: "accepted" | "declined" | "withdrawn" | undefined;
}

export interface Reported {
  readonly line: string;
  readonly status: LineStatus;
  /** How many dossiers carried it out. */
  readonly dossiers: number;
}

export interface PlanData {
  readonly caller: PartyCode | undefined;
  readonly year: number;
  readonly titles: Readonly<Record<string, string>>;
  /** Each side's own number for the plan. */
  readonly references: Readonly<Record<PartyCode, string>>;
  /** First instant of the year and of the next one, on the caller's clock. Milliseconds since 1970. */
  readonly opensAt: number | undefined;
  readonly endsAt: number | undefined;
  /** Both have handed in their proposals: from here on either side changes any line. */
  readonly harmonising: boolean;
  /** In the order of their ids, whoever proposed them and whenever. */
  readonly lines: readonly PlanLine[];
  /** Of all lines: what both agree to and sign. */
  readonly version: string | undefined;
  readonly signed: { readonly version: string; readonly at: number } | undefined;
  readonly letters: readonly Letter[];
  /** By line: a dossier stands under one line only, so that none is counted twice. */
  readonly links: Links;
  readonly report: { readonly lines: readonly Reported[]; readonly at: number } | undefined;
}

export function blankPlan(): PlanData {
  return {
    caller: undefined,
    year: 0,
    titles: {},
    references: {},
    opensAt: undefined,
    endsAt: undefined,
    harmonising: false,
    lines: [],
    version: undefined,
    signed: undefined,
    letters: [],
    links: {},
    report: undefined,
  };
}

/** The data with these lines. The digest is over the lines' own, so that it costs little however long the plan is. */
export function withVersion(
  data: PlanData,
  input: { readonly lines: readonly PlanLine[]; digest(value: unknown): string },
): PlanData {
  const { lines, digest } = input;
  const named = lines.map(({ line, digest: own }) => ({ line: line.id, digest: own }));
  return { ...data, lines, version: digest({ year: data.year, lines: named }) };
}

/** The year's report as the plan itself tells it. */
export function reportOf(data: PlanData): readonly Reported[] {
  return data.lines.map(({ line, status }) => ({ line: line.id, status, dossiers: data.links[line.id]?.length ?? 0 }));
}

/** The oldest letter that waits for this side's answer. */
export function oldestLetterTo(data: PlanData, side: PartyCode): Letter | undefined {
  return data.letters.find((one) => one.by !== side && one.answer === undefined);
}
