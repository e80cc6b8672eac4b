// The band under the title: how far the request has come, who completed each stage and when.

import type { ReactNode } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { useDates, Words } from "../language/index.ts";
import { Seal, useOwnWall, usePartyName } from "../parts/index.ts";
import { type StageShown, stagesOf } from "./stages.ts";

export function StageBand({ dossier }: { readonly dossier: DossierDetail }): ReactNode {
  return (
    <ol className="steps">
      {stagesOf(dossier.row.state, dossier.acts).map((one) => (
        <StageItem key={one.stage} shown={one} expected={dossier.row.turn} />
      ))}
    </ol>
  );
}

const classes = { done: "step", now: "step step--now", todo: "step step--todo" } as const;

function StageItem({
  shown,
  expected,
}: {
  readonly shown: StageShown;
  readonly expected: readonly string[];
}): ReactNode {
  const { stage, place, act } = shown;
  const dates = useDates();
  const own = useOwnWall();
  const name = usePartyName();
  const wall = act && own(act.local);
  return (
    <li className={classes[place]} aria-current={place === "now" ? "step" : undefined}>
      <b>
        {act ? <Seal party={act.party} size="small" /> : null}
        {place === "now" ? expected.map((party) => <Seal key={party} party={party} size="small" hollow />) : null}
        <span>
          <Words id={`visits.stage.${stage}`} />
        </span>
      </b>
      <span className="muted">
        {act && wall ? (
          <Words id="visits.stage.by" values={{ day: dates.day(wall), party: name(act.party) }} />
        ) : place === "now" ? (
          <Words id="visits.stage.now" />
        ) : null}
      </span>
    </li>
  );
}
