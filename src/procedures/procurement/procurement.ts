// A purchase by one side from the other: requirement, request, offer, acceptance, implementation, deliveries announced
// and received, discrepancies, account and closure; or a company's contract that both follow, with the licences that
// must be there before each stage. After the published practice of government-to-government cases, in neutral names.
//
// Administration only: goods are lines of a catalogue. Not here: tenders, and what national law requires of a licence.

import type { Procedure } from "../declaration.ts";
import { blankProcurement, type ProcurementData } from "./data.ts";
import { procurementStates } from "./states.ts";
import { contractSteps } from "./steps-contract.ts";
import { deliverySteps } from "./steps-delivery.ts";
import { moneySteps } from "./steps-money.ts";
import { offerSteps } from "./steps-offer.ts";
import { requestSteps } from "./steps-request.ts";

export const procurementProcedure: Procedure<ProcurementData> = {
  name: "procurement",
  version: 1,
  rests: "procurement",
  roles: ["buyer", "seller"],
  states: procurementStates,
  steps: { ...requestSteps, ...offerSteps, ...deliverySteps, ...moneySteps, ...contractSteps },
  blank: blankProcurement,
  title: ({ requirement, case: common }, read) =>
    requirement ? `${common ?? requirement.reference} · ${read(requirement.titles) ?? ""}` : "",
};
