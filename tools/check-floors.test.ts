// The floors' own test: small trees of strings, each with the one finding it must give.

import { expect, test } from "vitest";
import { checkFloors } from "./check-floors.ts";
import { parseSource } from "./source.ts";

/** The findings of a tree, as "path: rule: message". */
function findingsIn(tree: Readonly<Record<string, string>>): string[] {
  const files = Object.entries(tree).map(([path, text]) => parseSource(path, text));
  return checkFloors(files).map((finding) => `${finding.path}: ${finding.rule}: ${finding.message}`);
}

const base = { "src/base/index.ts": "export const a = 1;" };

test("a house whose imports go down by the doors has no finding", () => {
  const tree = {
    ...base,
    "src/seal/index.ts": 'import { a } from "../base/index.ts"; export { a };',
    "src/seal/native.ts": 'import { sign } from "node:crypto"; export const now = Date.now; export { sign };',
    "src/node/index.ts":
      'import { a } from "../seal/native.ts"; import { serve } from "hono/tiny"; export { a, serve };',
    "src/seal/seal.test.ts": 'import { test } from "vitest"; import { a } from "./native.ts"; test(a);',
    "sim/main.ts": 'import { a } from "../src/seal/native.ts"; export const seed = Math.random() + a;',
  };
  expect(findingsIn(tree)).toEqual([]);
});

test.each([
  ["a room may not import a higher one", 'import { x } from "../acts/index.ts";', "may import base; not acts"],
  ["a type is an import too", 'import type { X } from "../acts/index.ts";', "not acts"],
  ["so is a type written in place", 'export type X = import("../acts/index.ts").X;', "not acts"],
  ["so is a re-export", 'export { x } from "../acts/index.ts";', "not acts"],
  ["so is an import at run time", 'export const x = await import("../acts/index.ts");', "not acts"],
  ["a room is entered by its door", 'import { a } from "../base/a.ts";', "Enter base by its door"],
  ["a name that is no file is told", 'import { a } from "./gone.ts";', "is not a file"],
  ["a package of another room is refused", 'import { z } from "zod";', "zod belongs to base"],
  ["a package of no room is refused", 'import _ from "lodash";', "belongs to no room"],
  ["production code does not import the test runner", 'import { test } from "vitest";', "is for tests"],
  ["production code does not import test/", 'import { v } from "../../test/vectors.ts";', "test/ is for tests"],
  ["no room imports the yard", 'import { v } from "../../sim/world.ts";', "No room imports sim/"],
  ["a pure room has no module of Node", 'import { sign } from "node:crypto";', "compiles without Node"],
  ["a pure room has no process", "export const home = process.env;", "process is not in every runtime"],
  ["a pure room has no timers", "setTimeout(() => 1, 1);", "setTimeout is not in every runtime"],
  ["a pure room has no clock", "export const now = Temporal.Now.instant();", "Temporal.Now is a clock"],
  ["a date of now is a clock", "export const now = new Date();", "new Date() is a clock"],
  ["a pure room has no chance", "export const die = Math.random();", "Math.random is a clock or chance"],
])("%s", (_, text, message) => {
  const others = {
    "src/acts/index.ts": "export const x = 1;",
    "src/base/a.ts": "export const a = 1;",
    "test/vectors.ts": "export const v = 1;",
    "sim/world.ts": "export const v = 1;",
  };
  const found = findingsIn({ ...base, ...others, "src/seal/index.ts": text });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(message);
});

test("a parameter or a property called like a global is not the global", () => {
  const text = "export const ask = (fetch: () => 1, o: { process: 1 }) => fetch() + o.process;";
  expect(findingsIn({ "src/api/index.ts": text })).toEqual([]);
});

test("the clock stands only at the rim: not in policy, not in the simulator's world, but in node", () => {
  const clock = "export const now = () => Date.now();";
  expect(findingsIn({ "src/policy/index.ts": clock })).toHaveLength(1);
  expect(findingsIn({ "sim/world.ts": clock })).toHaveLength(1);
  expect(findingsIn({ "src/node/index.ts": clock })).toEqual([]);
});

test("a room below the rim does not reach files, but may use Node's pure modules", () => {
  expect(findingsIn({ "src/documents/index.ts": 'import { readFileSync } from "node:fs";' })[0]).toContain(
    "reaches the",
  );
  expect(findingsIn({ "src/documents/index.ts": 'import { deflateSync } from "node:zlib";' })).toEqual([]);
});

test("the second door of seal opens for node but not for exchange", () => {
  const seal = { "src/seal/native.ts": "export const n = 1;" };
  const text = 'import { n } from "../seal/native.ts"; export { n };';
  expect(findingsIn({ ...seal, "src/exchange/index.ts": text })[0]).toContain("is for node, cli, store and tests");
  expect(findingsIn({ ...seal, "src/exchange/link.test.ts": text })).toEqual([]);
});

test("the browser's door of seal opens for web and for no other room", () => {
  const seal = { "src/seal/browser.ts": "export const b = 1;" };
  const text = 'import { b } from "../seal/browser.ts"; export { b };';
  expect(findingsIn({ ...seal, "src/web/index.ts": text })).toEqual([]);
  expect(findingsIn({ ...seal, "src/proof/index.ts": text })[0]).toContain("is for web and tests");
  expect(findingsIn({ ...seal, "src/node/index.ts": text })[0]).toContain("is for web and tests");
});

test("a ring of files in a room is told once, with its files in order", () => {
  const ring = {
    "src/acts/a.ts": 'import { b } from "./b.ts"; export const a = b;',
    "src/acts/b.ts": 'import { c } from "./c.ts"; export const b = c;',
    "src/acts/c.ts": 'import { type A } from "./a.ts"; export const c = 1;',
  };
  expect(findingsIn(ring)).toEqual([
    "src/acts/a.ts: ring: a.ts -> b.ts -> c.ts -> a.ts: move what both need to a third file.",
  ]);
});

test("a part may name the type of its whole", () => {
  const tree = {
    "src/acts/a.ts": 'import { b } from "./b.ts"; export const a = b;',
    "src/acts/b.ts": 'import type { A } from "./a.ts"; export type B = import("./a.ts").A; export const b = 1;',
  };
  expect(findingsIn(tree)).toEqual([]);
});

test("what only tests use may use the test runner, wherever it stands in its room", () => {
  const text = 'import { expect } from "vitest"; export const holds = expect;';
  for (const path of ["src/acts/testing/walk.ts", "src/acts/visit/testing/story.ts", "src/acts/testing.ts"]) {
    expect(findingsIn({ [path]: text })).toEqual([]);
  }
  expect(findingsIn({ "src/acts/contesting/walk.ts": text })).toHaveLength(1);
});

test("a folder of src that is no room is refused", () => {
  expect(findingsIn({ "src/shared/index.ts": "export const a = 1;" })[0]).toContain("in none of them");
});
