// What a programme dossier knows. Of the versions it keeps the digests and the latest content: an earlier one is in the
// register, in the act that tabled or changed it.

import type { PartyCode } from "../../acts/index.ts";
import type { Acknowledged, AdvanceVisit, Dates, Delegation, deliveries, ProgrammeRecord } from "./bodies.ts";
import type { Change } from "./changes.ts";
import { type Engagement, instantOf } from "./engagement.ts";

export interface ProgrammeVersion {
  readonly number: number;
  readonly digest: string;
  /** Milliseconds since 1970, by its author's clock. */
  readonly at: number;
  readonly step: string;
}

export interface AgreedDates extends Dates {
  /** First instant of the first day and end of the last, on the clock of the zone. Milliseconds since 1970. */
  readonly opensAt: number;
  readonly endsAt: number;
}

export interface ChangeRequest {
  /** 1 for the first. */
  readonly number: number;
  readonly base: string;
  readonly changes: readonly Change[];
  readonly reason: string;
  readonly answer: "taken" | "declined" | undefined;
}

export type Delivery = (typeof deliveries)[number];

export interface ProgrammeData {
  readonly host: PartyCode | undefined;
  readonly titles: Readonly<Record<string, string>>;
  readonly reference: string | undefined;
  readonly proposal: (Dates & { readonly by: PartyCode }) | undefined;
  readonly dates: AgreedDates | undefined;
  readonly delegation: (Delegation & { readonly version: number; readonly at: number }) | undefined;
  readonly delivered: Readonly<Partial<Record<Delivery, { readonly details: string; readonly count: number }>>>;
  readonly advanceVisit:
    | (AdvanceVisit & { readonly by: PartyCode; readonly accepted: boolean | undefined })
    | undefined;
  readonly versions: readonly ProgrammeVersion[];
  /** The latest version, in running order. */
  readonly engagements: readonly Engagement[];
  /** When the programme begins: its first timed engagement, else the first instant of its first day. */
  readonly beginsAt: number | undefined;
  readonly requests: readonly ChangeRequest[];
  /** The version both have agreed to, and the clashes both took as they are. */
  readonly agreed: { readonly version: string; readonly acknowledged: NonNullable<Acknowledged> } | undefined;
  /** A change to the frozen programme that waits for the visitor. */
  readonly pending:
    | {
        readonly digest: string;
        readonly engagements: readonly Engagement[];
        readonly acknowledged: NonNullable<Acknowledged>;
        readonly reason: string;
      }
    | undefined;
  /** How many moves were made on the day, the latest few of them, and up to which the visitor has taken note. */
  readonly moves: {
    readonly count: number;
    readonly noted: number;
    readonly latest: readonly { readonly number: number; readonly engagement: string; readonly reason: string }[];
  };
  readonly records: readonly (ProgrammeRecord & { readonly by: PartyCode; readonly at: number })[];
}

export function blankProgramme(): ProgrammeData {
  return {
    host: undefined,
    titles: {},
    reference: undefined,
    proposal: undefined,
    dates: undefined,
    delegation: undefined,
    delivered: {},
    advanceVisit: undefined,
    versions: [],
    engagements: [],
    beginsAt: undefined,
    requests: [],
    agreed: undefined,
    pending: undefined,
    moves: { count: 0, noted: 0, latest: [] },
    records: [],
  };
}

/** The digest of the latest version; undefined before one is tabled. */
export function versionDigest(data: ProgrammeData): string | undefined {
  return data.versions.at(-1)?.digest;
}

export function beginningOf(engagements: readonly Engagement[], dates: AgreedDates | undefined): number | undefined {
  const starts = engagements.map((one) => instantOf(one.start)).filter((at) => at !== undefined);
  return starts.length > 0 ? Math.min(...starts) : dates?.opensAt;
}
