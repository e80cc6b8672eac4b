// The programme of an official visit: who is received by whom, when, where, in what order. Between the two sides'
// protocol offices; whether people may enter a site at all is the request for visit, a procedure of its own, named by a
// line's dossier. Not here: printed cards, calendars and convoy lists (documents), and who within a side may sign
// (policy).

import type { Procedure } from "../declaration.ts";
import { firstByLanguage } from "../languages.ts";
import { blankProgramme, type ProgrammeData } from "./data.ts";
import { programmeStates } from "./states.ts";
import { agreementSteps } from "./steps-agreement.ts";
import { dateSteps } from "./steps-dates.ts";
import { daySteps } from "./steps-day.ts";
import { writingSteps } from "./steps-writing.ts";

export const programmeProcedure: Procedure<ProgrammeData> = {
  name: "programme",
  version: 1,
  rests: "visits",
  roles: ["host", "visitor"],
  states: programmeStates,
  steps: { ...dateSteps, ...writingSteps, ...agreementSteps, ...daySteps },
  blank: blankProgramme,
  title: (data) => firstByLanguage(data.titles) ?? data.reference ?? "",
};
