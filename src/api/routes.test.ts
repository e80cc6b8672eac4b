import { expect, test } from "vitest";
import { isRefusal } from "../base/index.ts";
import { pathOf } from "./call.ts";
import type { RawInput } from "./route.ts";
import { type RouteName, routeNames, routeTable } from "./routes.ts";

const accord = "00112233445566778899aabbccddeeff";
const dossier = "017d3f4e-0000-7000-8000-000000000001";

function parse(name: RouteName, raw: Partial<RawInput>): unknown {
  return routeTable[name].parse({ params: {}, query: [], body: undefined, ...raw });
}

test("a request is parsed once into names with types of their own and numbers", () => {
  const query = [
    ["turn", "MA"],
    ["open", "false"],
    ["limit", "7"],
  ] as const;
  expect(parse("dossiers", { params: { accord }, query })).toEqual({
    params: { accord },
    query: { turn: "MA", open: false, limit: 7 },
    body: undefined,
  });
  expect(parse("dossiers", { params: { accord } })).toMatchObject({ query: { limit: 50 } });
});

test("a path that names no accord is refused with the field", () => {
  expect(parse("accord", { params: { accord: "abc" } })).toMatchObject({
    code: "api.badInput",
    details: { where: "path", path: "accord" },
  });
  expect(parse("dossier", { params: { accord, dossier } })).not.toHaveProperty("code");
});

test.each([
  ["0", "limit"],
  ["501", "limit"],
  ["07", "limit"],
  ["-1", "limit"],
  ["1e2", "limit"],
])("a limit of %s is refused", (limit, path) => {
  const refused = parse("dossiers", { params: { accord }, query: [["limit", limit]] });
  expect(refused).toMatchObject({ code: "api.badInput", details: { where: "query", path } });
});

test("a query parameter that is not known is refused, not passed over", () => {
  const refused = parse("dossiers", { params: { accord }, query: [["sate", "open"]] });
  expect(refused).toMatchObject({ code: "api.unknownQuery", details: { got: "sate" } });
  expect(parse("node", { query: [["__proto__", "1"]] })).toMatchObject({ code: "api.unknownQuery" });
});

test("a query parameter given twice is refused", () => {
  const query = [
    ["turn", "MA"],
    ["turn", "IL"],
  ] as const;
  expect(parse("dossiers", { params: { accord }, query })).toMatchObject({
    code: "api.repeatedQuery",
    details: { got: "turn" },
  });
});

test("a body is refused with the path of its first wrong field", () => {
  expect(parse("setClock", { body: { instant: "yesterday" } })).toMatchObject({
    code: "api.badInput",
    details: { where: "body", path: "instant" },
  });
  expect(parse("setClock", { body: { instant: "2021-11-24T14:30:00Z" } })).toMatchObject({
    body: { instant: "2021-11-24T14:30:00Z" },
  });
  expect(parse("parcel", { params: { accord }, body: "text" })).toMatchObject({ code: "api.badInput" });
});

test("an event stream with a cursor of another form starts anew", () => {
  expect(parse("events", { params: { accord }, query: [["after", "12:7"]] })).toMatchObject({
    query: { after: { sizes: [12, 7] } },
  });
  const bad = parse("events", { params: { accord }, query: [["after", "twelve"]] });
  expect(isRefusal(bad)).toBe(false);
  expect(bad).toMatchObject({ query: { after: undefined } });
});

test("every parameter in a route's path is one it parses, and the other way round", () => {
  for (const name of routeNames) {
    const { path, params } = routeTable[name];
    const inPath = [...path.matchAll(/\{(\w+)\+?\}/g)].map((match) => match[1]);
    expect(Object.keys(params.shape).sort(), name).toEqual(inPath.sort());
  }
});

test("a path is filled in, escaped, and refused as a fault when a parameter is missing", () => {
  expect(pathOf("dossiers", { params: { accord }, query: { open: true, state: "a b", cursor: undefined } })).toBe(
    `/api/accords/${accord}/dossiers?open=true&state=a%20b`,
  );
  const params = { accord, party: "MA", level: "1", tile: "x001/067.p/8" };
  expect(pathOf("tile", { params })).toBe(`/registers/${accord}/MA/tile/1/x001/067.p/8`);
  expect(() => pathOf("accord")).toThrow(/needs the parameter accord/);
  expect(() => pathOf("node", { query: { limit: 1 } })).toThrow(/no query limit/);
  expect(() => pathOf("node", { params: { accord } })).toThrow(/no parameter accord/);
});

test("an answer is read back as it was written, and one of another form is refused", () => {
  const clock = { now: "2021-11-24T14:30:00Z", kind: "story" };
  expect(routeTable.setClock.answer.parse(clock)).toEqual(clock);
  expect(routeTable.setClock.answer.parse({ now: "noon", kind: "story" })).toMatchObject({
    code: "api.badInput",
    details: { where: "answer", path: "now" },
  });
});
