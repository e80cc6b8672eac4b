// The emergency path: said by telephone, confirmed between the two duty officers, written up afterwards as a request.
// The written request then goes the way of a change to an approved visit, because the confirmation stands meanwhile.

import { refuse } from "../../base/index.ts";
import { type Step, step } from "../declaration.ts";
import { withApprovals } from "./approval.ts";
import { confirmEmergencyBody, emergencyBody } from "./bodies.ts";
import type { SiteApproval, VisitData } from "./data.ts";
import { requestSchema } from "./request.ts";
import { guardContent, guardRequest, guardWriteUp } from "./request-guards.ts";
import { guardSites } from "./steps-decision.ts";
import { asked } from "./steps-request.ts";
import { begin, nextVersion } from "./version.ts";

const openEmergency = step<VisitData, typeof emergencyBody>({
  from: "opening",
  to: "emergency",
  by: "requester",
  body: emergencyBody,
  guard(context, body) {
    if (Date.parse(body.confirmedAt) > context.time)
      return refuse("procedures.visitAhead", { what: "The host's confirmation", at: body.confirmedAt });
    return guardContent(context, body);
  },
  effect(context, body) {
    const { sites: _sites, visitors: _visitors, ...said } = body;
    const version = nextVersion(context, { kind: "emergency", content: body, asked: body });
    return {
      ...begin(context, { version, request: undefined, amending: false }),
      emergency: { asked: said, hostDutyOfficer: undefined, writtenUp: false },
    };
  },
});

const confirmEmergency = step<VisitData, typeof confirmEmergencyBody>({
  from: ["emergency"],
  to: ["emergencyConfirmed", "refused"],
  by: "host",
  grave: true,
  body: confirmEmergencyBody,
  guard: (context, body) => (body.decision === "confirmed" ? guardSites(context.data, body.gates) : undefined),
  effect(context, body) {
    const { data } = context;
    const { current, emergency } = data;
    if (!current || !emergency) return data;
    const named = { ...data, emergency: { ...emergency, hostDutyOfficer: body.dutyOfficer } };
    if (body.decision === "refused") return named;
    const approvals: Record<string, SiteApproval> = {};
    for (const { site, gate } of body.gates) approvals[site] = { version: current.number, limits: undefined, gate };
    const settled = { request: undefined, version: current, decisions: {} };
    return withApprovals(context, { ...named, settled }, { approvals, offered: current });
  },
  leads: (_data, body) => (body.decision === "confirmed" ? "emergencyConfirmed" : "refused"),
});

const writeUp = step<VisitData, typeof requestSchema>({
  from: ["emergencyConfirmed", "amendmentReturned"],
  to: "amendmentDraft",
  by: "requester",
  body: requestSchema,
  guard(context, request) {
    if (!context.data.emergency || context.data.emergency.writtenUp) return refuse("procedures.visitWrittenUp", {});
    return guardWriteUp(context, request) ?? guardRequest(context, request);
  },
  effect: (context, request) => asked(context, request, true),
});

export const emergencySteps: Readonly<Record<string, Step<VisitData>>> = {
  openEmergency,
  confirmEmergency,
  writeUp,
};
