// The label of the dossier's latest act, which the next one inherits and every printed page bears.

import type { DossierDetail } from "../../api/index.ts";
import { z } from "../../base/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";

const labelled = z.looseObject({
  label: z.looseObject({ classification: z.string(), releasableTo: z.array(z.string()) }),
});

export interface ActLabel {
  readonly classification: string;
  readonly releasableTo: readonly string[];
}

/** Undefined for an act that this officer may read of, but not read. */
export function useActLabel(detail: DossierDetail): ActLabel | undefined {
  const accord = useAccordId();
  const act = detail.acts.at(-1)?.id ?? detail.row.dossier;
  return labelled.safeParse(useAsk("act", { params: { accord, act } }).act).data?.label;
}
