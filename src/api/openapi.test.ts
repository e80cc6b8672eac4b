import { expect, test } from "vitest";
import { openApi } from "./openapi.ts";
import { problemType } from "./problem.ts";
import { routeNames, routeTable } from "./routes.ts";

// As it goes over the wire, so that nothing is tested that JSON would lose.
const document: Record<string, unknown> = JSON.parse(JSON.stringify(openApi({ version: "1.2.3" })));

function walk(value: unknown, visit: (key: string, inner: unknown) => void): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    visit(key, inner);
    walk(inner, visit);
  }
}

function at(pointer: string): unknown {
  return pointer
    .slice(2)
    .split("/")
    .reduce<unknown>((value, key) => Object(value)[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}

test("every reference resolves inside the document", () => {
  const references = new Set<unknown>();
  walk(document, (key, inner) => {
    if (key === "$ref") references.add(inner);
  });
  expect(references.size).toBeGreaterThan(30);
  for (const reference of references) {
    expect(reference).toMatch(/^#\/components\/schemas\//);
    expect(at(String(reference)), String(reference)).toBeTypeOf("object");
  }
});

test("no schema keeps a name of the library's or definitions of its own", () => {
  walk(document, (key) => expect(["$defs", "$schema"]).not.toContain(key));
  expect(JSON.stringify(document)).not.toContain("__schema");
});

test("every route is there once, with its answer, its refusals and who may call", () => {
  const ids = new Set<string>();
  for (const name of routeNames) {
    const { path, method, answer, caller } = routeTable[name];
    const operation = at(`#/paths/${path.replace("+}", "}").replaceAll("/", "~1")}/${method.toLowerCase()}`);
    expect(operation, name).toMatchObject({
      operationId: name,
      responses: { 200: { content: { [answer.type]: {} } }, default: { content: { [problemType]: {} } } },
    });
    expect(Object(operation).security.length > 0, name).toBe(caller !== "anyone");
    ids.add(Object(operation).operationId);
  }
  expect(ids.size).toBe(routeNames.length);
  expect(Object.values(Object(document.paths)).flatMap((one) => Object.keys(Object(one)))).toHaveLength(ids.size);
});

test("every path parameter is required and declared where the path has it, and a body is of one type", () => {
  for (const [path, methods] of Object.entries(Object(document.paths))) {
    for (const operation of Object.values(Object(methods))) {
      const { parameters, requestBody } = Object(operation);
      const declared = parameters.filter((one: { in: string }) => one.in === "path");
      expect(declared.map((one: { name: string }) => `{${one.name}}`).sort()).toEqual(
        (path.match(/\{\w+\}/g) ?? []).sort(),
      );
      expect(declared.every((one: { required: boolean }) => one.required)).toBe(true);
      if (requestBody === undefined) continue;
      expect(Object.keys(requestBody.content)).toHaveLength(1);
    }
  }
});

test("what has a usual value is optional, what has none is required", () => {
  const log = at("#/paths/~1api~1accords~1{accord}~1log/get/parameters");
  expect(log).toContainEqual(expect.objectContaining({ name: "party", in: "query", required: true }));
  expect(log).toContainEqual(expect.objectContaining({ name: "limit", in: "query", required: false }));
});
