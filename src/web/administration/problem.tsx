// Why something did not come about, beside what was to be done.

import type { ReactNode } from "react";
import { Refused } from "../api/index.ts";
import { ErrorOf, RefusalNote } from "../parts/index.ts";
import type { Doing } from "./use-doing.ts";

export function ProblemOf({ doing }: { readonly doing: Doing }): ReactNode {
  if (doing.problem === undefined) return null;
  if (doing.problem instanceof Refused) return <RefusalNote refusal={doing.problem.refusal} />;
  return <ErrorOf error={doing.problem} again={doing.forget} />;
}
