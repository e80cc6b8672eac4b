// The threads of one channel beside the open one: opened by whom, due when, whose turn, under which label.

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Thread } from "../../api/index.ts";
import { queryOf, useAccordId, useChanges } from "../api/index.ts";
import { useDates, useSay, Words } from "../language/index.ts";
import {
  ErrorOf,
  Label,
  Loading,
  PlaceLink,
  Seal,
  Told,
  useBothClocks,
  useOwnWall,
  usePlaces,
  useProcedureName,
} from "../parts/index.ts";
import { titleParts } from "./thread-rows.ts";
import { TurnChip } from "./turn-chip.tsx";

const limit = 100;

interface ThreadsNavProps {
  readonly channel: string;
  /** The dossier that is open. */
  readonly current: string;
}

export function ThreadsNav({ channel, current }: ThreadsNavProps): ReactNode {
  const accord = useAccordId();
  const say = useSay();
  const places = usePlaces();
  const answer = useQuery(queryOf("threads", { params: { accord }, query: { channel, limit } }));
  return (
    <nav className="threads" aria-label={say("channels.threads")}>
      <p className="threads__about">
        <PlaceLink to={places.channel(channel)} current={channel === current}>
          <Words id="channels.about" />
        </PlaceLink>
      </p>
      {answer.isPending ? <Loading /> : null}
      {answer.isError ? <ErrorOf error={answer.error} again={() => void answer.refetch()} /> : null}
      {answer.data?.items.length === 0 ? (
        <p className="threads__none muted">
          <Words id="channels.threads.none" />
        </p>
      ) : (
        <ul>
          {answer.data?.items.map((thread) => (
            <Entry key={thread.row.dossier} thread={thread} current={thread.row.dossier === current} />
          ))}
        </ul>
      )}
      {answer.data?.more === true ? (
        <p className="threads__none">
          <PlaceLink to={`${places.channels}?channel=${channel}`}>
            <Words id="channels.threads.all" />
          </PlaceLink>
        </p>
      ) : null}
    </nav>
  );
}

function Entry({ thread, current }: { readonly thread: Thread; readonly current: boolean }): ReactNode {
  const { row, opener, label } = thread;
  const places = usePlaces();
  const procedureName = useProcedureName();
  const isNew = useChanges().some((change) => change.dossier === row.dossier);
  const { reference, subject } = titleParts(row.title);
  return (
    <li {...(current ? { "aria-current": true } : {})}>
      <div className="row row--between">
        <span className="row threads__ref">
          <Seal party={opener} size="small" />
          {reference === "" ? null : <Told text={reference} />}
          {row.due === undefined ? null : <Due due={row.due} />}
        </span>
        <TurnChip row={row} />
      </div>
      <h2>
        <PlaceLink to={places.channel(row.dossier)} current={current}>
          {subject === "" ? procedureName(row.procedure) : <Told text={subject} />}
        </PlaceLink>
      </h2>
      <div className="row row--wrap">
        <Label label={label} />
        <span className="muted">{procedureName(row.procedure)}</span>
        {isNew ? (
          <span className="chip chip--warn">
            <Words id="parts.changed" />
          </span>
        ) : null}
      </div>
    </li>
  );
}

function Due({ due }: { readonly due: NonNullable<Thread["row"]["due"]> }): ReactNode {
  const wall = useOwnWall()(due.local);
  const dates = useDates();
  const both = useBothClocks()(due.local);
  if (wall === undefined) return null;
  return (
    <span className="muted" title={both}>
      <Words id="channels.due" values={{ day: <bdi className="t">{dates.dayOfMonth(wall)}</bdi> }} />
      <span className="vh"> {both}</span>
    </span>
  );
}
