// The two sides as a page shows them: each with the shape, the rule and the colour that the founding gave it, the
// reader's own first (the alternat), and its name in the reader's language.

import { createContext, type ReactNode, useContext } from "react";
import type { AccordDetail } from "../../api/index.ts";
import { Fault } from "../../base/index.ts";
import { useSpeech } from "../language/index.ts";
import { toldText } from "./told-text.ts";

/** What of an accord every part may need. */
export type Sides = Pick<AccordDetail, "own" | "other" | "parties" | "labels" | "accord" | "names" | "cap">;

const SidesContext = createContext<Sides | undefined>(undefined);

export const SidesProvider = SidesContext.Provider;

/** Undefined before the accord is known: a page to sign in on. */
export function useSidesIfKnown(): Sides | undefined {
  return useContext(SidesContext);
}

export function useSides(): Sides {
  const sides = useContext(SidesContext);
  if (sides === undefined) throw new Fault("web.noSides", "A part that shows a side stands outside an accord.");
  return sides;
}

/** 1 for the first party of the founding (disc, single rule), 2 for the second (lozenge, double rule). */
export function ordinalOf(sides: Sides, party: string): 1 | 2 {
  return sides.parties[0].party === party ? 1 : 2;
}

/** Text by language in the reader's; else in English, else in whichever there is. As it can be shown: see told-text. */
export function inSpeech(names: Readonly<Record<string, string>>, language: string): string {
  return toldText(names[language] ?? names.en ?? Object.values(names)[0] ?? "");
}

/** A text that the accord gives in several languages, in the reader's. */
export function useIn(): (names: Readonly<Record<string, string>>) => string {
  const { language } = useSpeech();
  return (names) => inSpeech(names, language);
}

/** The name of a party in the reader's language; its code where it is none of the two. */
export function usePartyName(): (party: string) => string {
  const sides = useSides();
  const read = useIn();
  return (party) => {
    const side = sides.parties.find((each) => each.party === party);
    return side === undefined ? party : read(side.names) || party;
  };
}

interface SealProps {
  readonly party: string;
  readonly size?: "small" | "medium" | "plain" | "session" | "large";
  /** Hollow: expected, not done yet. */
  readonly hollow?: boolean;
}

const sizes = { small: " seal--s", medium: " seal--m", plain: "", session: " seal--me", large: " seal--l" } as const;

/** The mark of a side. Decoration: its name stands beside, or `hidden` says it. */
export function Seal({ party, size = "plain", hollow = false }: SealProps): ReactNode {
  const sides = useSides();
  const ordinal = ordinalOf(sides, party);
  const code = size === "small" || size === "medium" ? "" : party;
  return (
    <span className={`seal seal--${ordinal}${sizes[size]}${hollow ? " seal--open" : ""}`} aria-hidden="true">
      {code}
    </span>
  );
}

/** A side by mark and name, in its colour. */
export function Who({ party }: { readonly party: string }): ReactNode {
  const sides = useSides();
  const name = usePartyName();
  return (
    <span className={`who who--${ordinalOf(sides, party)}`}>
      <Seal party={party} size="small" />
      {name(party)}
    </span>
  );
}

/** What belongs to one side, at its edge: one rule for the first, two for the second. */
export function Edge({ party, children }: { readonly party: string; readonly children: ReactNode }): ReactNode {
  return <div className={`edge edge--${ordinalOf(useSides(), party)}`}>{children}</div>;
}
