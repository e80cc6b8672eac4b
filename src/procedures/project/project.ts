// A project of industrial and technical cooperation: statement of intent, arrangement reviewed by each side's lawyers,
// security and export control, phases with gates that both pass, deliverables that the other side accepts, and the
// ledgers: information with third parties' consents, transfers under licence, equipment on loan, facilities cleared.
//
// Not here: contracts and purchases that a project leads to, and the contents of what is transferred, which go by a
// channel.

import type { Procedure } from "../declaration.ts";
import { blankProject, type ProjectData } from "./data.ts";
import { projectStates } from "./states.ts";
import { arrangementSteps } from "./steps-arrangement.ts";
import { ledgerSteps } from "./steps-ledger.ts";
import { workSteps } from "./steps-work.ts";

export const projectProcedure: Procedure<ProjectData> = {
  name: "project",
  version: 1,
  rests: "industry",
  roles: ["proposer", "partner"],
  states: projectStates,
  steps: { ...arrangementSteps, ...workSteps, ...ledgerSteps },
  blank: blankProject,
  title: ({ references, proposer, titles }, read) =>
    [(proposer && references[proposer]) ?? "", read(titles) ?? ""].filter((part) => part !== "").join(" · "),
};
