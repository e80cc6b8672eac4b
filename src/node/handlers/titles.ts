// The title of a dossier in each language its acts give it in, as it stands now.

import { byLanguage } from "../../procedures/index.ts";
import type { Viewed } from "../side/viewed.ts";

/** By language; empty where the dossier's title is a reference, which no language changes. */
export function titlesOf({ procedure, view }: Viewed<unknown>): Readonly<Record<string, string>> {
  return byLanguage((read) => procedure.title(view.dossier.data, read));
}
