// A dossier that is opened from a line of the annual plan: the address says which, and once the dossier is open it is
// put under that line by an act of the plan.

import { type Making, useMaking } from "./making.ts";
import { useAddressText } from "./search.ts";

export interface FromPlan {
  readonly plan: string;
  readonly line: string;
  readonly making: Making;
  /** Puts the dossier under the line. False where that is refused: the dossier is open all the same. */
  link(dossier: string): Promise<boolean>;
}

/** Undefined where the page was not come to from a plan's line: the address bears `planLine=<plan>.<line>`. */
export function useFromPlan(): FromPlan | undefined {
  const { value } = useAddressText("planLine");
  const making = useMaking({ procedure: "plan/1" });
  const [plan, line] = value.split(".");
  if (plan === undefined || line === undefined || plan === "" || line === "") return undefined;
  return {
    plan,
    line,
    making,
    async link(dossier) {
      const body = { links: [{ line, dossier }] };
      return (await making.make([{ step: "link", dossier: plan, body }])) !== undefined;
    },
  };
}
