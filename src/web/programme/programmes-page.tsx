// The programmes of official visits, a page at a time; what is filtered stands in the address.

import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { ProgrammeRow } from "../../api/index.ts";
import { call, keyOf, useAccordId } from "../api/index.ts";
import { useDates, useSay, Words, wallIn } from "../language/index.ts";
import {
  DeadlineChip,
  Empty,
  ErrorOf,
  Icon,
  Loading,
  PageHead,
  PlaceLink,
  Sheet,
  Told,
  useAddressText,
  useIn,
  usePageTitle,
  usePlaces,
  useSides,
  useStateName,
  Who,
} from "../parts/index.ts";
import "./programme.css";
import "./orders.css";

export function Page(): ReactNode {
  const say = useSay();
  const places = usePlaces();
  usePageTitle(say("programme.list"));
  return (
    <>
      <PageHead
        title={<Words id="programme.list" />}
        actions={
          <PlaceLink className="btn" to={places.opening("programme")}>
            <Words id="programme.list.open" />
          </PlaceLink>
        }
      />
      <nav className="tabs" aria-label={say("programme.sections")}>
        <PlaceLink to={places.visits}>
          <Words id="programme.section.visits" />
        </PlaceLink>
        <PlaceLink to={places.programmes} current>
          <Words id="programme.list" />
        </PlaceLink>
      </nav>
      <List />
    </>
  );
}

function List(): ReactNode {
  const accord = useAccordId();
  const open = useAddressText("open");
  const say = useSay();
  const filter = open.value === "all" ? {} : { open: "true" };
  const list = useInfiniteQuery({
    queryKey: [...keyOf("programmes", { params: { accord }, query: filter }), "pages"],
    queryFn: ({ pageParam, signal }) =>
      call("programmes", {
        params: { accord },
        query: { ...filter, ...(pageParam === "" ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Sheet
      title={<Words id="programme.list" />}
      aside={
        <label className="tick">
          <input
            type="checkbox"
            checked={open.value === "all"}
            onChange={(event) => open.set(event.target.checked ? "all" : "")}
          />
          {say("programme.list.closedToo")}
        </label>
      }
    >
      {list.isPending ? <Loading /> : null}
      {list.error ? <ErrorOf error={list.error} again={() => void list.refetch()} /> : null}
      {list.isSuccess && rows.length === 0 ? (
        <Empty title={<Words id="programme.list.empty" />}>
          <p className="soft">
            <Words id="programme.list.emptyHint" />
          </p>
        </Empty>
      ) : null}
      {rows.map((row) => (
        <Item key={row.row.dossier} row={row} />
      ))}
      {list.hasNextPage ? (
        <div className="sheet__body">
          <Button className="btn" isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            <Words id="programme.list.more" />
          </Button>
        </div>
      ) : null}
    </Sheet>
  );
}

function Item({ row }: { readonly row: ProgrammeRow }): ReactNode {
  const read = useIn();
  const places = usePlaces();
  const dates = useDates();
  const say = useSay();
  const { own } = useSides();
  const stateName = useStateName();
  const { due, turn, state, dossier } = row.row;
  const wall = (date: string) => wallIn("UTC", `${date}T00:00:00Z`);
  return (
    <article className="task">
      <h3>
        <PlaceLink to={places.programme(dossier)}>
          <Told text={read(row.titles) || row.row.title} />
        </PlaceLink>
      </h3>
      <p className="meta">
        <Who party={row.host} />
        {row.from === undefined ? null : <bdi className="t">{dates.day(wall(row.from))}</bdi>}
        <span>{stateName("programme", state)}</span>
        {row.version === 0 ? null : (
          <span>
            <Words id="programme.version" values={{ number: row.version }} />
          </span>
        )}
        {row.clashes === 0 ? null : (
          <span className="chip chip--warn">
            <Icon name="warning" />
            <span>
              <Words id="programme.list.clashes" values={{ count: row.clashes }} />
            </span>
          </span>
        )}
      </p>
      <div className="act">
        {turn.some((party) => party === own) ? <span className="chip chip--me">{say("parts.yourTurn")}</span> : null}
        {due ? <DeadlineChip due={due} /> : null}
      </div>
    </article>
  );
}
