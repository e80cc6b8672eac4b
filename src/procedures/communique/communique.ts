// What is told to the public: a joint text that both sides clear in each language, every quotation cleared only by its
// speaker's side; or one side's own, of which the other has notice; or what was said already, told rather than hidden.
// Nothing is called joint that both have not cleared by the same digest.
//
// Not here: the files of photographs, of which the register holds digest, caption and credit; and the feed a node
// makes of what was released.

import type { Procedure } from "../declaration.ts";
import { blankCommunique, type CommuniqueData } from "./data.ts";
import { communiqueStates } from "./states.ts";
import { openingSteps } from "./steps-opening.ts";
import { releasingSteps } from "./steps-releasing.ts";
import { writingSteps } from "./steps-writing.ts";

export const communiqueProcedure: Procedure<CommuniqueData> = {
  name: "communique",
  version: 1,
  rests: "communication",
  roles: ["proposer", "partner"],
  states: communiqueStates,
  steps: { ...openingSteps, ...writingSteps, ...releasingSteps },
  blank: blankCommunique,
  title: ({ titles, issuer, references }, read) =>
    [read(titles) ?? "", issuer === undefined ? "" : (references[issuer] ?? "")]
      .filter((part) => part !== "")
      .join(" · "),
};
