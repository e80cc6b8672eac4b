// The list of requests: filtered by the address, a page at a time, in the order of their deadlines.

import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { visitProcedure } from "../../procedures/index.ts";
import { call, keyOf, useAccordId } from "../api/index.ts";
import { useSay, Words } from "../language/index.ts";
import { Empty, ErrorOf, Loading, Sheet, useAddressText, useSides, useStateName } from "../parts/index.ts";
import { VisitTable } from "./visit-table.tsx";

const turns = ["own", "other"] as const;

interface Filter {
  readonly open?: string;
  readonly turn?: string;
  readonly state?: string;
}

export function VisitList(): ReactNode {
  const accord = useAccordId();
  const { own, other } = useSides();
  const open = useAddressText("open").value;
  const turn = useAddressText("turn").value;
  const state = useAddressText("state").value;
  const filter: Filter = {
    ...(open === "all" ? {} : { open: open === "closed" ? "false" : "true" }),
    ...(turn === "own" ? { turn: own } : turn === "other" ? { turn: other } : {}),
    ...(state === "" ? {} : { state }),
  };
  const list = useInfiniteQuery({
    queryKey: [...keyOf("visits", { params: { accord }, query: { ...filter } }), "pages"],
    queryFn: ({ pageParam, signal }) =>
      call("visits", {
        params: { accord },
        query: { ...filter, ...(pageParam === "" ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Sheet title={<Words id="visits.list" />}>
      <Filters />
      {list.isPending ? <Loading /> : null}
      {list.error ? <ErrorOf error={list.error} again={() => void list.refetch()} /> : null}
      {list.isSuccess && rows.length === 0 ? (
        <Empty title={<Words id="visits.empty" />}>
          <p className="soft">
            <Words id="visits.empty.hint" />
          </p>
        </Empty>
      ) : null}
      {rows.length > 0 ? <VisitTable rows={rows} /> : null}
      {list.hasNextPage ? (
        <div className="sheet__body">
          <Button className="btn" isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            <Words id="visits.more" />
          </Button>
        </div>
      ) : null}
    </Sheet>
  );
}

function Filters(): ReactNode {
  const say = useSay();
  const stateName = useStateName();
  const open = useAddressText("open");
  const turn = useAddressText("turn");
  const state = useAddressText("state");
  return (
    <div className="sheet__body row row--wrap filters">
      <label className="field">
        <span>{say("visits.filter.open")}</span>
        <select className="input" value={open.value} onChange={(event) => open.set(event.target.value)}>
          <option value="">{say("visits.filter.openOnly")}</option>
          <option value="closed">{say("visits.filter.closedOnly")}</option>
          <option value="all">{say("visits.filter.all")}</option>
        </select>
      </label>
      <label className="field">
        <span>{say("visits.filter.turn")}</span>
        <select className="input" value={turn.value} onChange={(event) => turn.set(event.target.value)}>
          <option value="">{say("visits.filter.all")}</option>
          {turns.map((one) => (
            <option key={one} value={one}>
              {say(`visits.filter.turn.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{say("visits.filter.state")}</span>
        <select className="input" value={state.value} onChange={(event) => state.set(event.target.value)}>
          <option value="">{say("visits.filter.all")}</option>
          {Object.keys(visitProcedure.states).map((one) => (
            <option key={one} value={one}>
              {stateName("visit", one)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
