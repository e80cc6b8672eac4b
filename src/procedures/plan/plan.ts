// The annual cooperation plan: a call, each side's proposals, harmonisation in expert talks, a draft both agree to, and
// one text both sign before the year begins. Changes go by exchange of letters, dossiers stand under the lines they
// carry out, and the year-end report is what the plan itself tells.
//
// Not here: what the linked dossiers are about. A procedure never reads another; a reader puts the two together.

import type { Procedure } from "../declaration.ts";
import { blankPlan, type PlanData } from "./data.ts";
import { planStates } from "./states.ts";
import { draftSteps } from "./steps-draft.ts";
import { yearSteps } from "./steps-year.ts";

export const planProcedure: Procedure<PlanData> = {
  name: "plan",
  version: 1,
  rests: "planning",
  roles: ["caller", "partner"],
  states: planStates,
  steps: { ...draftSteps, ...yearSteps },
  blank: blankPlan,
  title: ({ year, titles }, read) => [String(year), read(titles) ?? ""].filter((part) => part !== "").join(" · "),
};
