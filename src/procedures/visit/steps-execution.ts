// What happens at the gates and in the rooms: passages, the short record of a briefing, and the closing. Passages are
// kept as counts and each visitor's latest, so a dossier of thousands costs the same an act as one of ten.

import { type Refusal, refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import { daysOf } from "./approval.ts";
import { type Briefing, briefingBody, closeBody, type GateEntry, gateBody } from "./bodies.ts";
import { approvalAt, type GateCounts, own, type SiteCount, type VisitData } from "./data.ts";
import { localDay } from "./local-day.ts";
import { approvedStates } from "./stages.ts";
import { hostCalendar, type VisitContext } from "./version.ts";

/** A passage happened: a cancellation that crosses it is taken after it. */
const logGate = step<VisitData, typeof gateBody>({
  from: [...approvedStates, "executed"],
  to: "same",
  by: "host",
  expected: false,
  body: gateBody,
  prevailsOver: ["cancel"],
  guard: guardPassage,
  effect: (context, entry) => ({
    ...context.data,
    gate: counted(context.data.gate, { entry, date: dateOf(context, entry.at) }),
  }),
});

const recordBriefing = step<VisitData, typeof briefingBody>({
  from: [...approvedStates, "executed"],
  to: "same",
  by: "host",
  expected: false,
  body: briefingBody,
  prevailsOver: ["cancel"],
  guard: guardBriefing,
  effect: (context, briefing) => ({ ...context.data, briefings: [...context.data.briefings, briefing] }),
});

const close = step<VisitData, typeof closeBody>({
  from: ["executed"],
  to: "closed",
  by: "host",
  body: closeBody,
  guard({ data }, { outcome }) {
    const held = data.gate.entries > 0;
    if (held === (outcome === "held")) return undefined;
    return refuse("procedures.visitOutcome", { outcome, entries: data.gate.entries });
  },
  effect: (context, { outcome }) => ({ ...context.data, outcome }),
});

function dateOf(context: VisitContext, at: string): string {
  return localDay(hostCalendar(context).zone, at);
}

function guardPassage(context: VisitContext, entry: GateEntry): Refusal | undefined {
  if (Date.parse(entry.at) > context.time)
    return refuse("procedures.visitAhead", { what: "The passage", at: entry.at });
  const admitted = guardAdmitted(context, { site: entry.site, visitors: [entry.visitor] });
  // Somebody who is turned away may well have come on the wrong day, and who leaves may leave late.
  if (entry.direction !== "in") return admitted?.code === "procedures.visitNotAdmitted" ? undefined : admitted;
  return admitted ?? guardDay(context, { site: entry.site, date: dateOf(context, entry.at) });
}

/** Whether the site has an approval, and the visitors are in it and not left out by its limits. */
function guardAdmitted(
  context: VisitContext,
  asked: { site: string; visitors: readonly number[] },
): Refusal | undefined {
  const found = approvalAt(context.data, asked.site);
  if (!found) return refuse("procedures.visitNotApproved", { sites: [asked.site] });
  const { approval, version } = found;
  const strangers = asked.visitors.filter((number) => !version.visitors.some((one) => one.number === number));
  if (strangers.length > 0) return refuse("procedures.visitUnknownVisitor", { got: strangers.map(String) });
  const allowed = approval.limits?.visitors;
  const out = allowed ? asked.visitors.filter((number) => !allowed.includes(number)) : [];
  return out.length > 0
    ? refuse("procedures.visitNotAdmitted", { visitors: out.map(String), site: asked.site })
    : undefined;
}

function guardDay(context: VisitContext, asked: { site: string; date: string }): Refusal | undefined {
  const found = approvalAt(context.data, asked.site);
  if (!found) return undefined;
  const { from, until } = daysOf(found.version, found.approval.limits);
  if (asked.date >= from && asked.date <= until) return undefined;
  return refuse("procedures.visitOtherDay", { date: asked.date, site: asked.site, from, until });
}

function guardBriefing(context: VisitContext, briefing: Briefing): Refusal | undefined {
  const refusal =
    guardAdmitted(context, { site: briefing.site, visitors: briefing.attendees }) ??
    guardDay(context, { site: briefing.site, date: briefing.date });
  if (refusal) return refusal;
  const found = approvalAt(context.data, briefing.site);
  const most = found?.approval.limits?.level ?? found?.version.level ?? "";
  const rank = (code: string): number => context.terms.labels.levels.findIndex((one) => one.code === code);
  const above = briefing.topics.filter((topic) => rank(topic.level) === -1 || rank(topic.level) > rank(most));
  if (above.length === 0) return undefined;
  return refuse("procedures.visitBriefingLevel", { topics: above.map((topic) => topic.heading), level: most });
}

const noPassage: SiteCount = { entries: 0, exits: 0, turnedAway: 0, days: {} };

function counted(counts: GateCounts, passage: { entry: GateEntry; date: string }): GateCounts {
  const { site, visitor, direction, at } = passage.entry;
  const before = own(counts.sites, site) ?? noPassage;
  const entries = direction === "in" ? 1 : 0;
  const after: SiteCount = {
    entries: before.entries + entries,
    exits: before.exits + (direction === "out" ? 1 : 0),
    turnedAway: before.turnedAway + (direction === "turnedAway" ? 1 : 0),
    days: entries === 0 ? before.days : { ...before.days, [passage.date]: (before.days[passage.date] ?? 0) + 1 },
  };
  // A paper log may be entered late: only a later passage replaces the latest.
  const known = counts.latest[visitor];
  const latest = known && known.at > at ? counts.latest : { ...counts.latest, [visitor]: { site, direction, at } };
  return {
    passages: counts.passages + 1,
    entries: counts.entries + entries,
    sites: { ...counts.sites, [site]: after },
    latest,
  };
}

export const executionSteps: Readonly<Record<string, Step<VisitData>>> = { logGate, recordBriefing, close };
