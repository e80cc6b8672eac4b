// A body for every step that fits the data at hand: for the exhaustive test, and to show what a form holds. The people,
// sites and references are invented.

import type { JsonObject, PartyCode } from "../../acts/index.ts";
import type { Terms } from "../terms.ts";
import type { VisitData } from "./data.ts";
import type { VisitRequest } from "./request.ts";

export interface ExampleContext {
  readonly data: VisitData;
  readonly roles: Readonly<Record<string, PartyCode>>;
  readonly terms: Terms;
  digest(value: unknown): string;
}

// Far enough ahead that no lead time is in the way, whatever the clock of the test.
const from = "2031-03-03";
const until = "2031-03-07";
const opening = "2031-03-03T12:00:00Z";

const lowest = (terms: Terms): string => terms.labels.levels[0]?.code ?? "open";

function visitor(context: ExampleContext, number: number): JsonObject {
  return {
    number,
    function: number === 1 ? "Head of the test team" : "Engineer",
    nationality: "IL",
    clearance: { level: lowest(context.terms), validUntil: "2033-12-31" },
    details: context.digest({ visitor: number }),
  };
}

function site(number: number): JsonObject {
  return {
    code: `site-${number}`,
    name: `Example site ${number}`,
    kind: "government",
    contact: "Duty officer of the site",
  };
}

function request(context: ExampleContext, type: VisitRequest["type"]): JsonObject {
  return {
    type,
    levelKind: "unclassifiedOrRestricted",
    reference: "DV-2031-007",
    to: "Security authority of the host",
    date: "2030-12-02",
    requester: { name: "Example directorate", kind: "government", contact: "Visits office" },
    sites: [site(1), site(2)],
    from,
    until,
    initiative: "government",
    initiatedBy: "host",
    pertinentTo: [{ kind: "programme", text: "Example programme" }],
    subject: { en: "Acceptance of the example equipment" },
    level: lowest(context.terms),
    visitors: [visitor(context, 1), visitor(context, 2)],
    securityOfficer: { function: "Security officer of the directorate" },
    retentionMonths: 24,
  };
}

const digestOf = ({ data, digest }: ExampleContext): string => data.current?.digest ?? digest("no version");
const firstSite = ({ data }: ExampleContext): string => data.current?.sites[0]?.code ?? "site-1";
const approvedSite = (context: ExampleContext): string => Object.keys(context.data.approvals)[0] ?? firstSite(context);

/** A site without a decision, else the first again. */
function openSite(context: ExampleContext): string {
  const { current, decisions } = context.data;
  return current?.sites.find((one) => !Object.hasOwn(decisions, one.code))?.code ?? firstSite(context);
}

function deferredSite(context: ExampleContext): string {
  const deferred = Object.values(context.data.decisions).find((one) => one.decision === "deferred");
  return deferred?.site ?? firstSite(context);
}

function gates(context: ExampleContext): JsonObject[] {
  const sites = context.data.current?.sites ?? [];
  return sites.map(({ code }) => ({ site: code, gate: "North gate", function: "Guard commander" }));
}

/** The first instant a gate can log, which is when the visit becomes active. */
function passageAt({ data }: ExampleContext): string {
  return data.window ? new Date(data.window.opensAt).toISOString().replace(".000Z", "Z") : opening;
}

function amendment(context: ExampleContext): JsonObject {
  const held = context.data.settled?.request;
  const added = Math.max(0, ...Object.keys(context.data.known.visitors).map(Number)) + 1;
  return {
    reason: "One more engineer is needed",
    effectiveFrom: held?.until ?? until,
    addVisitors: [visitor(context, added)],
  };
}

export const examples: Readonly<Record<string, (context: ExampleContext) => JsonObject>> = {
  draft: (context) => request(context, "one-time"),
  redraft: (context) => ({ ...request(context, "one-time"), remarks: "Second draft" }),
  correct: (context) => ({ ...request(context, "one-time"), remarks: "Corrected" }),
  certify: (context) => ({ request: digestOf(context) }),
  endorse: (context) => ({ request: digestOf(context), authority: "Security authority", reference: "E-12" }),
  transmit: (context) => ({ request: digestOf(context) }),
  draftAmendment: amendment,
  correctAmendment: amendment,
  dropAmendment: () => ({ reason: "No longer needed" }),
  cancel: () => ({ reason: "The programme was postponed" }),
  openEmergency: (context) => ({
    reason: "A failure at the host's site was reported this morning",
    stake: "governmentContract",
    hostContact: "Duty officer of the site",
    confirmedAt: "2021-01-01T00:00:00Z",
    dutyOfficer: "Duty officer of the requester's authority",
    reference: "EM-2031-001",
    level: lowest(context.terms),
    from,
    until,
    sites: [site(1)],
    visitors: [visitor(context, 1)],
  }),
  confirmEmergency: (context) => ({
    decision: "confirmed",
    dutyOfficer: "Duty officer of the host's authority",
    gates: gates(context),
  }),
  writeUp: (context) => request(context, "emergency"),
  receive: () => ({ reference: "H-431" }),
  returnIncomplete: () => ({
    reasons: [{ code: "missingField", field: "pertinentTo", note: "The contract is not named" }],
  }),
  staff: (context) => ({ offices: [{ site: firstSite(context), office: "Base security" }] }),
  decideSite: (context) => {
    const site = openSite(context);
    // The second site defers, so that a deferred decision is on the way too.
    return site === firstSite(context)
      ? { decision: "approved", site }
      : { decision: "deferred", site, reason: "The hall is being rebuilt" };
  },
  notify: (context) => ({ gates: gates(context) }),
  decideDeferred: (context) => {
    const site = deferredSite(context);
    return {
      decision: { decision: "approved", site },
      gate: { site, gate: "South gate", function: "Guard commander" },
    };
  },
  withdrawApproval: () => ({ reason: "The site is closed" }),
  logGate: (context) => ({ site: approvedSite(context), visitor: 1, direction: "in", at: passageAt(context) }),
  recordBriefing: (context) => ({
    site: approvedSite(context),
    date: context.data.window?.from ?? from,
    topics: [{ heading: "State of the example equipment", level: lowest(context.terms) }],
    measures: ["Telephones left outside"],
    attendees: [1],
    notesCollected: true,
  }),
  close: ({ data }) => ({ outcome: data.gate.entries > 0 ? "held" : "notHeld" }),
};
