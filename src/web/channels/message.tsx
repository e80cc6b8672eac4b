// One act of a thread as a message: whose, from which service, when, under which label; what it says, what it carries,
// and its receipt: registered, held by both.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ActSummary, DocumentDetail } from "../../api/index.ts";
import { queryOf, useAccordId, useChanges } from "../api/index.ts";
import { useDates, Words } from "../language/index.ts";
import {
  Icon,
  Num,
  ordinalOf,
  Told,
  useFieldName,
  useOwnClock,
  usePartyName,
  useServiceName,
  useSides,
  useStepName,
  When,
  Who,
} from "../parts/index.ts";
import { OutcomeNote } from "../parts/proof/index.ts";
import { digestsNamed, partsOfBody } from "./body-parts.ts";
import { type ActRead, parseActRead, type ThreadRead } from "./data.ts";
import { FileRow } from "./file-row.tsx";
import type { Said } from "./known.ts";
import { NamedDocuments } from "./named-documents.tsx";
import { PolicyLabel } from "./policy-label.tsx";
import { SaidView } from "./said-view.tsx";

interface MessageProps {
  readonly act: ActSummary;
  readonly thread: ThreadRead;
  readonly held: readonly DocumentDetail[];
  readonly steps: readonly string[];
  onProof(act: string): void;
}

export function Message(props: MessageProps): ReactNode {
  const { act } = props;
  const accord = useAccordId();
  const sides = useSides();
  const serviceName = useServiceName();
  const stepName = useStepName();
  const isNew = useChanges().some((change) => change.act === act.id);
  const detail = useQuery(queryOf("act", { params: { accord, act: act.id } }));
  const read = detail.data && parseActRead(detail.data.act);
  const mine = act.party === sides.own;
  return (
    <article className={`msg edge edge--${ordinalOf(sides, act.party)} ${mine ? "msg--mine" : "msg--theirs"}`}>
      <div className="msg__h">
        <Who party={act.party} />
        <span className="soft">
          <Told text={serviceName(act.party, act.service)} />
        </span>
        <span className="muted">
          <When local={act.local} />
        </span>
        {isNew ? (
          <span className="chip chip--warn">
            <Words id="parts.changed" />
          </span>
        ) : null}
        {read === undefined ? null : <PolicyLabel label={read.label} />}
      </div>
      <h3 className="msg__step">{stepName(act.procedure, act.step)}</h3>
      {act.outcome.kind === "effective" ? null : <OutcomeNote outcome={act.outcome} />}
      {read === undefined ? null : <SaidAndSent {...props} read={read} />}
      <Receipt act={act} onProof={props.onProof} />
    </article>
  );
}

function SaidAndSent({ act, read, thread, held, steps }: MessageProps & { readonly read: ActRead }): ReactNode {
  const { documents, said } = partsOfBody(read.body);
  return (
    <>
      <Sentences act={act} said={said} />
      <NamedDocuments procedure={act.procedure} digests={digestsNamed(read.body)} thread={thread} />
      {documents.map((named) => (
        <FileRow
          key={named.reference.digest}
          named={named}
          procedure={act.procedure}
          dossier={act.dossier}
          by={act.party}
          document={thread.documents.find((one) => one.digest === named.reference.digest)}
          held={held.find((one) => one.document.digest === named.reference.digest)}
          steps={steps}
        />
      ))}
    </>
  );
}

/** Members beyond which the rest of a form is folded away. */
const shownMembers = 3;

interface SentencesProps {
  readonly act: ActSummary;
  readonly said: Said;
}

function Sentences({ act, said }: SentencesProps): ReactNode {
  const { procedure, step, party } = act;
  const fieldName = useFieldName();
  const entries = Object.entries(said);
  const [first] = entries;
  if (first === undefined) return null;
  const [field, value] = first;
  if (entries.length === 1 && typeof value === "string" && /\s/.test(value)) {
    return (
      <p>
        <span className="vh">{fieldName(procedure, field)} </span>
        <Told text={value} />
      </p>
    );
  }
  const view = <SaidView procedure={procedure} step={step} by={party} said={said} />;
  if (entries.length <= shownMembers) return view;
  return (
    <details className="said__more">
      <summary>
        <Words id="channels.message.form" values={{ count: entries.length }} />
      </summary>
      {view}
    </details>
  );
}

function Receipt({ act, onProof }: Pick<MessageProps, "act" | "onProof">): ReactNode {
  const { own, other } = useSides();
  const partyName = usePartyName();
  const dates = useDates();
  const clock = useOwnClock();
  const held = act.rung === "heldByBoth";
  const holder = partyName(act.party === own ? other : own);
  const author = partyName(act.party);
  const time = act.heldAt === undefined ? "" : dates.time(clock(act.heldAt));
  const id = held ? (time === "" ? "channels.receipt.held" : "channels.receipt.heldAt") : "channels.receipt.registered";
  return (
    <div className="rcpt">
      {held ? <Icon name="check" /> : <Icon name="clock" />}
      <span>
        <Words id={id} values={{ author, holder, time: <bdi className="t">{time}</bdi> }} />
        {" · "}
        <Words id="channels.receipt.number" values={{ index: <Num>{act.index}</Num> }} />
        {" · "}
        <button type="button" className="rcpt__proof" onClick={() => onProof(act.id)}>
          <Words id="channels.receipt.proof" />
        </button>
      </span>
    </div>
  );
}
