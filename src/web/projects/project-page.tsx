// One project: its arrangement with the parts of the work, the gates of its phases, and its ledgers. Every step with a
// form is made on the dossier's page; this one shows where the project stands.

import type { ReactNode } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import {
  DossierTurn,
  PageHead,
  References,
  StepLinks,
  Told,
  useAddressedDossier,
  useIn,
  usePageTitle,
  useProcedureName,
  useSeen,
  useStateName,
} from "../parts/index.ts";
import { GatesSheet } from "./gates-sheet.tsx";
import { LedgerSheet } from "./ledger-sheet.tsx";
import { LoansSheet } from "./loans-sheet.tsx";
import { type ProjectShown, parseProject } from "./project-data.ts";
import { SharesSheet } from "./shares-sheet.tsx";
import "./projects.css";

export function Page(): ReactNode {
  const dossier = useAddressedDossier();
  const accord = useAccordId();
  const detail = useAsk("dossier", { params: { accord, dossier } });
  const acts = detail.acts.length;
  useSeen(dossier, acts);
  return <Project key={dossier} detail={detail} data={parseProject(detail.data)} />;
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
      <StepLinks detail={detail} />
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
  const procedure = useProcedureName();
  const stateName = useStateName();
  const { state } = detail.row;
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
          <References of={data.references} />
        </>
      }
      actions={<DossierTurn row={detail.row} />}
    />
  );
}
