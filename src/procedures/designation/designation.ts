// The designation of a service: one dossier for each service of a side, opened and changed by that side alone. It rests
// on the founding, since the services that negotiate the accord are designated before there is one. A dossier for the
// service `registry`, which the side's card names, serves to rotate its key.

import type { Procedure } from "../declaration.ts";
import { blank, type DesignationData } from "./data.ts";
import { keySteps } from "./key-steps.ts";
import { sealingSteps } from "./sealing-steps.ts";
import { designationSteps } from "./steps.ts";

const steps = { ...designationSteps, ...keySteps, ...sealingSteps };

export type DesignationStep = keyof typeof steps;

export const designationProcedure: Procedure<DesignationData> = {
  name: "designation",
  version: 1,
  rests: "founding",
  roles: ["designator", "counterpart"],
  states: { designated: {}, withdrawn: { final: true } },
  steps,
  blank: () => blank,
  title: (data, read) => read(data.names) ?? data.service ?? "",
};
