// The caller's side of the contract: the path of a route with its parameters filled in, for the web application, for
// programs, and for the node that links to other resources.

import { Fault } from "../base/index.ts";
import { type RouteName, routeTable } from "./routes.ts";

export interface PathInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
}

/**
 * Throws a Fault when a parameter is missing or names none of the route's: the caller's own mistake, not a person's.
 */
export function pathOf(name: RouteName, { params = {}, query = {} }: PathInput = {}): string {
  const route = routeTable[name];
  for (const key of Object.keys(params)) {
    if (!Object.hasOwn(route.params.shape, key)) throw new Fault("api.badCall", `${name} has no parameter ${key}.`);
  }
  const path = route.path.replaceAll(/\{(\w+)(\+?)\}/g, (_, key: string, rest: string) => {
    const value = params[key];
    if (value === undefined) throw new Fault("api.badCall", `${name} needs the parameter ${key}.`);
    return rest === "+" ? value.split("/").map(encodeURIComponent).join("/") : encodeURIComponent(value);
  });
  const pairs = Object.entries(query).flatMap(([key, value]) => {
    if (value === undefined) return [];
    if (!Object.hasOwn(route.query.shape, key)) throw new Fault("api.badCall", `${name} has no query ${key}.`);
    return [`${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`];
  });
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}
