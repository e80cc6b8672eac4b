// The rows of the list, newest first: by pages as they come into view, or what a search has found.

import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import type { Listed } from "../../api/index.ts";
import { queryOf, useAccordId, useAsk } from "../api/index.ts";
import type { Filters } from "./filters.tsx";
import { pagesOf } from "./window.ts";

const pageSize = 100;

export interface Rows {
  /** Rows there are. */
  readonly count: number;
  /** Undefined while it is on its way. */
  at(row: number): Listed | undefined;
}

/** How many leaves there are to list, both sides' or one's. */
export function useListSize(party: string): number {
  const accord = useAccordId();
  return useAsk("acts", { params: { accord }, query: { ...partyQuery(party), start: 0, limit: 1 } }).size;
}

/** The rows of the whole list. Only the pages of the rows drawn are asked for. */
export function useListRows(input: {
  readonly party: string;
  readonly size: number;
  readonly drawn: { readonly start: number; readonly end: number };
}): Rows {
  const accord = useAccordId();
  const { party, size, drawn } = input;
  // The list is told from the first act on, and shown from the last: places do not move when acts come in.
  const places = { start: size - drawn.end, end: size - drawn.start };
  const pages = pagesOf(places, pageSize);
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...queryOf("acts", {
        params: { accord },
        query: { ...partyQuery(party), start: page * pageSize, limit: pageSize },
      }),
      placeholderData: keepPreviousData,
    })),
  });
  const byPage = new Map(pages.map((page, i) => [page, answers[i]?.data]));
  return {
    count: size,
    at(row) {
      const place = size - 1 - row;
      const page = byPage.get(Math.floor(place / pageSize));
      return page?.start === Math.floor(place / pageSize) * pageSize ? page.items[place - page.start] : undefined;
    },
  };
}

function partyQuery(party: string): { readonly party?: string } {
  return party === "" ? {} : { party };
}

/** What a search has found; undefined while it is looked for. Throws what the node refused. */
export function useFoundRows(filters: Filters): (Rows & { readonly more: boolean; readonly lag: number }) | undefined {
  const accord = useAccordId();
  const query = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
  const { data, error } = useQuery({
    ...queryOf("searchActs", { params: { accord }, query }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) throw error;
  if (data === undefined) return undefined;
  const { items, more, searched, size } = data;
  return { count: items.length, at: (row) => items[row], more, lag: size - searched };
}
