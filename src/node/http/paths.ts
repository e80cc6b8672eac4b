// The routes' paths as the router writes them, and which methods a path answers to.

import { type RouteName, routeNames, routeTable } from "../../api/index.ts";

/** `/registers/{accord}/tile/{tile+}` becomes `/registers/:accord/tile/:tile{.+}`. */
export function routerPath(path: string): string {
  return path.replaceAll(/\{(\w+)(\+?)\}/g, (_, name: string, rest: string) => `:${name}${rest === "+" ? "{.+}" : ""}`);
}

const patterns = routeNames.map((name: RouteName) => {
  const { method, path } = routeTable[name];
  const pattern = path.replaceAll(".", "\\.").replaceAll(/\{\w+(\+?)\}/g, (_, rest: string) => (rest ? ".+" : "[^/]+"));
  return { method, pattern: new RegExp(`^${pattern}$`) };
});

/** The methods that the path answers to, HEAD wherever GET; none when it answers to nothing. */
export function methodsOf(path: string): readonly string[] {
  const methods = new Set<string>();
  for (const { method, pattern } of patterns) {
    if (!pattern.test(path)) continue;
    methods.add(method);
    if (method === "GET") methods.add("HEAD");
  }
  return [...methods];
}
