// The annual plans, year by year; sessions of the joint committee beside them, where the plans are looked at.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { DossierRow } from "../../api/index.ts";
import { queryOf, useAccordId } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  DeadlineChip,
  DossierTitle,
  Empty,
  ErrorOf,
  Loading,
  PageHead,
  PlaceLink,
  placeOfDossier,
  Sheet,
  usePageTitle,
  usePlaces,
  useProcedureName,
  useSides,
  useStateName,
} from "../parts/index.ts";
import "./plans.css";

export function Page(): ReactNode {
  const say = useSay();
  const places = usePlaces();
  usePageTitle(say("plans.title"));
  return (
    <>
      <PageHead
        title={<Words id="plans.title" />}
        actions={
          <>
            <PlaceLink className="btn" to={places.opening("plan")}>
              <Words id="plans.call" />
            </PlaceLink>
            <PlaceLink className="btn" to={places.opening("committee")}>
              <Words id="plans.session" />
            </PlaceLink>
          </>
        }
      />
      {(["plan", "committee"] as const).map((procedure) => (
        <List key={procedure} procedure={procedure} />
      ))}
    </>
  );
}

const shown = 200;

function List({ procedure }: { readonly procedure: "plan" | "committee" }): ReactNode {
  const accord = useAccordId();
  const name = useProcedureName();
  const list = useQuery(queryOf("dossiers", { params: { accord }, query: { procedure, limit: shown } }));
  const rows = list.data?.items ?? [];
  return (
    <Sheet title={name(procedure)}>
      {list.isPending ? <Loading /> : null}
      {list.error ? <ErrorOf error={list.error} again={() => void list.refetch()} /> : null}
      {list.isSuccess && rows.length === 0 ? <Empty title={<Words id={`plans.none.${procedure}`} />} /> : null}
      {rows.map((row) => (
        <Item key={row.dossier} row={row} />
      ))}
    </Sheet>
  );
}

function Item({ row }: { readonly row: DossierRow }): ReactNode {
  const places = usePlaces();
  const { own } = useSides();
  const stateName = useStateName();
  const mine = row.turn.some((party) => party === own);
  return (
    <article className="task">
      <h3>
        <PlaceLink to={placeOfDossier(places, row)}>
          <DossierTitle row={row} />
        </PlaceLink>
      </h3>
      <p className="meta">
        <span>{stateName(row.procedure, row.state)}</span>
      </p>
      <div className="act">
        {mine ? (
          <span className="chip chip--me">
            <Words id="parts.yourTurn" />
          </span>
        ) : null}
        {row.due ? <DeadlineChip due={row.due} /> : null}
      </div>
    </article>
  );
}
