// The courses of the accord, each with whose turn it is and the nearest deadline.

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
  Sheet,
  usePageTitle,
  usePlaces,
  useSides,
  useStateName,
} from "../parts/index.ts";

const shown = 200;

export function Page(): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const accord = useAccordId();
  const list = useQuery(queryOf("dossiers", { params: { accord }, query: { procedure: "course", limit: shown } }));
  usePageTitle(say("training.title"));
  const rows = list.data?.items ?? [];
  return (
    <>
      <PageHead
        title={<Words id="training.title" />}
        actions={
          <PlaceLink className="btn" to={places.opening("course")}>
            <Words id="training.offer" />
          </PlaceLink>
        }
      />
      <Sheet title={<Words id="training.courses" />}>
        {list.isPending ? <Loading /> : null}
        {list.error ? <ErrorOf error={list.error} again={() => void list.refetch()} /> : null}
        {list.isSuccess && rows.length === 0 ? <Empty title={<Words id="training.none" />} /> : null}
        {rows.map((row) => (
          <Item key={row.dossier} row={row} />
        ))}
      </Sheet>
    </>
  );
}

function Item({ row }: { readonly row: DossierRow }): ReactNode {
  const places = usePlaces();
  const { own } = useSides();
  const stateName = useStateName();
  return (
    <article className="task">
      <h3>
        <PlaceLink to={places.course(row.dossier)}>
          <DossierTitle row={row} />
        </PlaceLink>
      </h3>
      <p className="meta">
        <span>{stateName("course", row.state)}</span>
      </p>
      <div className="act">
        {row.turn.some((party) => party === own) ? (
          <span className="chip chip--me">
            <Words id="parts.yourTurn" />
          </span>
        ) : null}
        {row.due ? <DeadlineChip due={row.due} /> : null}
      </div>
    </article>
  );
}
