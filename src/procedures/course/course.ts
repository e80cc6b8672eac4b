// Joint training: a course in the host's catalogue, accepted by the other side, with iterations, seats for each side,
// nominations, vetting by both, joining instructions, attendance, certificates and a report. Seats that are not taken
// up are released to the waiting list six weeks before the first day, as schools do that publish their rule.
//
// Not here: names and papers of those who come (sealed documents), and which line of the annual plan a course carries
// out (the plan links it).

import type { Dated } from "../dates.ts";
import type { Procedure } from "../declaration.ts";
import { blankCourse, type CourseData } from "./data.ts";
import { courseStates } from "./states.ts";
import { catalogueSteps } from "./steps-catalogue.ts";
import { conductSteps } from "./steps-conduct.ts";
import { seatSteps } from "./steps-seats.ts";
import { vettingSteps } from "./steps-vetting.ts";

function courseDates({ iterations, entry }: CourseData): readonly Dated[] {
  return iterations
    .filter((one) => one.status !== "cancelled")
    .map(({ code, from, until, venue }) => ({
      key: code,
      when: { kind: "days", from, until },
      place: venue ?? entry?.school ?? "",
      settled: true,
    }));
}

export const courseProcedure: Procedure<CourseData> = {
  name: "course",
  version: 1,
  rests: "training",
  roles: ["host", "sender"],
  states: courseStates,
  steps: { ...catalogueSteps, ...seatSteps, ...vettingSteps, ...conductSteps },
  blank: blankCourse,
  dates: courseDates,
  title: ({ entry }, read) => [entry?.code ?? "", read(entry?.titles) ?? ""].filter((part) => part !== "").join(" · "),
};
