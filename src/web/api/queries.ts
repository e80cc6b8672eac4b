// What a page asks of the node, kept under one key by route and input: `["accord", <id>, <route>, <input>]`, or
// `["node", <route>, <input>]` for what belongs to no accord. Events of the accord make the kept answers stale.

import { type QueryKey, queryOptions, type UseQueryOptions, useSuspenseQuery } from "@tanstack/react-query";
import type { RouteName, RouteOutput } from "../../api/index.ts";
import { type CallInput, call, Refused, Unreachable } from "./call.ts";

export type AskInput = Pick<CallInput, "params" | "query">;

export function keyOf(name: RouteName, { params, query }: AskInput = {}): QueryKey {
  const accord = params?.accord;
  const input = { params, query };
  return accord === undefined ? ["node", name, input] : ["accord", accord, name, input];
}

/** Options for `useQuery` where a page shows the waiting and the error by itself. */
export function queryOf<Name extends RouteName>(
  name: Name,
  input: AskInput = {},
): UseQueryOptions<RouteOutput<Name>, Error, RouteOutput<Name>> {
  return queryOptions({
    queryKey: keyOf(name, input),
    queryFn: ({ signal }): Promise<RouteOutput<Name>> => call(name, { ...input, signal }),
  });
}

/** The answer, once it is there; the boundary around shows the waiting and the error (parts: `Part`). */
export function useAsk<Name extends RouteName>(name: Name, input: AskInput = {}): RouteOutput<Name> {
  return useSuspenseQuery({
    queryKey: keyOf(name, input),
    queryFn: ({ signal }): Promise<RouteOutput<Name>> => call(name, { ...input, signal }),
  }).data;
}

/** A refusal is an answer and is not asked again; a node that does not answer is, three times. */
export function asksAgain(failures: number, error: Error): boolean {
  if (error instanceof Refused) return error.status === 503 && failures < 2;
  return error instanceof Unreachable && failures < 3;
}
