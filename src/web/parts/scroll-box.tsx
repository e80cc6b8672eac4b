// A table or another wide thing that scrolls sideways in its own place, by keyboard too.

import type { ReactNode } from "react";

interface ScrollBoxProps {
  /** What is in it, for who reaches it by keyboard. */
  readonly label: string;
  readonly children: ReactNode;
}

export function ScrollBox({ label, children }: ScrollBoxProps): ReactNode {
  return (
    // A group and not a region: the sheet around it is the landmark, often of the same name.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1).
    <div className="tbl__wrap" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
