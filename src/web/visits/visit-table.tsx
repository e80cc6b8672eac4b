// Visits as rows: what, whose, when, how each site has decided, and by when something is due.

import type { ReactNode } from "react";
import type { VisitRow } from "../../api/index.ts";
import { useChanges } from "../api/index.ts";
import { useDates, useSay, Words, wallIn } from "../language/index.ts";
import { DeadlineChip, PlaceLink, Told, usePlaces, useSides, useStateName, Who } from "../parts/index.ts";

export function VisitTable({ rows }: { readonly rows: readonly VisitRow[] }): ReactNode {
  const say = useSay();
  const headings = ["visit", "side", "days", "sites", "state", "due"] as const;
  return (
    <div className="tbl-scroll">
      <table className="tbl tbl--visits">
        <caption className="vh">{say("visits.list")}</caption>
        <thead>
          <tr>
            {headings.map((one) => (
              <th key={one} scope="col">
                <Words id={`visits.column.${one}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.row.dossier} visit={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ visit }: { readonly visit: VisitRow }): ReactNode {
  const places = usePlaces();
  const say = useSay();
  const { own } = useSides();
  const stateName = useStateName();
  const { dossier, title, state, turn, due } = visit.row;
  const mine = turn.some((party) => party === own);
  const isNew = useChanges().some((change) => change.dossier === dossier);
  return (
    <tr>
      <td>
        <PlaceLink to={places.visit(dossier)}>
          <Told text={visit.reference || title} />
        </PlaceLink>
        <p>
          <Words id={`visits.type.${visit.type}`} />
          {" · "}
          <Words id="visits.visitors.count" values={{ count: visit.visitors }} />
          {isNew ? <span className="chip chip--new">{say("visits.changed")}</span> : null}
        </p>
      </td>
      <td>
        <Who party={visit.requester} />
      </td>
      <td>
        <Days from={visit.from} until={visit.until} />
      </td>
      <td>
        <ul className="sites">
          {visit.sites.map((site) => (
            <li key={site.code}>
              <Told text={site.name} /> <SiteMark decision={site.decision} approved={site.approved} />
            </li>
          ))}
        </ul>
      </td>
      <td>
        {mine ? <span className="chip chip--me">{say("parts.yourTurn")}</span> : null} {stateName("visit", state)}
      </td>
      <td>{due ? <DeadlineChip due={due} /> : null}</td>
    </tr>
  );
}

/** A site's decision on the version under way; else whether it holds an earlier approval. */
export function SiteMark({
  decision,
  approved,
}: {
  readonly decision: VisitRow["sites"][number]["decision"];
  readonly approved: boolean;
}): ReactNode {
  const kind = decision ?? (approved ? "approved" : "open");
  return (
    <span className={kind === "refused" || kind === "deferred" ? "chip chip--warn" : "chip"}>
      <Words id={`visits.decision.${kind}`} />
    </span>
  );
}

export function Days({
  from,
  until,
}: {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}): ReactNode {
  const dates = useDates();
  const text = (date: string): string => dates.day(wallIn("UTC", `${date}T00:00:00Z`));
  if (from === undefined) return null;
  return (
    <span className="days">
      <bdi className="t">{text(from)}</bdi>
      {until === undefined || until === from ? null : (
        <>
          {" – "}
          <bdi className="t">{text(until)}</bdi>
        </>
      )}
    </span>
  );
}
