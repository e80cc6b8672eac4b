// The page of any dossier, derived from its procedure's declaration: where it stands, what can be done, by when, what
// was done with its proofs, and what it is related to.

import { useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { seeChanges, useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  DeadlineChip,
  DossierTitle,
  PageHead,
  Part,
  PlaceLink,
  placeOfDossier,
  Sheet,
  useAddressText,
  useDossierTitle,
  usePageTitle,
  usePlaces,
  useProcedureName,
  useRoleName,
  useSides,
  useStateName,
  Who,
} from "../parts/index.ts";
import { BodyView, ProofDrawer } from "../parts/proof/index.ts";
import { Actions } from "./actions.tsx";
import { Acts } from "./acts.tsx";
import { parseData } from "./data.ts";
import { Deadlines } from "./deadlines.tsx";
import { StateDiagram } from "./diagram.tsx";
import { useLevelOf } from "./level.ts";
import { nameIn } from "./name-in.ts";
import { Related } from "./related.tsx";
import "./dossier.css";

export function Page(): ReactNode {
  const params: unknown = useParams({ strict: false });
  const dossier = nameIn(params, "dossier");
  return <DossierPage key={dossier} dossier={dossier} />;
}

function DossierPage({ dossier }: { readonly dossier: string }): ReactNode {
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  const procedure = useAsk("procedure", { params: { accord, procedure: detail.row.procedure } });
  const act = useAddressText("act");
  const level = useLevelOf(dossier);
  // The reader has it before them: what came in since is marked until the page is left.
  useEffect(() => () => seeChanges(dossier), [dossier]);
  const data = parseData(detail.data);
  return (
    <>
      <Head detail={detail} />
      <div className="dossier">
        <div className="dossier__main">
          <Actions detail={detail} procedure={procedure} level={level} />
          <Acts detail={detail} selected={act.value} onSelect={act.set} />
          <Sheet title={<Words id="dossier.states" />}>
            <div className="sheet__body">
              <StateDiagram procedure={procedure} state={detail.row.state} />
            </div>
          </Sheet>
          {data === undefined ? null : (
            <details className="sheet held">
              <summary className="sheet__head">
                <h2>
                  <Words id="dossier.data" />
                </h2>
              </summary>
              <div className="sheet__body">
                <BodyView procedure={detail.row.procedure} value={data} />
              </div>
            </details>
          )}
        </div>
        <div className="dossier__aside">
          {act.value === "" ? null : <ProofDrawer act={act.value} onClose={() => act.set("")} />}
          <Deadlines procedure={detail.row.procedure} deadlines={detail.deadlines} />
          <Part about={dossier}>
            <Related detail={detail} />
          </Part>
        </div>
      </div>
    </>
  );
}

function Head({ detail }: { readonly detail: DossierDetail }): ReactNode {
  const say = useSay();
  const { own } = useSides();
  const places = usePlaces();
  const procedureName = useProcedureName();
  const stateName = useStateName();
  const roleName = useRoleName();
  const { row, roles } = detail;
  const name = procedureName(row.procedure);
  const title = useDossierTitle()(detail.row);
  usePageTitle(title === "" ? name : `${title} · ${name}`);
  const special = placeOfDossier(places, row);
  return (
    <PageHead
      kicker={
        <>
          {name}
          {Object.entries(roles).map(([role, party]) => (
            <span key={role} className="role">
              {roleName(row.procedure, role)} <Who party={party} />
            </span>
          ))}
        </>
      }
      title={title === "" ? name : <DossierTitle row={detail.row} />}
      sub={
        <>
          <b>{stateName(row.procedure, row.state)}</b>
          {row.turn.map((party) => (
            <span key={party} className={party === own ? "chip chip--me" : "chip"}>
              {say(party === own ? "dossier.turn.mine" : "dossier.turn.theirs")}
            </span>
          ))}
          {row.due === undefined ? null : <DeadlineChip due={row.due} />}
        </>
      }
      actions={
        special === places.dossier(row.dossier) ? null : (
          <PlaceLink to={special} className="btn">
            <Words id="dossier.special" values={{ procedure: name }} />
          </PlaceLink>
        )
      }
    />
  );
}
