// Beside the thread: by when, between whom, how far the last acts have come, the channel's ceiling, and how long what
// was sent is kept.

import { type ReactNode, Suspense } from "react";
import type { DossierDetail } from "../../api/index.ts";
import { Words } from "../language/index.ts";
import {
  BothClocks,
  Label,
  Num,
  Seal,
  Told,
  useDeadlineName,
  useFunctionName,
  usePartyName,
  useSides,
  When,
  Who,
} from "../parts/index.ts";
import { Ends } from "./channel-cards.tsx";
import type { TermsRead } from "./data.ts";
import { Equivalents } from "./equivalents.tsx";
import { KeptUntil } from "./kept-until.tsx";
import { TurnChip } from "./turn-chip.tsx";
import type { ChannelShown } from "./use-channels.ts";

interface SideInfoProps {
  readonly detail: DossierDetail;
  readonly channel: ChannelShown | undefined;
  onProof(act: string): void;
}

export function SideInfo({ detail, channel, onProof }: SideInfoProps): ReactNode {
  const terms = channel?.data.terms;
  return (
    <aside className="side-info">
      <Deadlines detail={detail} />
      {terms === undefined ? null : <Between terms={terms} />}
      <Receipts detail={detail} onProof={onProof} />
      {terms === undefined ? null : <Cap terms={terms} />}
      <Suspense>
        <KeptUntil dossier={detail.row.dossier} />
      </Suspense>
    </aside>
  );
}

function Deadlines({ detail }: { readonly detail: DossierDetail }): ReactNode {
  const { row, deadlines } = detail;
  return (
    <div>
      <h3>
        <Words id="channels.deadline" />
      </h3>
      {deadlines.length === 0 ? (
        <p className="soft">
          <Words id="channels.deadline.none" />
        </p>
      ) : (
        <ul className="stack">
          {deadlines.map((deadline) => (
            <Deadline key={deadline.name} procedure={row.procedure} deadline={deadline} />
          ))}
        </ul>
      )}
      <p className="side-info__turn">
        <TurnChip row={row} />
      </p>
    </div>
  );
}

interface DeadlineProps {
  readonly procedure: string;
  readonly deadline: DossierDetail["deadlines"][number];
}

function Deadline({ procedure, deadline }: DeadlineProps): ReactNode {
  const { own, other } = useSides();
  const deadlineName = useDeadlineName();
  const partyName = usePartyName();
  const left = deadline.workingDaysLeft[own] ?? 0;
  return (
    <li>
      <p className="small">
        <b>{deadlineName(procedure, deadline.name)}</b>
      </p>
      <p className="due">
        <Words id={left < 0 ? "channels.deadline.past" : "channels.deadline.left"} values={{ count: Math.abs(left) }} />
      </p>
      <BothClocks local={deadline.local} />
      <p className="clocks clocks--lines small soft">
        {[own, other].map((party) => (
          <span key={party} className="clocks__one">
            <Words
              id="channels.deadline.working"
              values={{ party: partyName(party), count: deadline.workingDaysLeft[party] ?? 0 }}
            />
          </span>
        ))}
      </p>
      <p className="row row--wrap small">
        {deadline.owners.map((party) => (
          <Who key={party} party={party} />
        ))}
      </p>
    </li>
  );
}

function Between({ terms }: { readonly terms: TermsRead }): ReactNode {
  const { own, other } = useSides();
  const functionName = useFunctionName();
  return (
    <div>
      <h3>
        <Words
          id="channels.articles"
          values={{ count: terms.articles.length, articles: <bdi className="t">{terms.articles.join(", ")}</bdi> }}
        />
      </h3>
      <Ends terms={terms} />
      <h3 className="side-info__next">
        <Words id="channels.contacts" />
      </h3>
      {[own, other].map((party) => {
        const contact = terms.contacts[party];
        if (contact === undefined) return null;
        return (
          <p key={party} className="small">
            <Seal party={party} size="small" /> <Told text={contact.office} />
            <br />
            <span className="soft">{functionName(contact.function)}</span>
            {contact.phone === undefined ? null : (
              <>
                {" "}
                <bdi className="t">{contact.phone}</bdi>
              </>
            )}
          </p>
        );
      })}
    </div>
  );
}

/** The acts that were registered last. */
const receiptsShown = 4;

function Receipts({ detail, onProof }: Pick<SideInfoProps, "detail" | "onProof">): ReactNode {
  const { own } = useSides();
  const latest = detail.acts.slice(-receiptsShown).reverse();
  return (
    <div>
      <h3>
        <Words id="channels.receipts" />
      </h3>
      <ul className="log">
        {latest.map((act) => (
          <li key={act.id}>
            <When local={act.local} only="time" />
            <Seal party={act.party} size="small" hollow={act.rung !== "heldByBoth"} />
            <button type="button" className="rcpt__proof" onClick={() => onProof(act.id)}>
              <Words
                id={`channels.receipts.${act.party === own ? "here" : "there"}`}
                values={{ index: <Num>{act.index}</Num> }}
              />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Cap({ terms }: { readonly terms: TermsRead }): ReactNode {
  return (
    <div>
      <h3>
        <Words id="channels.cap" />
      </h3>
      <Label label={{ classification: terms.cap, releasableTo: terms.releasableTo }} />
      <Suspense>
        <Equivalents level={terms.cap} />
      </Suspense>
      <p className="muted">
        <Words id="channels.cap.above" />
      </p>
    </div>
  );
}
