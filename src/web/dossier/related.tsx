// Other dossiers that this one names, or whose acts name this one: contests of its acts among them.

import { useQueries, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { DossierDetail, DossierRow } from "../../api/index.ts";
import { queryOf, useAccordId } from "../api/index.ts";
import { Words } from "../language/index.ts";
import {
  DossierTitle,
  Icon,
  iconOf,
  PlaceLink,
  placeOfDossier,
  Sheet,
  usePlaces,
  useProcedureName,
  useStateName,
} from "../parts/index.ts";
import { idsIn, parseData } from "./data.ts";

const relatedMax = 20;

export function Related({ detail }: { readonly detail: DossierDetail }): ReactNode {
  const rows = useRelated(detail);
  if (rows.length === 0) return null;
  return (
    <Sheet title={<Words id="dossier.related" />}>
      <ul className="sheet__body stack">
        {rows.map((row) => (
          <RelatedRow key={row.dossier} row={row} />
        ))}
      </ul>
    </Sheet>
  );
}

function useRelated(detail: DossierDetail): readonly DossierRow[] {
  const accord = useAccordId();
  const own = detail.row.dossier;
  const naming = useQuery(queryOf("searchActs", { params: { accord }, query: { q: own, limit: 100 } })).data;
  const ids = new Set([...idsIn(parseData(detail.data)), ...(naming?.items ?? []).map((act) => act.dossier)]);
  ids.delete(own);
  const answers = useQueries({
    queries: [...ids].slice(0, relatedMax).map((dossier) => queryOf("dossier", { params: { accord, dossier } })),
  });
  return answers.flatMap((answer) => (answer.data === undefined ? [] : [answer.data.row]));
}

function RelatedRow({ row }: { readonly row: DossierRow }): ReactNode {
  const places = usePlaces();
  const procedureName = useProcedureName();
  const stateName = useStateName();
  return (
    <li className="row row--wrap">
      <Icon name={iconOf(row.procedure)} />
      <PlaceLink to={placeOfDossier(places, row)}>{procedureName(row.procedure)}</PlaceLink>
      <DossierTitle row={row} />
      <span className="small muted">{stateName(row.procedure, row.state)}</span>
    </li>
  );
}
