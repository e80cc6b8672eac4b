// One session of the joint committee: when and where, who comes, the agenda with whose item each is, the minutes side
// by side in two languages with who has adopted them, and the actions with who is late. Every step with a form is made
// on the dossier's page.

import type { ReactNode } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { languageName, useSay, Words } from "../language/index.ts";
import {
  Day,
  DossierTurn,
  PageHead,
  StepLinks,
  Told,
  useAddressedDossier,
  useIn,
  usePageTitle,
  useProcedureName,
  useSeen,
  useStateName,
  Who,
} from "../parts/index.ts";
import { ActionsSheet } from "./actions-sheet.tsx";
import { AgendaSheet } from "./agenda-sheet.tsx";
import { DelegationsSheet } from "./delegations-sheet.tsx";
import { MinutesSheet } from "./minutes-sheet.tsx";
import { parseSession, type SessionShown } from "./session-data.ts";
import "./committee.css";

export function Page(): ReactNode {
  const dossier = useAddressedDossier();
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  useSeen(dossier, detail.row.acts);
  const data = parseSession(detail.data);
  return (
    <>
      <Head detail={detail} data={data} />
      <StepLinks detail={detail} />
      <AgendaSheet detail={detail} data={data} />
      <MinutesSheet detail={detail} data={data} />
      <ActionsSheet detail={detail} data={data} />
      <DelegationsSheet data={data} />
    </>
  );
}

/** What every sheet of the page is made from. */
export interface SessionProps {
  readonly detail: DossierDetail;
  readonly data: SessionShown;
}

function Head({ detail, data }: SessionProps): ReactNode {
  const read = useIn();
  const say = useSay();
  const procedure = useProcedureName();
  const stateName = useStateName();
  const title = read(data.titles) || procedure("committee");
  const { host } = data;
  usePageTitle(title);
  return (
    <PageHead
      kicker={data.session === 0 ? procedure("committee") : say("committee.session", { number: data.session })}
      title={<Told text={title} />}
      sub={
        <>
          <span className="chip chip--plain">{stateName("committee", detail.row.state)}</span>
          <When data={data} />
          {host === undefined ? null : (
            <span className="row">
              <Who party={host} /> <Told text={data.reference ?? ""} />
            </span>
          )}
          <span>{data.languages.map(languageName).join(" · ")}</span>
        </>
      }
      actions={<DossierTurn row={detail.row} />}
    />
  );
}

/** The place and the days; those that are only proposed, with whose proposal it is. */
function When({ data }: { readonly data: SessionShown }): ReactNode {
  const days = data.dates ?? data.proposal;
  return (
    <span className="row">
      {data.venue ? <Told text={[data.venue.name, data.venue.city].filter(Boolean).join(", ")} /> : null}
      {days ? (
        <span>
          <Day date={days.from} />
          {days.until === days.from ? null : (
            <>
              {" – "}
              <Day date={days.until} />
            </>
          )}
        </span>
      ) : null}
      {data.dates === undefined && data.proposal ? (
        <span className="chip chip--warn">
          <Words id="committee.proposed" /> <Who party={data.proposal.by} />
        </span>
      ) : null}
    </span>
  );
}
