// Whose turn it is, as a chip: ours in ink, the other side's in outline, and how it ended where nobody's is.

import type { ReactNode } from "react";
import type { DossierRow } from "../../api/index.ts";
import { Words } from "../language/index.ts";
import { Icon, useSides, useStateName } from "../parts/index.ts";

export function TurnChip({ row }: { readonly row: DossierRow }): ReactNode {
  const { own } = useSides();
  const stateName = useStateName();
  if (row.turn.includes(own)) {
    return (
      <span className="chip chip--me">
        <Words id="channels.turn.mine" />
      </span>
    );
  }
  if (row.turn.length > 0) {
    return (
      <span className="chip">
        <Words id="channels.turn.theirs" />
      </span>
    );
  }
  return (
    <span className="chip chip--plain">
      {row.final ? <Icon name="check" /> : null}
      {stateName(row.procedure, row.state)}
    </span>
  );
}
