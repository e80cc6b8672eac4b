// The main events list of an exercise: objectives, events, incidents and injects, each inject reviewed by the side that
// did not write it, on exercise and real time, frozen by both, played, acknowledged and assessed. One dossier for each
// exercise.
//
// Not here: the exercise itself, a dossier of its own. A procedure never reads another: a stop of the exercise stops
// the list only by an act in the list.

import type { DeadlineRule, Procedure, State, StateName } from "../declaration.ts";
import { blankInjects, type InjectRow, type InjectsData } from "./data.ts";
import { listSteps } from "./steps-list.ts";
import { playSteps } from "./steps-play.ts";

const earliest = (data: InjectsData, of: (one: InjectRow) => number | undefined): number | undefined => {
  const times = Object.values(data.injects).flatMap((one) => of(one) ?? []);
  return times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : undefined;
};

/** From the first inject that went out to this side and is not acknowledged. */
const acknowledgement = (role: "keeper" | "partner"): DeadlineRule<InjectsData> => ({
  name: `${role}Acknowledgement`,
  owner: role,
  usual: { hours: 2 },
  from: (data) =>
    earliest(data, (one) =>
      one.stage === "released" && (one.row.audience === data.keeper) === (role === "keeper")
        ? one.releasedAt
        : undefined,
    ),
});

// Usual amounts are general practice, not law: the annex sets others under `injects.<name>`.
const playing = [acknowledgement("keeper"), acknowledgement("partner")];

const states: Readonly<Record<StateName, State<InjectsData>>> = {
  drafting: {},
  frozen: {},
  running: { deadlines: playing },
  stopped: { deadlines: playing },
  closed: { final: true },
  withdrawn: { final: true },
};

export const injectsProcedure: Procedure<InjectsData> = {
  name: "injects",
  version: 1,
  rests: "exercises",
  roles: ["keeper", "partner"],
  states,
  steps: { ...listSteps, ...playSteps },
  blank: blankInjects,
  title: ({ reference, titles }, read) => [reference, read(titles) ?? ""].filter((part) => part !== "").join(" · "),
};
