// The programme of an official visit: who is received by whom, when, where, in what order. Between the two sides'
// protocol offices; whether people may enter a site at all is the request for visit, a procedure of its own, named by a
// line's dossier. Not here: printed cards, calendars and convoy lists (documents), and who within a side may sign
// (policy).

import type { Dated } from "../dates.ts";
import type { Procedure } from "../declaration.ts";
import { blankProgramme, type ProgrammeData } from "./data.ts";
import { instantOf } from "./engagement.ts";
import { programmeStates } from "./states.ts";
import { agreementSteps } from "./steps-agreement.ts";
import { dateSteps } from "./steps-dates.ts";
import { daySteps } from "./steps-day.ts";
import { writingSteps } from "./steps-writing.ts";

/** Its timed engagements; before there are any, its days. */
function programmeDates({ engagements, dates, agreed, proposal }: ProgrammeData): readonly Dated[] {
  const timed = engagements.flatMap((one): Dated[] => {
    const from = instantOf(one.start);
    if (from === undefined) return [];
    const { id, titles, minutes, confirmed, start, venue } = one;
    const place = [venue?.room, venue?.name, venue?.city].filter((part) => part !== undefined).join(", ");
    return [
      {
        key: `line-${id}`,
        titles,
        when: { kind: "time", from, zone: start.zone, ...(minutes === undefined ? {} : { minutes }) },
        ...(place === "" ? {} : { place }),
        settled: confirmed && agreed !== undefined,
      },
    ];
  });
  if (timed.length > 0) return timed;
  const days = dates ?? proposal;
  if (!days) return [];
  const { from, until } = days;
  return [{ key: "days", when: { kind: "days", from, until }, settled: dates !== undefined }];
}

export const programmeProcedure: Procedure<ProgrammeData> = {
  name: "programme",
  version: 1,
  rests: "visits",
  roles: ["host", "visitor"],
  states: programmeStates,
  steps: { ...dateSteps, ...writingSteps, ...agreementSteps, ...daySteps },
  blank: blankProgramme,
  dates: programmeDates,
  title: (data, read) => read(data.titles) ?? data.reference ?? "",
};
