// One draft: who composed it, what it says, why it cannot be released as things stand, and its history.

import type { ReactNode } from "react";
import type { DraftDetail } from "../../api/index.ts";
import { useAccordId, useAsk } from "../api/index.ts";
import { useDates, Words } from "../language/index.ts";
import {
  Label,
  PlaceLink,
  RefusalNote,
  Told,
  useOwnClock,
  usePlaces,
  useProcedureName,
  useSides,
  useStepName,
} from "../parts/index.ts";
import { partsOfBody } from "./body-parts.ts";
import { bodyOfDraft } from "./composed.ts";
import { DraftWays } from "./draft-ways.tsx";
import { FileRow } from "./file-row.tsx";
import { SaidView } from "./said-view.tsx";

export function DraftCard({ id }: { readonly id: string }): ReactNode {
  const accord = useAccordId();
  const draft = useAsk("draft", { params: { accord, draft: id } });
  const { own } = useSides();
  const { documents, said } = partsOfBody(bodyOfDraft(draft.draft));
  return (
    <section className="draft" data-state={draft.state}>
      <DraftHead draft={draft} />
      {documents.map((named) => (
        <FileRow
          key={named.reference.digest}
          named={named}
          procedure={draft.procedure}
          dossier={draft.dossier}
          by={own}
          document={undefined}
          held={undefined}
          steps={[]}
        />
      ))}
      <details className="said__more">
        <summary>
          <Words id="channels.message.form" values={{ count: Object.keys(said).length }} />
        </summary>
        <SaidView procedure={draft.procedure} step={draft.step} by={own} said={said} />
      </details>
      <History draft={draft} />
      {draft.flaw === undefined ? null : <RefusalNote refusal={draft.flaw} />}
      <DraftWays draft={draft} />
    </section>
  );
}

function DraftHead({ draft }: { readonly draft: DraftDetail }): ReactNode {
  const places = usePlaces();
  const sides = useSides();
  const procedureName = useProcedureName();
  const stepName = useStepName();
  const subject = subjectOf(draft);
  const opens = draft.dossier === draft.id;
  return (
    <div className="row row--between row--wrap">
      <span>
        <b>{stepName(draft.procedure, draft.step)}</b> <span className="muted">{procedureName(draft.procedure)}</span>
        {subject === "" ? null : (
          <>
            {" · "}
            <Told text={subject} />
          </>
        )}
        {opens ? null : (
          <>
            {" · "}
            <PlaceLink to={places.channel(draft.dossier)}>
              <Words id="channels.draft.thread" />
            </PlaceLink>
          </>
        )}
      </span>
      <span className="row row--wrap">
        <span className={draft.state === "returned" ? "chip chip--warn" : "chip"}>
          <Words id={`channels.draft.state.${draft.state}`} />
        </span>
        <Label label={{ classification: draft.classification, releasableTo: [sides.own, sides.other].sort() }} />
      </span>
    </div>
  );
}

function subjectOf(draft: DraftDetail): string {
  const { subject, summary } = bodyOfDraft(draft.draft);
  if (typeof subject === "string") return subject;
  return typeof summary === "string" ? summary : "";
}

function History({ draft }: { readonly draft: DraftDetail }): ReactNode {
  const clock = useOwnClock();
  const dates = useDates();
  return (
    <ul className="small soft">
      {draft.history.map((event) => {
        const wall = clock(event.at);
        return (
          <li key={`${event.kind} ${event.at}`}>
            <Words
              id={`channels.draft.event.${event.kind}`}
              values={{
                officer: <bdi>{event.officer}</bdi>,
                day: <bdi className="t">{dates.day(wall)}</bdi>,
                time: <bdi className="t">{dates.time(wall)}</bdi>,
              }}
            />
            {event.reason === undefined ? null : (
              <>
                {" "}
                <Told text={event.reason} />
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
