// An end-user certificate: signed and authenticated by the end user's side, verified by the exporting authority on its
// own node, drawn down by what is shipped and never beyond, tied to what was received. Forged, unchecked and unlinked
// certificates are what is reported of paper ones (OSCE, Wassenaar Arrangement).
//
// Not here: whether an export is allowed. That is each side's law; the licence is named by its number.

import type { Procedure } from "../declaration.ts";
import { blankEndUse, type EndUseData } from "./data.ts";
import { endUseStates } from "./states.ts";
import { certificateSteps } from "./steps-certificate.ts";
import { useSteps } from "./steps-use.ts";

export const endUseProcedure: Procedure<EndUseData> = {
  name: "end-use",
  version: 1,
  rests: "procurement",
  roles: ["endUser", "exporter"],
  states: endUseStates,
  steps: { ...certificateSteps, ...useSteps },
  blank: blankEndUse,
  title: ({ certificate }) => (certificate ? `${certificate.reference} · ${certificate.endUser.name}` : ""),
};
