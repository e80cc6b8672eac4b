// The level of a dossier: the highest of its acts' labels. What answers it begins with that level.

import { useQuery } from "@tanstack/react-query";
import { queryOf, useAccordId } from "../api/index.ts";
import { highestOf, useBannerLabel, useSides } from "../parts/index.ts";

/** Undefined until it is known, and for a dossier of which no act can be read. */
export function useLevelOf(dossier: string): string | undefined {
  const accord = useAccordId();
  const sides = useSides();
  const found = useQuery(queryOf("searchActs", { params: { accord }, query: { q: dossier, limit: 500 } })).data;
  const labels = (found?.items ?? []).filter((act) => act.dossier === dossier).map((act) => act.label);
  const highest = highestOf(sides, labels);
  useBannerLabel(highest);
  return labels.length === 0 ? undefined : highest.classification;
}
