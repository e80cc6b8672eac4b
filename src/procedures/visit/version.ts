// A version of what is asked, from a request, an amendment or an emergency, and the dossier as it stands when a new
// version begins its way.

import type { PartyCode } from "../../acts/index.ts";
import { Fault } from "../../base/index.ts";
import { endOfDay, startOfDay } from "../calendar.ts";
import type { Role, StepContext } from "../declaration.ts";
import { type Calendar, calendarOf } from "../terms.ts";
import type { Amendment } from "./bodies.ts";
import type { Mark, VisitData, VisitVersion } from "./data.ts";
import { type LatestDate, latestDateToSend } from "./lead-time.ts";
import type { VisitRequest, VisitType } from "./request.ts";

export type VisitContext = StepContext<VisitData>;

export function sideOf(context: VisitContext, role: Role): PartyCode {
  const side = context.roles[role];
  if (side === undefined) throw new Fault("procedures.roleUnbound", `The dossier has nobody in the role ${role}.`);
  return side;
}

export function hostCalendar(context: VisitContext): Calendar {
  return calendarOf(context.terms, sideOf(context, "host"));
}

/** Who makes this act, and when by its author's clock. */
export function markOf(context: VisitContext): Mark {
  return {
    service: context.act.service,
    function: context.act.function,
    at: Date.parse(context.act.at.instant),
  };
}

/** The first instant of a date on the host's clock. */
export function opensAt(context: VisitContext, date: string): number {
  return startOfDay(hostCalendar(context).zone, Temporal.PlainDate.from(date));
}

/** The instant a date ends on the host's clock. */
export function endsAt(context: VisitContext, date: string): number {
  return endOfDay(hostCalendar(context).zone, date);
}

type Content = Pick<VisitVersion, "from" | "until" | "level" | "sites" | "visitors">;

/** The next version; its digest is over all that was asked, not only what a version keeps. */
export function nextVersion(
  context: VisitContext,
  input: { kind: VisitVersion["kind"]; content: Content; asked: unknown; neededFrom?: string },
): VisitVersion {
  const { from, until, level, sites, visitors } = input.content;
  return {
    number: (context.data.current?.number ?? 0) + 1,
    kind: input.kind,
    digest: context.digest(input.asked),
    from,
    until,
    level,
    sites,
    visitors,
    neededFrom: input.neededFrom ?? from,
  };
}

/** By when a version must be sent; undefined for an emergency and where the annex sets no lead time. */
export function latestFor(
  context: VisitContext,
  asked: { version: VisitVersion; type: VisitType },
): LatestDate | undefined {
  const { version, type } = asked;
  if (type === "emergency") return undefined;
  return latestDateToSend({
    terms: context.terms,
    host: sideOf(context, "host"),
    requester: sideOf(context, "requester"),
    level: version.level,
    from: version.neededFrom,
    ...(version.kind === "amendment" ? { type: "amendment", amends: type } : { type }),
  });
}

/**
 * The dossier with a new version at the start of its way: nothing of the former one's certification or decisions is
 * left.
 */
export function begin(
  context: VisitContext,
  input: { version: VisitVersion; request: VisitRequest | undefined; amending: boolean },
): VisitData {
  const { version, request, amending } = input;
  return {
    ...context.data,
    request,
    current: version,
    amending,
    sendBefore: latestFor(context, { version, type: request?.type ?? "emergency" })?.before,
    expiresAt: endsAt(context, version.until),
    certified: undefined,
    endorsed: undefined,
    transmitted: undefined,
    received: undefined,
    offices: {},
    decisions: {},
  };
}

/** The request with an amendment applied. Visitors and sites dropped make room before those added. */
export function amended(request: VisitRequest, amendment: Amendment): VisitRequest {
  const { dropVisitors, addVisitors, dropSites, addSites, from, until, level } = amendment;
  return {
    ...request,
    from: from ?? request.from,
    until: until ?? request.until,
    level: level ?? request.level,
    visitors: [
      ...request.visitors.filter((visitor) => !dropVisitors?.includes(visitor.number)),
      ...(addVisitors ?? []),
    ],
    sites: [...request.sites.filter((site) => !dropSites?.includes(site.code)), ...(addSites ?? [])],
  };
}

/** The dossier with the change under way put aside. */
export function backToSettled(data: VisitData): VisitData {
  if (!data.settled) return data;
  const { request, version, decisions } = data.settled;
  return { ...data, request, current: version, decisions, sendBefore: undefined, offices: {} };
}
