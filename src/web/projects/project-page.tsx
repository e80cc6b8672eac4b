// One project: its arrangement with the parts of the work, the gates of its phases, and its ledgers. Every step with a
// form is made on the dossier's page; this one shows where the project stands.

import { useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { seeChanges, useAccordId, useAsk } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import {
  DeadlineChip,
  PageHead,
  PlaceLink,
  Sheet,
  Told,
  useIn,
  usePageTitle,
  usePlaces,
  useProcedureName,
  useSides,
  useStateName,
  useStepName,
  Who,
} from "../parts/index.ts";
import { GatesSheet } from "./gates-sheet.tsx";
import { LedgerSheet } from "./ledger-sheet.tsx";
import { LoansSheet } from "./loans-sheet.tsx";
import { type ProjectShown, parseProject } from "./project-data.ts";
import { SharesSheet } from "./shares-sheet.tsx";
import "./projects.css";

export function Page(): ReactNode {
  const params: unknown = useParams({ strict: false });
  const dossier = dossierIn(params);
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  const acts = detail.acts.length;
  useEffect(() => {
    if (acts > 0) seeChanges(dossier);
  }, [dossier, acts]);
  return <Project key={dossier} detail={detail} data={parseProject(detail.data)} />;
}

function dossierIn(params: unknown): string {
  if (typeof params !== "object" || params === null || !("dossier" in params)) return "";
  return typeof params.dossier === "string" ? params.dossier : "";
}

interface ProjectProps {
  readonly detail: DossierDetail;
  readonly data: ProjectShown;
}

function Project({ detail, data }: ProjectProps): ReactNode {
  const agreed = data.arrangement?.arrangement;
  return (
    <>
      <Head detail={detail} data={data} />
      <NextSteps detail={detail} />
      {agreed ? (
        <>
          <SharesSheet data={data} arrangement={agreed} />
          <GatesSheet data={data} phases={agreed.phases} />
        </>
      ) : null}
      <LedgerSheet data={data} />
      <LoansSheet data={data} />
    </>
  );
}

function Head({ detail, data }: ProjectProps): ReactNode {
  const read = useIn();
  const places = usePlaces();
  const { own } = useSides();
  const procedure = useProcedureName();
  const stateName = useStateName();
  const { state, due, turn, dossier } = detail.row;
  const title = read(data.titles);
  usePageTitle(title);
  return (
    <PageHead
      kicker={procedure("project")}
      title={title}
      sub={
        <>
          <span className="chip chip--plain">{stateName("project", state)}</span>
          {data.objective ? <Told text={read(data.objective.texts)} /> : null}
          {Object.entries(data.references).map(([party, reference]) => (
            <span key={party} className="row">
              <Who party={party} /> <Told text={reference} />
            </span>
          ))}
        </>
      }
      actions={
        <>
          {turn.some((party) => party === own) ? (
            <span className="chip chip--me">
              <Words id="projects.yourTurn" />
            </span>
          ) : null}
          {due ? <DeadlineChip due={due} /> : null}
          <PlaceLink className="btn" to={places.dossier(dossier)}>
            <Words id="projects.dossier" />
          </PlaceLink>
        </>
      }
    />
  );
}

/** What this side is waited for; each leads to its form. */
function NextSteps({ detail }: { readonly detail: DossierDetail }): ReactNode {
  const say = useSay();
  const places = usePlaces();
  const { own } = useSides();
  const stepName = useStepName();
  const { dossier, turn } = detail.row;
  const mine = detail.actions.filter((one) => one.side === own && one.expected);
  if (mine.length === 0) return null;
  return (
    <Sheet title={say("projects.steps")} mine={turn.some((side) => side === own)}>
      <div className="sheet__body row row--wrap">
        {mine.map(({ step }) => (
          <PlaceLink key={step} className="btn" to={`${places.dossier(dossier)}?step=${step}`}>
            {stepName("project", step)}
          </PlaceLink>
        ))}
      </div>
    </Sheet>
  );
}
