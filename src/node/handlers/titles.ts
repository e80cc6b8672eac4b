// The title of a dossier in each language its acts give it in. A list's row has but one, in no particular language.

import { accordProcedure, designationProcedure, programmeProcedure } from "../../procedures/index.ts";
import { follows, type Viewed } from "../side/viewed.ts";

/** By language; empty where the dossier's title is a reference, which no language changes. */
export function titlesOf(viewed: Viewed<unknown>): Readonly<Record<string, string>> {
  if (follows(viewed, programmeProcedure)) return viewed.view.dossier.data.titles;
  if (follows(viewed, designationProcedure)) return viewed.view.dossier.data.names;
  if (!follows(viewed, accordProcedure)) return {};
  const { agreed, proposal } = viewed.view.dossier.data;
  if (!agreed) return proposal?.titles ?? {};
  return Object.fromEntries(Object.entries(agreed.texts).map(([language, text]) => [language, text.title]));
}
