// Which accord the page is about: the one its address names.

import { createContext, useContext } from "react";
import { Fault } from "../../base/index.ts";

export const AccordContext = createContext<string | undefined>(undefined);

/** The accord's id. Throws a Fault outside an accord's pages. */
export function useAccordId(): string {
  const accord = useContext(AccordContext);
  if (accord === undefined) throw new Fault("web.noAccord", "A part that needs an accord stands outside its pages.");
  return accord;
}
