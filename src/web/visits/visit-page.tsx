// One request for visit: how far it has come, what each site decided, who may enter, the chain of its versions, and the
// next steps with their forms.

import { useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { z } from "../../base/index.ts";
import { seeChanges, useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  DeadlineChip,
  Label,
  PageHead,
  Part,
  PlaceLink,
  Told,
  usePageTitle,
  usePlaces,
  useProcedureName,
  useSides,
  useStateName,
} from "../parts/index.ts";
import { ChainSheet } from "./chain-sheet.tsx";
import { dossierIn } from "./dossier-in.ts";
import type { Opened } from "./opened.ts";
import { RequestFacts } from "./request-facts.tsx";
import { SitesSheet } from "./sites-sheet.tsx";
import { StageBand } from "./stage-band.tsx";
import { StepDialog } from "./step-dialog.tsx";
import { StepsSheet } from "./steps-sheet.tsx";
import { parseVisit, type VisitShown } from "./visit-data.ts";
import { Days } from "./visit-table.tsx";
import { VisitorsSheet } from "./visitors-sheet.tsx";
import "./visits.css";

export function Page(): ReactNode {
  const params: unknown = useParams({ strict: false });
  const dossier = dossierIn(params);
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  const acts = detail.acts.length;
  useEffect(() => {
    if (acts > 0) seeChanges(dossier);
  }, [dossier, acts]);
  return <Visit key={dossier} detail={detail} data={parseVisit(detail.data)} />;
}

interface VisitProps {
  readonly detail: DossierDetail;
  readonly data: VisitShown;
}

function Visit({ detail, data }: VisitProps): ReactNode {
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const label = useLabel(detail);
  return (
    <>
      <Head detail={detail} data={data} />
      <StageBand dossier={detail} />
      <div className="split">
        <div className="stack split__aside">
          <SitesSheet detail={detail} data={data} onOpen={setOpened} />
          <VisitorsSheet data={data} />
          <RequestFacts data={data} />
        </div>
        <aside className="stack split__aside">
          <StepsSheet detail={detail} data={data} onOpen={setOpened} />
          <ChainSheet detail={detail} />
        </aside>
      </div>
      {opened ? (
        <Part about={opened.step}>
          <StepDialog
            key={`${opened.step} ${JSON.stringify(opened.known)}`}
            dossier={detail.row.dossier}
            opened={opened}
            level={label?.classification}
            onClose={() => setOpened(undefined)}
          />
        </Part>
      ) : null}
    </>
  );
}

const labelled = z.looseObject({
  label: z.looseObject({ classification: z.string(), releasableTo: z.array(z.string()) }),
});

/** The label of the dossier's latest act, which the next one inherits. */
function useLabel(detail: DossierDetail) {
  const accord = useAccordId();
  const last = detail.acts.at(-1)?.id ?? detail.row.dossier;
  const { act } = useAsk("act", { params: { accord, act: last } });
  return labelled.safeParse(act).data?.label;
}

function Head({ detail, data }: VisitProps): ReactNode {
  const say = useSay();
  const { own } = useSides();
  const places = usePlaces();
  const procedure = useProcedureName();
  const stateName = useStateName();
  const label = useLabel(detail);
  const { state, due, turn, title } = detail.row;
  const sites = (data.current?.sites ?? []).map((site) => site.name);
  const reference = data.request?.reference ?? title;
  const programme: unknown = data.request?.programme;
  usePageTitle(`${procedure("visit")} ${reference}`);
  return (
    <PageHead
      kicker={
        <>
          {procedure("visit")} · <Words id={`visits.type.${data.request?.type ?? "emergency"}`} />
        </>
      }
      title={<Told text={reference} />}
      sub={
        <>
          <span>
            <Told text={sites.join(" · ")} />
          </span>
          <Days from={data.current?.from} until={data.current?.until} />
          {label ? <Label label={label} /> : null}
          <span className="chip chip--plain">{stateName("visit", state)}</span>
          {typeof programme === "string" ? (
            <PlaceLink to={places.programme(programme)}>
              <Words id="visits.seeProgramme" />
            </PlaceLink>
          ) : null}
        </>
      }
      actions={
        <>
          {turn.some((party) => party === own) ? <span className="chip chip--me">{say("parts.yourTurn")}</span> : null}
          {due ? <DeadlineChip due={due} /> : null}
        </>
      }
    />
  );
}
