// The request for visit: may these people enter these sites and hear this level? Between the two sides' security
// authorities; the official programme, which is protocol's, is a procedure of its own and linked by dossier.
// Follows the MISWG's document 7 (international visits) as national authorities publish it, and domain practice where
// it is silent. Not here: who within a side may certify or endorse (policy), the sealed personal details (documents).

import type { Dated } from "../dates.ts";
import type { Procedure } from "../declaration.ts";
import { blankVisit, type VisitData } from "./data.ts";
import { visitStates } from "./stages.ts";
import { decisionSteps } from "./steps-decision.ts";
import { emergencySteps } from "./steps-emergency.ts";
import { executionSteps } from "./steps-execution.ts";
import { requestSteps } from "./steps-request.ts";

/** The days on which at least one site may be entered. */
function visitDates({ window, approvals, current }: VisitData): readonly Dated[] {
  if (!window) return [];
  const names = (current?.sites ?? []).filter(({ code }) => approvals[code]).map(({ name }) => name);
  return [
    {
      key: "visit",
      when: { kind: "days", from: window.from, until: window.until },
      ...(names.length > 0 ? { place: names.join("; ") } : {}),
      settled: true,
    },
  ];
}

export const visitProcedure: Procedure<VisitData> = {
  name: "visit",
  version: 1,
  rests: "visits",
  roles: ["requester", "host"],
  states: visitStates,
  steps: { ...requestSteps, ...emergencySteps, ...decisionSteps, ...executionSteps },
  blank: blankVisit,
  dates: visitDates,
  title(data) {
    const reference = data.request?.reference ?? data.emergency?.asked.reference ?? "";
    const sites = (data.current?.sites ?? []).map((site) => site.name);
    const more = sites.length > 1 ? ` +${sites.length - 1}` : "";
    return `${reference} · ${sites[0] ?? ""}${more}`;
  },
};
