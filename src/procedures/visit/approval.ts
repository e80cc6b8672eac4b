// From decisions to approvals: what each site has approved, and between which instants the visit can take place.

import type { Decision, Limits } from "./bodies.ts";
import { approvalAt, own, type SiteApproval, type VisitData, type VisitVersion, type VisitWindow } from "./data.ts";
import { backToSettled, endsAt, opensAt, type VisitContext } from "./version.ts";

/** Gates that were told, by site. */
export type Gates = Readonly<Record<string, string>>;

/**
 * The dossier once the decisions on the version under way are notified. A site that refuses or defers an amendment
 * keeps what it approved before; an amendment that no site approves leaves the visit as it stood.
 */
export function settle(context: VisitContext, gates: Gates): VisitData {
  const { data } = context;
  const decisions = Object.values(data.decisions);
  const emergency = data.emergency && data.request ? { ...data.emergency, writtenUp: true } : data.emergency;
  if (data.amending && !decisions.some(isApproval)) return backToSettled({ ...data, emergency });
  return approve(context, { data: { ...data, emergency }, decisions, gates });
}

/** The dossier with these decisions on the version under way turned into approvals. */
export function approve(
  context: VisitContext,
  given: { data: VisitData; decisions: readonly Decision[]; gates: Gates },
): VisitData {
  const { data, decisions, gates } = given;
  const { current, request } = data;
  if (!current) return data;
  // What an amendment leaves out is approved no longer.
  const kept = Object.entries(data.approvals).filter(([code]) => current.sites.some((site) => site.code === code));
  const approvals: Record<string, SiteApproval> = Object.fromEntries(kept);
  for (const decision of decisions) {
    if (!isApproval(decision)) continue;
    const limits = decision.decision === "approvedWithLimits" ? decision.limits : undefined;
    approvals[decision.site] = { version: current.number, limits, gate: own(gates, decision.site) };
  }
  const settled = { request, version: current, decisions: data.decisions };
  return withApprovals(context, { ...data, settled }, { approvals, offered: current });
}

export function isApproval(decision: Decision): boolean {
  return decision.decision === "approved" || decision.decision === "approvedWithLimits";
}

/** The dossier with these approvals: the versions they need, who is known by which number, and the window. */
export function withApprovals(
  context: VisitContext,
  data: VisitData,
  given: { approvals: Readonly<Record<string, SiteApproval>>; offered?: VisitVersion },
): VisitData {
  const { approvals, offered } = given;
  const versions = offered && !data.approved.includes(offered) ? [...data.approved, offered] : data.approved;
  const needed = new Set(Object.values(approvals).map((approval) => approval.version));
  const approved = versions.filter((version) => needed.has(version.number));
  const next = { ...data, approvals, approved, known: knownWith(data.known, approved) };
  return { ...next, window: windowOf(context, next) };
}

function knownWith(known: VisitData["known"], versions: readonly VisitVersion[]): VisitData["known"] {
  const visitors = { ...known.visitors };
  const sites = { ...known.sites };
  for (const version of versions) {
    for (const visitor of version.visitors) visitors[visitor.number] = visitor.details;
    for (const site of version.sites) sites[site.code] = site.name;
  }
  return { visitors, sites };
}

/** From the first to the last day on which some site may be entered. */
function windowOf(context: VisitContext, data: VisitData): VisitWindow | undefined {
  const days = Object.keys(data.approvals)
    .map((code) => approvalAt(data, code))
    .filter((found) => found !== undefined)
    .map((found) => daysOf(found.version, found.approval.limits));
  // ISO dates sort as text.
  const from = days.map((one) => one.from).sort()[0];
  const until = days
    .map((one) => one.until)
    .sort()
    .at(-1);
  if (from === undefined || until === undefined) return undefined;
  return { from, until, opensAt: opensAt(context, from), endsAt: endsAt(context, until) };
}

/** The days a site may be entered on, limits applied. */
export function daysOf(version: VisitVersion, limits: Limits | undefined): { from: string; until: string } {
  return { from: limits?.from ?? version.from, until: limits?.until ?? version.until };
}
