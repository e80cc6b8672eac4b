// The agenda: every item with whose it is and what it looks at; frozen, in the order both have agreed to.

import { useQueries } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { queryOf, useAccordId } from "../api/index.ts";
import { useName, useSay, Words } from "../language/index.ts";
import {
  DossierTitle,
  Empty,
  PlaceLink,
  placeOfDossier,
  ScrollBox,
  Sheet,
  Told,
  useDomainName,
  useFieldName,
  useIn,
  usePlaces,
  Who,
} from "../parts/index.ts";
import type { SessionShown } from "./session-data.ts";
import type { SessionProps } from "./session-page.tsx";

/** In these the items are still brought in. */
const open: ReadonlySet<string> = new Set(["proposed", "counterProposed", "agendaOpen"]);

export function AgendaSheet({ detail, data }: SessionProps): ReactNode {
  const say = useSay();
  const field = useFieldName();
  const unfrozen = open.has(detail.row.state);
  return (
    <Sheet
      title={<Words id="committee.agenda" />}
      aside={
        data.agenda.length === 0 ? null : (
          <span className={unfrozen ? "chip" : "chip chip--plain"}>
            <Words id={unfrozen ? "committee.agenda.open" : "committee.agenda.frozen"} />
          </span>
        )
      }
    >
      {data.agenda.length === 0 ? (
        <Empty title={<Words id="committee.agenda.none" />} />
      ) : (
        <ScrollBox label={say("committee.agenda")}>
          <table className="tbl">
            <caption className="vh">{say("committee.agenda")}</caption>
            <thead>
              <tr>
                {(["id", "item", "kind", "domain", "dossiers"] as const).map((one) => (
                  <th key={one} scope="col">
                    {field("committee", one)}
                  </th>
                ))}
                <th scope="col">
                  <Words id="committee.broughtBy" />
                </th>
              </tr>
            </thead>
            <tbody>
              {data.agenda.map((one) => (
                <Item key={one.item.id} entry={one} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Sheet>
  );
}

function Item({ entry }: { readonly entry: SessionShown["agenda"][number] }): ReactNode {
  const read = useIn();
  const name = useName();
  const domain = useDomainName();
  const { item, by } = entry;
  return (
    <tr>
      <td>
        <bdi className="t">{item.id}</bdi>
      </td>
      <td>
        <Told text={read(item.titles)} />
      </td>
      <td>{name(`option.committee.${item.kind}`)}</td>
      <td>{item.domain === undefined ? "—" : domain(item.domain)}</td>
      <td>{item.dossiers === undefined ? "—" : <Looked at={item.dossiers} />}</td>
      <td>
        <Who party={by} />
      </td>
    </tr>
  );
}

/** The dossiers that an item looks at, by their titles; by their ids until the node has told them. */
function Looked({ at }: { readonly at: readonly string[] }): ReactNode {
  const accord = useAccordId();
  const places = usePlaces();
  const asked = useQueries({ queries: at.map((dossier) => queryOf("dossier", { params: { accord, dossier } })) });
  return (
    <ul className="committee-list">
      {at.map((dossier, place) => {
        const row = asked[place]?.data?.row;
        return (
          <li key={dossier}>
            <PlaceLink to={row === undefined ? places.dossier(dossier) : placeOfDossier(places, row)}>
              {row === undefined ? <bdi className="mono">{dossier}</bdi> : <DossierTitle row={row} />}
            </PlaceLink>
          </li>
        );
      })}
    </ul>
  );
}
