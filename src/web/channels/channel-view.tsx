// The channel itself in the place of a thread: what its two ends agreed to, the acts by which they did, and what can be
// done with it.

import type { ReactNode } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { Words } from "../language/index.ts";
import { Part, Told, usePartyName, useProcedureName, useStateName } from "../parts/index.ts";
import { CapLine, Ends } from "./channel-cards.tsx";
import { parseChannel, parseThread } from "./data.ts";
import { DraftsSheet } from "./drafts-sheet.tsx";
import { Message } from "./message.tsx";
import { NextSteps } from "./next-steps.tsx";

interface ChannelViewProps {
  readonly detail: DossierDetail;
  onProof(act: string): void;
}

export function ChannelView({ detail, onProof }: ChannelViewProps): ReactNode {
  const { row } = detail;
  const procedureName = useProcedureName();
  const stateName = useStateName();
  const partyName = usePartyName();
  const data = parseChannel(detail.data);
  const terms = data?.terms;
  return (
    <section className="thread">
      <div className="thread__head">
        <span className="small muted">
          {procedureName("channel")} · <b>{stateName("channel", row.state)}</b>
          {terms?.reference === undefined ? null : (
            <>
              {" · "}
              <Told text={terms.reference} />
            </>
          )}
        </span>
        <h2>
          <Told text={row.title} />
        </h2>
      </div>
      <div className="msgs">
        {terms === undefined ? null : (
          <div className="stack">
            <Ends terms={terms} />
            <CapLine terms={terms} />
          </div>
        )}
        {data === undefined || data.suspendedBy.length === 0 ? null : (
          <p className="note small">
            <Words id="channels.suspendedBy" values={{ parties: data.suspendedBy.map(partyName).join(" · ") }} />
          </p>
        )}
        {detail.acts.map((act) => (
          <Message key={act.id} act={act} thread={parseThread(undefined)} held={[]} steps={[]} onProof={onProof} />
        ))}
      </div>
      <Part about={`${row.dossier} drafts`}>
        <DraftsSheet dossier={row.dossier} bare />
      </Part>
      <Part about={`${row.dossier} next`}>
        <NextSteps detail={detail} channel={row.dossier} terms={terms} />
      </Part>
    </section>
  );
}
