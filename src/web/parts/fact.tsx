// One line of a list of facts: its name and what it is. Stands in a `dl`.

import type { ReactNode } from "react";
import { Words } from "../language/index.ts";

interface FactProps {
  /** The message that names it. */
  readonly id: string;
  readonly children: ReactNode;
}

export function Fact({ id, children }: FactProps): ReactNode {
  return (
    <>
      <dt>
        <Words id={id} />
      </dt>
      <dd>{children}</dd>
    </>
  );
}
