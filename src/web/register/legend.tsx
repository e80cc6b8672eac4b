// What the marks of the list mean.

import type { ReactNode } from "react";
import { Words } from "../language/index.ts";
import { useSides } from "../parts/index.ts";
import { ProofLadder } from "../parts/proof/index.ts";

export function Legend(): ReactNode {
  const { own } = useSides();
  return (
    <p className="legend small muted">
      <span className="row">
        <ProofLadder act={{ party: own, rung: "heldByBoth" }} />
        <Words id="register.legend.held" />
      </span>
      <span className="row">
        <ProofLadder act={{ party: own, rung: "registered" }} />
        <Words id="register.legend.waiting" />
      </span>
    </p>
  );
}
