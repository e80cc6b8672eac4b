// A joint exercise: proposed, specified, planned in conferences, its plan signed by both, readiness declared, started,
// interrupted by whoever sees a danger, ended, reported on, and its lessons followed until something has changed. The
// stages are those of published practice for collective training (initiation, specification, planning, conduct).
//
// Not here: the main events list, a dossier of its own (procedure `injects`), and where its line stands in the year.

import type { Dated } from "../dates.ts";
import type { Procedure } from "../declaration.ts";
import { blankExercise, type ExerciseData } from "./data.ts";
import { exerciseStates } from "./states.ts";
import { conductSteps } from "./steps-conduct.ts";
import { lessonSteps } from "./steps-lessons.ts";
import { planningSteps } from "./steps-planning.ts";

export const exerciseProcedure: Procedure<ExerciseData> = {
  name: "exercise",
  version: 1,
  rests: "exercises",
  roles: ["proposer", "partner"],
  states: exerciseStates,
  steps: { ...planningSteps, ...conductSteps, ...lessonSteps },
  blank: blankExercise,
  title: ({ proposal }, read) =>
    [proposal?.reference ?? "", read(proposal?.titles) ?? ""].filter((part) => part !== "").join(" · "),
  dates({ proposal, opensAt, signedPlan, conferences }): readonly Dated[] {
    const days: readonly Dated[] =
      proposal && opensAt !== undefined
        ? [
            {
              key: "exercise",
              when: { kind: "days", from: proposal.from, until: proposal.until },
              settled: signedPlan !== undefined,
              ...(proposal.venue === undefined ? {} : { place: proposal.venue }),
            },
          ]
        : [];
    const called = conferences.map(
      (one): Dated => ({
        key: `conference-${one.id}`,
        ...(one.titles ? { titles: one.titles } : {}),
        when: { kind: "days", from: one.from, until: one.until },
        settled: one.held !== undefined,
        ...(one.venue === undefined ? {} : { place: one.venue }),
      }),
    );
    return [...days, ...called];
  },
};
