// Every route there is, by name, and the type of the functions that answer them.

import type { AccordId, PartyCode } from "../acts/index.ts";
import type { Refusal } from "../base/index.ts";
import type { Route } from "./route.ts";
import { accessLogRoutes } from "./routes/accessLog.ts";
import { accordRoutes } from "./routes/accord.ts";
import { actRoutes } from "./routes/act.ts";
import { administrationRoutes } from "./routes/administration.ts";
import { calendarRoutes } from "./routes/calendar.ts";
import { documentRoutes } from "./routes/document.ts";
import { draftRoutes } from "./routes/draft.ts";
import { feedRoutes } from "./routes/feed.ts";
import { injectsRoutes } from "./routes/injects.ts";
import { labelRoutes } from "./routes/label.ts";
import { linkRoutes } from "./routes/link.ts";
import { nodeRoutes } from "./routes/node.ts";
import { officerRoutes } from "./routes/officer.ts";
import { overviewRoutes } from "./routes/overview.ts";
import { planRoutes } from "./routes/plan.ts";
import { registerRoutes } from "./routes/register.ts";
import { retentionRoutes } from "./routes/retention.ts";
import { sessionRoutes } from "./routes/session.ts";
import { statisticsRoutes } from "./routes/statistics.ts";
import { threadRoutes } from "./routes/thread.ts";
import { visitRoutes } from "./routes/visit.ts";

export const routes = {
  ...nodeRoutes,
  ...overviewRoutes,
  ...calendarRoutes,
  ...accordRoutes,
  ...actRoutes,
  ...documentRoutes,
  ...draftRoutes,
  ...accessLogRoutes,
  ...labelRoutes,
  ...officerRoutes,
  ...administrationRoutes,
  ...retentionRoutes,
  ...linkRoutes,
  ...registerRoutes,
  ...sessionRoutes,
  ...statisticsRoutes,
  ...threadRoutes,
  ...visitRoutes,
  ...planRoutes,
  ...injectsRoutes,
  ...feedRoutes,
} as const;

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

/** Whoever sits before a page of this node: what the routes of signing in are told of the request. */
export interface Visitor<Officer> {
  /** The address the request came from. */
  readonly from: string;
  /** The origin of the page, when it is one of this node's own. */
  readonly origin: string | undefined;
  /** The header User-Agent. */
  readonly agent: string;
  /** The secret of the session that the browser holds, whatever it is worth. */
  readonly token: string | undefined;
  /** Who the request shows, by a bearer token or by a session that holds. */
  readonly officer: Officer | undefined;
  /** Gives the browser the secret of a session, or with undefined takes it away. */
  keep(token: string | undefined): void;
}

/** Who a handler is told is calling. `Officer` is the policy's to define, above this room. */
export interface Callers<Officer> {
  readonly anyone: undefined;
  readonly officer: Officer;
  readonly peer: Peer;
  readonly either: { readonly officer: Officer } | { readonly peer: Peer };
  readonly visitor: Visitor<Officer>;
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
