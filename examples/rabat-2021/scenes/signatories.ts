// The persons of the accord. The two signatories are named in the article; heads of delegation are functions and
// nobody's names.

import { type Party, signatoryOf } from "../data.ts";

interface Person {
  readonly function: string;
  readonly names: Readonly<Record<string, string>>;
  readonly name?: string;
}

/** Who signs for a side, as the article names them. */
export function signatory(party: Party): Person {
  const { name, function: names } = signatoryOf(party);
  return { function: "plenipotentiary", names, name };
}

/** One person for each side. */
export function signatories(as: "plenipotentiary" | "head-of-delegation"): Readonly<Record<Party, Person>> {
  if (as === "plenipotentiary") return { MA: signatory("MA"), IL: signatory("IL") };
  const head: Person = {
    function: as,
    names: { fr: "Chef de la délégation (démonstration)", en: "Head of delegation (demonstration)" },
  };
  return { MA: head, IL: head };
}
