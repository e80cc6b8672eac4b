// Every route there is, by name, and the type of the functions that answer them.

import type { AccordId, PartyCode } from "../acts/index.ts";
import type { Refusal } from "../base/index.ts";
import type { Route } from "./route.ts";
import { accordRoutes } from "./routes/accord.ts";
import { actRoutes } from "./routes/act.ts";
import { draftRoutes } from "./routes/draft.ts";
import { linkRoutes } from "./routes/link.ts";
import { nodeRoutes } from "./routes/node.ts";
import { registerRoutes } from "./routes/register.ts";
import { visitRoutes } from "./routes/visit.ts";

export const routes = { ...nodeRoutes, ...accordRoutes, ...actRoutes,
  ...draftRoutes, ...linkRoutes, ...registerRoutes, ...visitRoutes } as const;

export type RouteName = keyof typeof routes;

type Part<Name extends RouteName> =
  (typeof routes)[Name] extends Route<infer Input, infer Output, infer Caller>
    ? { readonly input: Input; readonly output: Output; readonly caller: Caller }
    : never;

/** What the handler of a route is given. */
export type RouteInput<Name extends RouteName> = Part<Name>["input"];
/** What the handler of a route gives. */
export type RouteOutput<Name extends RouteName> = Part<Name>["output"];

/** The other side's node, by its signature. */
export interface Peer {
  readonly party: PartyCode;
  readonly accord: AccordId;
}

/** Who a handler is told is calling. `Officer` is the policy's to define, above this room. */
export interface Callers<Officer> {
  readonly anyone: undefined;
  readonly officer: Officer;
  readonly peer: Peer;
  readonly either: { readonly officer: Officer } | { readonly peer: Peer };
}

/** Answered by the HTTP rim itself, from this table and from its own challenges. */
export type RimRouteName = "openApi" | "page" | "hello";
export type HandledRouteName = Exclude<RouteName, RimRouteName>;

export type Handler<Name extends RouteName, Officer> = (
  input: RouteInput<Name>,
  caller: Callers<Officer>[Part<Name>["caller"]],
) => RouteOutput<Name> | Refusal | Promise<RouteOutput<Name> | Refusal>;

/** One function for each route: parsed input in, an answer or a refusal out. */
export type Handlers<Officer> = { readonly [Name in HandledRouteName]: Handler<Name, Officer> };

/** The same table, typed by name, so that a function over all routes keeps each one's types together. */
export const routeTable: {
  readonly [Name in RouteName]: Route<RouteInput<Name>, RouteOutput<Name>, Part<Name>["caller"]>;
} = routes;

export const routeNames: readonly RouteName[] = Object.keys(routes).filter(isRouteName);

export function isRouteName(text: string): text is RouteName {
  return Object.hasOwn(routes, text);
}
