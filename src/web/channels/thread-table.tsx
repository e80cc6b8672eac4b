// All threads as a table: what it is about, where it stands, whose turn, by when, under which label.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Thread } from "../../api/index.ts";
import { queryOf, useAccordId, useChanges } from "../api/index.ts";
import { useSay, useSpeech, Words } from "../language/index.ts";
import {
  BothClocks,
  DeadlineChip,
  Empty,
  ErrorOf,
  Label,
  Loading,
  PlaceLink,
  ScrollBox,
  Seal,
  Told,
  toldText,
  useAddressText,
  usePartyName,
  usePlaces,
  useProcedureName,
  useStateName,
} from "../parts/index.ts";
import { useThreadQuery } from "./filters.tsx";
import { inOrder, isOrder } from "./thread-rows.ts";
import { TurnChip } from "./turn-chip.tsx";

const columns = ["thread", "state", "turn", "due", "label"] as const;

/** More than these the table does not show at a time. */
const limit = 300;

export function ThreadTable(): ReactNode {
  const accord = useAccordId();
  const { language } = useSpeech();
  const say = useSay();
  const order = useAddressText("sort").value;
  const answer = useQuery(queryOf("threads", { params: { accord }, query: { ...useThreadQuery(), limit } }));
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <ErrorOf error={answer.error} again={() => void answer.refetch()} />;
  const { items, more } = answer.data;
  if (items.length === 0) {
    return (
      <Empty title={<Words id="channels.threads.none" />}>
        <p>
          <Words id="channels.threads.noneHint" />
        </p>
      </Empty>
    );
  }
  const { compare } = new Intl.Collator(language);
  const shown = inOrder(items, { order: isOrder(order) ? order : "due", collate: compare });
  return (
    <>
      <ScrollBox label={say("channels.threads")}>
        <table className="tbl">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  <Words id={`channels.column.${column}`} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((thread) => (
              <ThreadRow key={thread.row.dossier} thread={thread} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {more ? (
        <p className="sheet__body small muted">
          <Words id="channels.threads.more" />
        </p>
      ) : null}
    </>
  );
}

function ThreadRow({ thread }: { readonly thread: Thread }): ReactNode {
  const { row, opener, label } = thread;
  const places = usePlaces();
  const partyName = usePartyName();
  const procedureName = useProcedureName();
  const stateName = useStateName();
  const isNew = useChanges().some((change) => change.dossier === row.dossier);
  return (
    <tr>
      <td>
        <span className="row">
          <Seal party={opener} size="small" />
          <PlaceLink to={places.channel(row.dossier)}>
            {row.title === "" ? procedureName(row.procedure) : <Told text={row.title} />}
          </PlaceLink>
          {isNew ? (
            <span className="chip chip--warn">
              <Words id="parts.changed" />
            </span>
          ) : null}
        </span>
        <p>
          {procedureName(row.procedure)} · {toldText(partyName(opener))}
        </p>
      </td>
      <td>{stateName(row.procedure, row.state)}</td>
      <td>{row.turn.length === 0 ? null : <TurnChip row={row} />}</td>
      <td>
        {row.due === undefined ? null : (
          <>
            <DeadlineChip due={row.due} />
            <span className="small soft">
              <BothClocks local={row.due.local} />
            </span>
          </>
        )}
      </td>
      <td>
        <Label label={label} />
      </td>
    </tr>
  );
}
