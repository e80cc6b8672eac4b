// What of a step's body follows from the dossier: the version that is signed, the gates that are told. The officer
// fills in the rest, and may change what is filled in.

import type { VisitShown } from "./visit-data.ts";

export function knownOf(step: string, data: VisitShown): Readonly<Record<string, unknown>> {
  const sites = data.current?.sites.map((site) => site.code) ?? [];
  switch (step) {
    case "certify":
    case "endorse":
    case "transmit":
      return data.current ? { request: data.current.digest } : {};
    case "staff":
      return { offices: sites.map((site) => ({ site })) };
    case "notify": {
      const approved = sites.filter((site) => isApproved(data, site));
      return { gates: approved.map((site) => ({ site })) };
    }
    case "confirmEmergency":
      return { gates: sites.map((site) => ({ site })) };
    case "close":
      return { outcome: data.gate.entries > 0 ? "held" : "notHeld" };
    default:
      return {};
  }
}

function isApproved(data: VisitShown, site: string): boolean {
  const decision = Object.hasOwn(data.decisions, site) ? data.decisions[site]?.decision : undefined;
  return decision === "approved" || decision === "approvedWithLimits";
}
