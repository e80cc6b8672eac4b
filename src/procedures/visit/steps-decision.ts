// The host's side: received, returned or put to the sites, decided site by site, notified; and an approval withdrawn.

import { levelOf } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import { approve, isApproval, settle, withApprovals } from "./approval.ts";
import {
  type Decision,
  decisionBody,
  deferredDecisionBody,
  notifyBody,
  receiveBody,
  returnBody,
  staffBody,
  withdrawBody,
} from "./bodies.ts";
import { own, undecidedSites, type VisitData } from "./data.ts";
import { approvedStates, bothOf, stageOf } from "./stages.ts";
import { markOf, type VisitContext } from "./version.ts";

const receive = step<VisitData, typeof receiveBody>({
  from: bothOf("transmitted"),
  to: bothOf("received"),
  by: "host",
  body: receiveBody,
  effect: (context, { reference }) => ({ ...context.data, received: { ...markOf(context), reference } }),
  leads: (data) => stageOf(data, "received"),
});

const returnIncomplete = step<VisitData, typeof returnBody>({
  from: bothOf("received", "staffing"),
  to: bothOf("returned"),
  by: "host",
  expected: false,
  body: returnBody,
  effect: (context, { reasons }) => ({
    ...context.data,
    returns: [
      ...context.data.returns,
      {
        version: context.data.current?.number ?? 0,
        at: markOf(context).at,
        codes: reasons.map((reason) => reason.code),
      },
    ],
  }),
  leads: (data) => stageOf(data, "returned"),
});

const staff = step<VisitData, typeof staffBody>({
  from: bothOf("received", "staffing"),
  to: bothOf("staffing"),
  by: "host",
  expected: false,
  body: staffBody,
  guard: (context, { offices }) => guardSites(context.data, offices),
  effect: (context, { offices }) => ({
    ...context.data,
    offices: { ...context.data.offices, ...Object.fromEntries(offices.map(({ site, office }) => [site, office])) },
  }),
  leads: (data) => stageOf(data, "staffing"),
});

/** One site's decision; the last one of all sites settles the request. Until it is notified it can be given anew. */
const decideSite = step<VisitData, typeof decisionBody>({
  from: bothOf("received", "staffing", "decided"),
  to: bothOf("staffing", "decided"),
  by: "host",
  grave: true,
  body: decisionBody,
  guard: guardDecision,
  effect: decide,
  leads: (data) => stageOf(data, undecidedSites(data).length === 0 ? "decided" : "staffing"),
  waits: (data) => undecidedSites(data).length > 0,
});

const notify = step<VisitData, typeof notifyBody>({
  from: bothOf("decided"),
  to: ["notified", "deferred", "refused"],
  by: "host",
  body: notifyBody,
  guard(context, { gates }) {
    const unknown = guardSites(context.data, gates);
    if (unknown) return unknown;
    const told = new Set(gates.map((gate) => gate.site));
    const untold = Object.values(context.data.decisions)
      .filter((one) => isApproval(one) && !told.has(one.site))
      .map((one) => one.site);
    return untold.length > 0 ? refuse("procedures.visitGateNotTold", { sites: untold }) : undefined;
  },
  effect: (context, { gates }) => settle(context, Object.fromEntries(gates.map(({ site, gate }) => [site, gate]))),
  leads: afterNotice,
});

function afterNotice(data: VisitData): string {
  if (Object.keys(data.approvals).length > 0) return "notified";
  return Object.values(data.decisions).some((one) => one.decision === "deferred") ? "deferred" : "refused";
}

/** The decision a site had put off, told to requester and gate in the same act. */
const decideDeferred = step<VisitData, typeof deferredDecisionBody>({
  from: ["deferred", "notified", "active"],
  to: ["same", "notified", "deferred", "refused"],
  by: "host",
  grave: true,
  expected: false,
  body: deferredDecisionBody,
  guard(context, { decision, gate }) {
    const held = own(context.data.decisions, decision.site);
    if (held?.decision !== "deferred" || decision.decision === "deferred")
      return refuse("procedures.visitNotDeferred", { site: decision.site, held: held?.decision ?? "no decision" });
    if (isApproval(decision) && gate?.site !== decision.site)
      return refuse("procedures.visitGateNotTold", { sites: [decision.site] });
    return guardDecision(context, decision);
  },
  effect(context, { decision, gate }) {
    const gates = gate ? { [gate.site]: gate.gate } : {};
    return approve(context, { data: decide(context, decision), decisions: [decision], gates });
  },
  leads: (data, _body, context) => (context.data.window ? "same" : afterNotice(data)),
});

const withdrawApproval = step<VisitData, typeof withdrawBody>({
  from: approvedStates,
  to: ["same", "withdrawn"],
  by: "host",
  expected: false,
  body: withdrawBody,
  prevailsOver: [
    "cancel",
    "draftAmendment",
    "correctAmendment",
    "dropAmendment",
    "writeUp",
    "certify",
    "endorse",
    "transmit",
  ],
  guard(context, { sites }) {
    const unapproved = sites?.filter((site) => !Object.hasOwn(context.data.approvals, site)) ?? [];
    return unapproved.length > 0 ? refuse("procedures.visitNotApproved", { sites: unapproved }) : undefined;
  },
  effect(context, { sites, reason }) {
    const { data } = context;
    const gone = sites ?? Object.keys(data.approvals);
    const approvals = Object.fromEntries(Object.entries(data.approvals).filter(([site]) => !gone.includes(site)));
    const at = markOf(context).at;
    const withdrawn = [...data.withdrawn, ...gone.map((site) => ({ site, reason, at }))];
    return withApprovals(context, { ...data, withdrawn }, { approvals });
  },
  leads(data) {
    const owed = data.emergency && !data.emergency.writtenUp && data.gate.entries > 0;
    return Object.keys(data.approvals).length > 0 || owed ? "same" : "withdrawn";
  },
});

function decide(context: VisitContext, decision: Decision): VisitData {
  const decisions = { ...context.data.decisions, [decision.site]: { ...decision, by: markOf(context) } };
  return { ...context.data, decisions };
}

export function guardSites(data: VisitData, named: readonly { readonly site: string }[]): Refusal | undefined {
  const sites = data.current?.sites.map((site) => site.code) ?? [];
  const unknown = named.map((one) => one.site).filter((site) => !sites.includes(site));
  return unknown.length > 0 ? refuse("procedures.visitUnknownSite", { got: unknown, sites }) : undefined;
}

function guardDecision(context: VisitContext, decision: Decision): Refusal | undefined {
  const { current } = context.data;
  const unknown = guardSites(context.data, [decision]);
  if (unknown || !current || decision.decision !== "approvedWithLimits") return unknown;
  const { limits } = decision;
  const numbers = current.visitors.map((visitor) => visitor.number);
  const strangers = limits.visitors?.filter((number) => !numbers.includes(number)) ?? [];
  if (strangers.length > 0) return refuse("procedures.visitUnknownVisitor", { got: strangers.map(String) });
  const from = limits.from ?? current.from;
  const until = limits.until ?? current.until;
  if (from < current.from || until > current.until || from > until)
    return refuse("procedures.visitLimitDays", { from, until, first: current.from, last: current.until });
  return limits.level === undefined
    ? undefined
    : guardLimitLevel(context, { asked: current.level, limit: limits.level });
}

/** A limit narrows: an approval of more than was asked would be an approval of nothing anybody certified. */
function guardLimitLevel(
  context: VisitContext,
  { asked, limit }: { asked: string; limit: string },
): Refusal | undefined {
  const { labels } = context.terms;
  const got = levelOf(labels, { policy: labels.policy, classification: limit });
  const most = levelOf(labels, { policy: labels.policy, classification: asked });
  if (typeof got !== "number") return got;
  if (typeof most === "number" && got <= most) return undefined;
  return refuse("procedures.visitLimitLevel", { got: limit, level: asked });
}

export const decisionSteps: Readonly<Record<string, Step<VisitData>>> = {
  receive,
  returnIncomplete,
  staff,
  decideSite,
  notify,
  decideDeferred,
  withdrawApproval,
};
