// The dossiers of one procedure as a sheet: each with where it stands, whose turn it is and the nearest deadline.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { DossierRow } from "../../api/index.ts";
import { queryOf, useAccordId } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { DossierTitle } from "./dossier-title.tsx";
import { useStateName } from "./names.ts";
import { Sheet } from "./page.tsx";
import { PlaceLink, placeOfDossier, usePlaces } from "./places.tsx";
import { useSides } from "./sides.tsx";
import { Empty, ErrorOf, Loading } from "./states.tsx";
import { DeadlineChip } from "./time.tsx";

const shown = 200;

interface DossierListProps {
  readonly procedure: string;
  readonly title: ReactNode;
  /** What is said where there is none. */
  readonly none: ReactNode;
}

export function DossierList({ procedure, title, none }: DossierListProps): ReactNode {
  const accord = useAccordId();
  const list = useQuery(queryOf("dossiers", { params: { accord }, query: { procedure, limit: shown } }));
  const rows = list.data?.items ?? [];
  return (
    <Sheet title={title}>
      {list.isPending ? <Loading /> : null}
      {list.error ? <ErrorOf error={list.error} again={() => void list.refetch()} /> : null}
      {list.isSuccess && rows.length === 0 ? <Empty title={none} /> : null}
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
