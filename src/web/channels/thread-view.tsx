// The open thread: its messages in the order in which they were made, and below them what this side can do next.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { queryOf, useAccordId } from "../api/index.ts";
import { Words } from "../language/index.ts";
import { Label, Part, Told, useProcedureName, useSides, useStateName } from "../parts/index.ts";
import { parseThread, type TermsRead } from "./data.ts";
import { DraftsSheet } from "./drafts-sheet.tsx";
import { useHighestLabel } from "./level.ts";
import { Message } from "./message.tsx";
import { NextSteps } from "./next-steps.tsx";
import { titleParts } from "./thread-rows.ts";

interface ThreadViewProps {
  readonly detail: DossierDetail;
  readonly channel: string;
  readonly terms: TermsRead | undefined;
  onProof(act: string): void;
}

export function ThreadView({ detail, channel, terms, onProof }: ThreadViewProps): ReactNode {
  const accord = useAccordId();
  const { own } = useSides();
  const { row } = detail;
  const { dossier } = row;
  const held = useQuery(queryOf("documentsOfDossier", { params: { accord, dossier } })).data?.items ?? [];
  const thread = parseThread(detail.data);
  const steps = detail.actions.filter((action) => action.side === own).map((action) => action.step);
  return (
    <section className="thread">
      <Head detail={detail} />
      <div className="msgs">
        {detail.acts.length < row.acts ? (
          <p className="small muted">
            <Words id="channels.thread.latest" values={{ count: detail.acts.length }} />
          </p>
        ) : null}
        {detail.acts.map((act) => (
          <Message key={act.id} act={act} thread={thread} held={held} steps={steps} onProof={onProof} />
        ))}
      </div>
      <Part about={`${dossier} drafts`}>
        <DraftsSheet dossier={dossier} bare />
      </Part>
      <Part about={`${dossier} next`}>
        <NextSteps detail={detail} channel={channel} terms={terms} />
      </Part>
    </section>
  );
}

function Head({ detail }: { readonly detail: DossierDetail }): ReactNode {
  const { row, data } = detail;
  const procedureName = useProcedureName();
  const stateName = useStateName();
  const { reference, subject } = titleParts(row.title);
  const label = useHighestLabel(parseThread(data));
  return (
    <div className="thread__head">
      <div className="row row--between row--wrap">
        <span className="small muted">
          {procedureName(row.procedure)} {reference === "" ? null : <Told text={reference} />} ·{" "}
          <b>{stateName(row.procedure, row.state)}</b>
        </span>
        {label === undefined ? null : <Label label={label} />}
      </div>
      <h2>{subject === "" ? procedureName(row.procedure) : <Told text={subject} />}</h2>
    </div>
  );
}
