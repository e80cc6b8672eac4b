// What a visit dossier knows: the version under way, what each site has approved of which version, and the counts of
// the gates. Values only; how they change stands with the steps.

import type { Briefing, Decision, Emergency, GateEntry, Limits, returnReasons } from "./bodies.ts";
import type { Site, Visitor, VisitRequest } from "./request.ts";

/** What an approval is about. A request, an amendment and an emergency each make one. */
export interface VisitVersion {
  readonly number: number;
  readonly kind: "request" | "amendment" | "emergency";
  /** Of the canonical form of what was asked: certification, endorsement and transmission name it. */
  readonly digest: string;
  readonly from: string;
  readonly until: string;
  readonly level: string;
  readonly sites: readonly Site[];
  readonly visitors: readonly Visitor[];
  /** The day the lead time counts to. */
  readonly neededFrom: string;
}

/** Who did something, as the act names it: a function of a service, never a person. */
export interface Mark {
  readonly service: string;
  readonly function: string;
  /** Milliseconds since 1970, by the author's clock. */
  readonly at: number;
}

export interface SiteApproval {
  /** The version the site approved: its visitors and days hold there until the site approves a later one. */
  readonly version: number;
  readonly limits: Limits | undefined;
  readonly gate: string | undefined;
}

export type ReturnReason = (typeof returnReasons)[number];

/** Passages by site. `days` counts by the host's date; nothing grows with the number of passages. */
export interface SiteCount {
  readonly entries: number;
  readonly exits: number;
  readonly turnedAway: number;
  /** Entries by date. */
  readonly days: Readonly<Record<string, number>>;
}

export interface GateCounts {
  readonly passages: number;
  readonly entries: number;
  readonly sites: Readonly<Record<string, SiteCount>>;
  /** The latest passage of each visitor, by number: who is inside is read from it. */
  readonly latest: Readonly<Record<string, Pick<GateEntry, "site" | "direction" | "at">>>;
}

/** The days on which at least one site may be entered, as instants of the host's clock. */
export interface VisitWindow {
  readonly from: string;
  readonly until: string;
  /** First instant of the first day, and the instant the last day ends. Milliseconds since 1970. */
  readonly opensAt: number;
  readonly endsAt: number;
}

export interface VisitData {
  /**
   * The full form under way or last decided, amendments applied; undefined while an emergency has not been written up.
   */
  readonly request: VisitRequest | undefined;
  /** The version under way or last decided. */
  readonly current: VisitVersion | undefined;
  /** What stands behind an amendment under way: returned to when it is dropped or refused everywhere. */
  readonly settled:
    | {
        readonly request: VisitRequest | undefined;
        readonly version: VisitVersion;
        readonly decisions: VisitData["decisions"];
      }
    | undefined;
  /** The versions some site has approved. */
  readonly approved: readonly VisitVersion[];
  /** Every visitor's number and site's code ever approved, with what it stands for: neither is given away again. */
  readonly known: {
    readonly visitors: Readonly<Record<string, string>>;
    readonly sites: Readonly<Record<string, string>>;
  };
  /** Whether the version under way changes a visit that already has an approval. */
  readonly amending: boolean;
  /** By when the version under way must be sent; undefined when nothing sets a lead time. */
  readonly sendBefore: number | undefined;
  /** When a request that has no approval lapses: the end of its last day. */
  readonly expiresAt: number | undefined;
  readonly certified: Mark | undefined;
  readonly endorsed: (Mark & { readonly authority: string; readonly reference: string }) | undefined;
  readonly transmitted: Mark | undefined;
  readonly received: (Mark & { readonly reference: string }) | undefined;
  readonly returns: readonly {
    readonly version: number;
    readonly at: number;
    readonly codes: readonly ReturnReason[];
  }[];
  readonly offices: Readonly<Record<string, string>>;
  /** The decisions on the version under way, by site. */
  readonly decisions: Readonly<Record<string, Decision & { readonly by: Mark }>>;
  /** The approvals that hold, by site. */
  readonly approvals: Readonly<Record<string, SiteApproval>>;
  readonly window: VisitWindow | undefined;
  readonly emergency:
    | {
        readonly asked: Omit<Emergency, "sites" | "visitors">;
        /** The host's duty officer, once it has confirmed. */
        readonly hostDutyOfficer: string | undefined;
        /** Whether the request has been made afterwards. */
        readonly writtenUp: boolean;
      }
    | undefined;
  readonly gate: GateCounts;
  readonly briefings: readonly Briefing[];
  readonly withdrawn: readonly { readonly site: string; readonly reason: string; readonly at: number }[];
  readonly outcome: "held" | "notHeld" | undefined;
}

export function blankVisit(): VisitData {
  return {
    request: undefined,
    current: undefined,
    settled: undefined,
    approved: [],
    known: { visitors: {}, sites: {} },
    amending: false,
    sendBefore: undefined,
    expiresAt: undefined,
    certified: undefined,
    endorsed: undefined,
    transmitted: undefined,
    received: undefined,
    returns: [],
    offices: {},
    decisions: {},
    approvals: {},
    window: undefined,
    emergency: undefined,
    gate: { passages: 0, entries: 0, sites: {}, latest: {} },
    briefings: [],
    withdrawn: [],
    outcome: undefined,
  };
}

/** A record's own value: codes come from the other side, and `constructor` is one. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The version a site has approved, with its limits; undefined when the site has approved none. */
export function approvalAt(
  data: VisitData,
  site: string,
): { readonly approval: SiteApproval; readonly version: VisitVersion } | undefined {
  const approval = own(data.approvals, site);
  const version = data.approved.find((one) => one.number === approval?.version);
  return approval && version ? { approval, version } : undefined;
}

/** The sites of the version under way that have no decision yet. */
export function undecidedSites(data: VisitData): string[] {
  return (data.current?.sites ?? []).map((site) => site.code).filter((code) => !Object.hasOwn(data.decisions, code));
}

/** The visitors whose latest passage led in, by number. */
export function visitorsInside(data: VisitData): number[] {
  return Object.entries(data.gate.latest)
    .filter(([, passage]) => passage.direction === "in")
    .map(([number]) => Number(number));
}
