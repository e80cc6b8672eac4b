// A bar beside a number: how much it is of the most there is. For the eye only: its number stands in the text.

import type { ReactNode } from "react";

export function Bar({ value, most }: { readonly value: number; readonly most: number }): ReactNode {
  return (
    <span className="stats__bar" aria-hidden="true">
      <span style={{ inlineSize: `${Math.round((100 * value) / most)}%` }} />
    </span>
  );
}

/** The first side's bars are filled and the second's hollow, as their seals are told apart without colour. */
export function barClass(at: number): string {
  return at === 0 ? "stats__side stats__side--first" : "stats__side stats__side--second";
}
