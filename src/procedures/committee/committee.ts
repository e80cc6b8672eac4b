// A session of the joint committee: proposed by the side that receives, dated by both, its agenda brought in by both
// and frozen, minutes drafted item by item, adopted by both co-chairs in each language on the day, and actions tracked
// to their owners and dates.
//
// Not here: the annual plan that a session may look at (a dossier of its own), and what is told to the public.

import type { Procedure } from "../declaration.ts";
import { blankCommittee, type CommitteeData } from "./data.ts";
import { committeeStates } from "./states.ts";
import { callingSteps } from "./steps-calling.ts";
import { sessionSteps } from "./steps-session.ts";

export const committeeProcedure: Procedure<CommitteeData> = {
  name: "committee",
  version: 1,
  rests: "committee",
  roles: ["host", "guest"],
  states: committeeStates,
  steps: { ...callingSteps, ...sessionSteps },
  blank: blankCommittee,
  title: ({ session, titles, venue }, read) =>
    [session === 0 ? "" : String(session), read(titles) ?? "", venue?.city ?? ""]
      .filter((part) => part !== "")
      .join(" · "),
};
