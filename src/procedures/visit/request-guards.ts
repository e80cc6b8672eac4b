// What a request must satisfy before it can go its way: dates, level, limits, the opening words of a recurring visit,
// and at certification the clearances. Each guard answers with its own refusal.

import { levelOf } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import type { Terms } from "../terms.ts";
import type { Amendment } from "./bodies.ts";
import { own, type VisitVersion } from "./data.ts";
import { missingOpening } from "./openings.ts";
import type { VisitRequest } from "./request.ts";
import { isOverLimits, partCount, type Splittable, splitRequest, visitDays } from "./split.ts";
import { amended, type VisitContext } from "./version.ts";

/** No visit is asked for so far ahead that its length is surely a mistake; also bounds what a split can cost. */
const longestDays = 3653;
const partsShown = 6;

export function guardRequest(context: VisitContext, request: VisitRequest): Refusal | undefined {
  return guardContent(context, request) ?? guardOpening(request);
}

export function guardContent(
  context: VisitContext,
  content: Splittable & { readonly level: string },
): Refusal | undefined {
  return guardDates(content) ?? guardLevel(context.terms, content.level) ?? guardLimits(context.terms, content);
}

function guardDates(visit: Pick<Splittable, "from" | "until">): Refusal | undefined {
  const days = visitDays(visit);
  if (days >= 1 && days <= longestDays) return undefined;
  return refuse("procedures.visitDates", { from: visit.from, until: visit.until, longest: longestDays });
}

function guardLevel(terms: Terms, code: string): Refusal | undefined {
  const rank = levelOf(terms.labels, { policy: terms.labels.policy, classification: code });
  return typeof rank === "number" ? undefined : rank;
}

function guardLimits(terms: Terms, request: Splittable): Refusal | undefined {
  const limits = terms.accord?.annex.visitLimits;
  if (!limits || !isOverLimits(request, limits)) return undefined;
  const parts = partCount(request, limits);
  return refuse("procedures.visitOverLimits", {
    visitors: request.visitors.length,
    sites: request.sites.length,
    days: visitDays(request),
    visitorsMax: limits.visitors,
    sitesMax: limits.sites,
    daysMax: limits.days,
    parts,
    how: parts > partsShown ? "each within the limits" : splitRequest(request, limits).map(partLine),
  });
}

function partLine(part: ReturnType<typeof splitRequest>[number]): string {
  const numbers = `${part.visitors[0]} to ${part.visitors.at(-1)}`;
  return `part ${part.part}: visitors ${numbers}, sites ${part.sites.join(" ")}, ${part.from} to ${part.until}`;
}

function guardOpening(request: VisitRequest): Refusal | undefined {
  const missing = request.type === "recurring" ? missingOpening(request.subject) : undefined;
  return missing && refuse("procedures.visitOpening", { language: missing.language, openings: missing.openings });
}

/**
 * An ordinary request may not call itself an emergency: it would escape the lead time without anybody's confirmation.
 */
export function guardOrdinary(request: VisitRequest): Refusal | undefined {
  return request.type === "emergency" ? refuse("procedures.visitNotEmergency", {}) : undefined;
}

/** The request written after an emergency is of that type and covers all that was said. */
export function guardWriteUp(context: VisitContext, request: VisitRequest): Refusal | undefined {
  const said = context.data.settled?.version;
  const sites = said?.sites.filter((site) => !request.sites.some((one) => one.code === site.code)) ?? [];
  const visitors =
    said?.visitors.filter(
      (visitor) => !request.visitors.some((one) => one.number === visitor.number && one.details === visitor.details),
    ) ?? [];
  if (request.type === "emergency" && sites.length === 0 && visitors.length === 0) return undefined;
  return refuse("procedures.visitWriteUp", {
    type: request.type,
    sites: sites.length > 0 ? sites.map((site) => site.code) : "none",
    visitors: visitors.length > 0 ? visitors.map((visitor) => String(visitor.number)) : "none",
  });
}

export function guardAmendment(context: VisitContext, amendment: Amendment): Refusal | undefined {
  const request = context.data.settled?.request;
  if (!request) return refuse("procedures.visitNotWrittenUp", {});
  const { labels } = context.terms;
  if (amendment.level !== undefined) {
    const asked = levelOf(labels, { policy: labels.policy, classification: amendment.level });
    const held = levelOf(labels, { policy: labels.policy, classification: request.level });
    if (typeof asked !== "number") return asked;
    if (typeof held !== "number" || asked > held)
      return refuse("procedures.visitLevelRaise", { got: amendment.level, level: request.level });
  }
  return (
    guardNumbers(context, amendment) ?? guardAmended(context, amended(request, amendment), amendment.effectiveFrom)
  );
}

/** A number or a code that was approved in this dossier never comes to mean another person or place. */
function guardNumbers(context: VisitContext, amendment: Amendment): Refusal | undefined {
  const { visitors, sites } = context.data.known;
  const taken = [
    ...(amendment.addVisitors ?? [])
      .filter((one) => (visitors[one.number] ?? one.details) !== one.details)
      .map((one) => String(one.number)),
    ...(amendment.addSites ?? [])
      .filter((one) => (own(sites, one.code) ?? one.name) !== one.name)
      .map((one) => one.code),
  ];
  return taken.length > 0 ? refuse("procedures.visitNumberTaken", { taken }) : undefined;
}

function guardAmended(context: VisitContext, request: VisitRequest, effectiveFrom: string): Refusal | undefined {
  const { visitors, sites } = request;
  const twice =
    new Set(visitors.map((one) => one.number)).size !== visitors.length ||
    new Set(sites.map((one) => one.code)).size !== sites.length;
  if (twice || visitors.length === 0 || sites.length === 0)
    return refuse("procedures.visitAmendedLists", { visitors: visitors.length, sites: sites.length });
  const refusal = guardContent(context, request);
  if (refusal) return refusal;
  if (effectiveFrom >= request.from && effectiveFrom <= request.until) return undefined;
  return refuse("procedures.visitEffectiveFrom", { effectiveFrom, from: request.from, until: request.until });
}

/** Certification of a visit at a classified level says that each visitor is cleared to it until the last day. */
export function guardClearances(context: VisitContext, version: VisitVersion): Refusal | undefined {
  if (context.data.request?.levelKind !== "confidentialOrAbove") return undefined;
  const { labels } = context.terms;
  const rank = (code: string): number => labels.levels.findIndex((one) => one.code === code);
  const needed = rank(version.level);
  const short = version.visitors.filter(({ clearance }) => {
    return !clearance || rank(clearance.level) < needed || clearance.validUntil < version.until;
  });
  if (short.length === 0) return undefined;
  return refuse("procedures.visitClearance", {
    visitors: short.map((visitor) => String(visitor.number)),
    level: version.level,
    until: version.until,
  });
}

/** A signature is on a version: naming another than the one under way is a mistake of reading. */
export function guardVersion(context: VisitContext, named: string): Refusal | undefined {
  const current = context.data.current?.digest ?? "none";
  return named === current ? undefined : refuse("procedures.visitOtherVersion", { got: named, expected: current });
}
