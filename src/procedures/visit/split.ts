// A request over the limits is split: the same visit asked in several requests, each within them. Every visitor can
// still go to every site on every day, so the parts are the product of groups of visitors, sites and days.

import type { Annex } from "../annex.ts";

export type VisitLimits = Annex["visitLimits"];

export interface Splittable {
  readonly visitors: readonly { readonly number: number }[];
  readonly sites: readonly { readonly code: string }[];
  /** First and last day, `2021-11-24`. */
  readonly from: string;
  readonly until: string;
}

export interface RequestPart {
  /** 1 for the first. */
  readonly part: number;
  readonly visitors: readonly number[];
  readonly sites: readonly string[];
  readonly from: string;
  readonly until: string;
}

/** How many days a visit takes, first and last included. */
export function visitDays(visit: Pick<Splittable, "from" | "until">): number {
  return Temporal.PlainDate.from(visit.from).until(visit.until).days + 1;
}

export function isOverLimits(request: Splittable, limits: VisitLimits): boolean {
  return (
    request.visitors.length > limits.visitors || request.sites.length > limits.sites || visitDays(request) > limits.days
  );
}

/** How many parts `splitRequest` gives, without making them. */
export function partCount(request: Splittable, limits: VisitLimits): number {
  return (
    Math.ceil(request.visitors.length / limits.visitors) *
    Math.ceil(request.sites.length / limits.sites) *
    Math.ceil(visitDays(request) / limits.days)
  );
}

/** The parts, in order of days, sites and visitors; one part when the request is within the limits. */
export function splitRequest(request: Splittable, limits: VisitLimits): RequestPart[] {
  const people = chunks(
    request.visitors.map((visitor) => visitor.number),
    limits.visitors,
  );
  const places = chunks(
    request.sites.map((site) => site.code),
    limits.sites,
  );
  const parts: RequestPart[] = [];
  for (const { from, until } of periods(request, limits.days))
    for (const sites of places)
      for (const visitors of people) parts.push({ part: parts.length + 1, visitors, sites, from, until });
  return parts;
}

function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  const found: T[][] = [];
  for (let start = 0; start < list.length; start += size) found.push(list.slice(start, start + size));
  return found;
}

function periods(request: Splittable, days: number): { from: string; until: string }[] {
  const found: { from: string; until: string }[] = [];
  const end = Temporal.PlainDate.from(request.until);
  let from = Temporal.PlainDate.from(request.from);
  while (Temporal.PlainDate.compare(from, end) <= 0) {
    const last = from.add({ days: days - 1 });
    const until = Temporal.PlainDate.compare(last, end) < 0 ? last : end;
    found.push({ from: from.toString(), until: until.toString() });
    from = until.add({ days: 1 });
  }
  return found;
}
