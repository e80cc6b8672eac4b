// The title of a dossier where it is read: in the direction of the language it is told in, so that a reference before
// its words stands at their start; in its own where nobody knows its language.

import type { ReactNode } from "react";
import { manners, useSpeech } from "../language/index.ts";
import { type Titled, useDossierTitle } from "./names.ts";
import { toldText } from "./told-text.ts";

export function DossierTitle({ row }: { readonly row: Titled }): ReactNode {
  const { language } = useSpeech();
  const text = toldText(useDossierTitle()(row));
  const told = row.titles !== undefined && Object.hasOwn(row.titles, language);
  return <bdi {...(told ? { dir: manners[language].direction } : {})}>{text}</bdi>;
}
