// The band under the title: how far the programme has come, who completed each phase and when.

import type { ReactNode } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { useDates, Words } from "../language/index.ts";
import { Seal, useOwnWall, usePartyName } from "../parts/index.ts";
import { type PhaseShown, phasesOf } from "./phases.ts";

export function PhaseBand({ dossier }: { readonly dossier: DossierDetail }): ReactNode {
  return (
    <ol className="steps">
      {phasesOf(dossier.row.state, dossier.acts).map((one) => (
        <PhaseItem key={one.phase} shown={one} expected={dossier.row.turn} />
      ))}
    </ol>
  );
}

interface PhaseItemProps {
  readonly shown: PhaseShown;
  /** Sides whose turn it is. */
  readonly expected: readonly string[];
}

function PhaseItem({ shown, expected }: PhaseItemProps): ReactNode {
  const { phase, place, act } = shown;
  const dates = useDates();
  const own = useOwnWall();
  const name = usePartyName();
  const wall = act && own(act.local);
  const classes = { done: "step", now: "step step--now", todo: "step step--todo" } as const;
  return (
    <li className={classes[place]} aria-current={place === "now" ? "step" : undefined}>
      <b>
        {act ? <Seal party={act.party} size="small" /> : null}
        {place === "now" ? expected.map((party) => <Seal key={party} party={party} size="small" hollow />) : null}
        <span>
          <Words id={`programme.phase.${phase}`} />
        </span>
      </b>
      <span className="muted">
        {act && wall ? (
          <Words id="programme.phase.by" values={{ day: dates.day(wall), party: name(act.party) }} />
        ) : place === "now" ? (
          <Words id="programme.phase.now" />
        ) : null}
      </span>
    </li>
  );
}
