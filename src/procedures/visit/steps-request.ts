// The requester's side of a request: drafted, certified by its security officer, endorsed by its security authority and
// sent. A change to an approved visit goes the same way, and so does the request written after an emergency.

import { type Refusal, refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import { amendmentBody, cancelBody, certifyBody, endorseBody, transmitBody } from "./bodies.ts";
import type { VisitData } from "./data.ts";
import { requestSchema, type VisitRequest } from "./request.ts";
import { guardAmendment, guardClearances, guardOrdinary, guardRequest, guardVersion } from "./request-guards.ts";
import { amendmentStates, bothOf, requestStates, stageOf } from "./stages.ts";
import { amended, backToSettled, begin, latestFor, markOf, nextVersion, type VisitContext } from "./version.ts";

export function asked(context: VisitContext, request: VisitRequest, amending: boolean): VisitData {
  const version = nextVersion(context, { kind: "request", content: request, asked: request });
  return begin(context, { version, request, amending });
}

const ordinary = {
  by: "requester",
  body: requestSchema,
  guard: (context: VisitContext, request: VisitRequest) => guardOrdinary(request) ?? guardRequest(context, request),
  effect: (context: VisitContext, request: VisitRequest) => asked(context, request, false),
} as const;

const draft = step<VisitData, typeof requestSchema>({ ...ordinary, from: "opening", to: "draft" });

/** Puts another text in place of the draft; what was certified or endorsed falls. */
const redraft = step<VisitData, typeof requestSchema>({
  ...ordinary,
  from: ["draft", "certified", "endorsed"],
  to: "draft",
  expected: false,
});

const correct = step<VisitData, typeof requestSchema>({ ...ordinary, from: ["returned"], to: "draft" });

const certify = step<VisitData, typeof certifyBody>({
  from: bothOf("draft"),
  to: bothOf("certified"),
  by: "requester",
  body: certifyBody,
  guard(context, body) {
    const current = context.data.current;
    return guardVersion(context, body.request) ?? (current && guardClearances(context, current));
  },
  effect: (context) => ({ ...context.data, certified: markOf(context) }),
  leads: (data) => stageOf(data, "certified"),
});

const endorse = step<VisitData, typeof endorseBody>({
  from: bothOf("certified"),
  to: bothOf("endorsed"),
  by: "requester",
  body: endorseBody,
  guard: (context, body) => guardVersion(context, body.request),
  effect: (context, { authority, reference }) => ({
    ...context.data,
    endorsed: { ...markOf(context), authority, reference },
  }),
  leads: (data) => stageOf(data, "endorsed"),
});

const transmit = step<VisitData, typeof transmitBody>({
  from: bothOf("endorsed"),
  to: bothOf("transmitted"),
  by: "requester",
  body: transmitBody,
  guard: (context, body) => guardVersion(context, body.request) ?? guardLeadTime(context),
  effect: (context) => ({ ...context.data, transmitted: markOf(context) }),
  leads: (data) => stageOf(data, "transmitted"),
});

/** Judged by the terms that hold now: the annex may have changed since the draft. */
function guardLeadTime(context: VisitContext): Refusal | undefined {
  const { current, request } = context.data;
  const latest = current && request && latestFor(context, { version: current, type: request.type });
  if (!latest || context.time < latest.before) return undefined;
  return refuse("procedures.visitLate", {
    from: current.neededFrom,
    workingDays: latest.row.workingDays,
    host: latest.row.host,
    type: latest.row.type,
    before: `${latest.host.local} ${latest.host.zone}`,
    beforeThere: `${latest.requester.local} ${latest.requester.zone}`,
  });
}

const amendment = {
  by: "requester",
  body: amendmentBody,
  guard: guardAmendment,
  effect(context: VisitContext, body: Parameters<typeof amended>[1]): VisitData {
    const before = context.data.settled?.request;
    if (!before) return context.data;
    const request = amended(before, body);
    const { effectiveFrom } = body;
    const version = nextVersion(context, {
      kind: "amendment",
      content: request,
      asked: { request, effectiveFrom },
      neededFrom: effectiveFrom,
    });
    return begin(context, { version, request, amending: true });
  },
} as const;

const draftAmendment = step<VisitData, typeof amendmentBody>({
  ...amendment,
  from: ["notified", "active"],
  to: "amendmentDraft",
  expected: false,
});

const correctAmendment = step<VisitData, typeof amendmentBody>({
  ...amendment,
  from: ["amendmentReturned"],
  to: "amendmentDraft",
});

/** Back to the approved visit as it stands; never for the request owed after an emergency. */
const dropAmendment = step<VisitData, typeof cancelBody>({
  from: amendmentStates,
  to: "notified",
  by: "requester",
  expected: false,
  body: cancelBody,
  prevailsOver: ["receive", "staff", "decideSite", "returnIncomplete", "notify"],
  guard: (context) => guardWrittenUp(context),
  effect: (context) => backToSettled(context.data),
});

const cancel = step<VisitData, typeof cancelBody>({
  from: [...requestStates, "emergency", "deferred", "emergencyConfirmed", "notified", "active", ...amendmentStates],
  to: "cancelled",
  by: "requester",
  expected: false,
  body: cancelBody,
  prevailsOver: ["receive", "returnIncomplete", "staff", "decideSite", "decideDeferred", "notify", "confirmEmergency"],
  guard: (context) => (context.data.gate.entries > 0 ? guardWrittenUp(context) : undefined),
});

/** What took place on a telephone call must be written up; it cannot be made not to have been. */
function guardWrittenUp(context: VisitContext): Refusal | undefined {
  const { emergency } = context.data;
  return emergency && !emergency.writtenUp ? refuse("procedures.visitNotWrittenUp", {}) : undefined;
}

export const requestSteps: Readonly<Record<string, Step<VisitData>>> = {
  draft,
  redraft,
  correct,
  certify,
  endorse,
  transmit,
  draftAmendment,
  correctAmendment,
  dropAmendment,
  cancel,
};
