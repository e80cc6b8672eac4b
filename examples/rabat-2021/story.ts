// The story in the order in which it is played: by the story's own dates, so that no act is ever dated before one that
// its author had seen.

import { type Party, parties, services } from "./data.ts";
import { buoyRequest } from "./scenes/buoy-request.ts";
import { channel } from "./scenes/channel.ts";
import { committeeCalled, committeeMet } from "./scenes/committee.ts";
import { courseScene } from "./scenes/course.ts";
import { day } from "./scenes/day.ts";
import { dustRequest } from "./scenes/dust-request.ts";
import { endUseScene } from "./scenes/end-use.ts";
import { exerciseScene } from "./scenes/exercise.ts";
import { force } from "./scenes/force.ts";
import { designation, founding } from "./scenes/founding.ts";
import { incident } from "./scenes/incident.ts";
import { invitation } from "./scenes/invitation.ts";
import { letters } from "./scenes/letters.ts";
import { levels } from "./scenes/levels.ts";
import { negotiation } from "./scenes/negotiation.ts";
import { planChanged, planDone, planScene } from "./scenes/plan.ts";
import { programmeScene } from "./scenes/programme.ts";
import { projectScene } from "./scenes/project.ts";
import { protection } from "./scenes/protection.ts";
import { purchase } from "./scenes/purchase.ts";
import { recall } from "./scenes/recall.ts";
import { report, thirdParty } from "./scenes/report.ts";
import { signature } from "./scenes/signature.ts";
import { statements } from "./scenes/statements.ts";
import { visitScene } from "./scenes/visit.ts";
import { isMade, type MadeStep, type Scene } from "./step.ts";

const at: Readonly<Record<Party, string>> = { MA: "2022-03-02T09:00:00Z", IL: "2022-03-02T10:00:00Z" };

/** The other domains of the accord get their services once its articles are in force. */
const domains: Scene = {
  title: "The services for the other fields of the accord, now in force",
  steps: parties.flatMap((side) =>
    (services[side] ?? [])
      .filter((service) => service.after === "entryIntoForce")
      .map((service) => designation({ side, service, at: at[side] })),
  ),
};

export const story: readonly Scene[] = [
  founding,
  letters,
  negotiation,
  invitation,
  visitScene,
  programmeScene,
  signature,
  day,
  force,
  domains,
  statements,
  levels,
  channel,
  dustRequest,
  buoyRequest,
  report,
  thirdParty,
  recall,
  incident,
  purchase,
  endUseScene,
  courseScene,
  exerciseScene,
  projectScene,
  protection,
  planScene,
  committeeCalled,
  planChanged,
  committeeMet,
  planDone,
];

export const storyActs: readonly MadeStep[] = story.flatMap((scene) => scene.steps).filter(isMade);

/** When the story's clock starts. */
export const storyStart = "2021-09-29T08:00:00Z";
