// How far an act has come, in three marks: signed, registered by its author, held by the other side. A rung that was
// not reached is hollow.

import type { ReactNode } from "react";
import { useSay } from "../../language/index.ts";
import { Icon } from "../icon.tsx";
import { usePartyName, useSides } from "../sides.tsx";

interface LadderProps {
  readonly act: { readonly party: string; readonly rung: "registered" | "heldByBoth" };
}

export function ProofLadder({ act }: LadderProps): ReactNode {
  const said = useRung()(act);
  const held = act.rung === "heldByBoth";
  return (
    <span className="pf" role="img" aria-label={said} title={said}>
      <i>
        <Icon name="check" />
      </i>
      <i>
        <Icon name="check" />
      </i>
      <i className={held ? undefined : "w"}>{held ? <Icon name="check" /> : null}</i>
    </span>
  );
}

/** The rung in words, with who is to hold it. */
export function useRung(): (act: LadderProps["act"]) => string {
  const say = useSay();
  const name = usePartyName();
  const { own, other } = useSides();
  return ({ party, rung }) => {
    const holder = party === own ? other : own;
    const id = rung === "heldByBoth" ? "parts.proof.heldBy" : "parts.proof.waitsFor";
    return say(id, { author: name(party), holder: name(holder) });
  };
}
