// The procedure of an instrument: from the mandate to negotiate to its end, for the framework itself, its amendments
// and its implementing arrangements (domain.md section 1.2). It rests on the founding, since there is no article before
// it.

import type { Procedure } from "../declaration.ts";
import { completionSteps } from "./completion.ts";
import { type AccordData, blank } from "./data.ts";
import { endingSteps } from "./ending.ts";
import { negotiationSteps } from "./negotiation.ts";
import { signatureSteps } from "./signature.ts";
import { states } from "./states.ts";

const steps = { ...negotiationSteps, ...signatureSteps, ...completionSteps, ...endingSteps };

export type AccordStep = keyof typeof steps;

export const accordProcedure: Procedure<AccordData> = {
  name: "accord",
  version: 1,
  rests: "founding",
  roles: ["proposer", "counterpart"],
  states,
  steps,
  blank: () => blank,
  title(data, read) {
    return read(data.agreed?.texts)?.title ?? read(data.proposal?.titles) ?? "";
  },
};
