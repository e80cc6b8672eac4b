// The verification must be able to fail: a step that ends badly, or whose program is missing, is told in full.

import { expect, test } from "vitest";
import { verify } from "./verify.ts";

test("a passing step is one line with what it tells", async () => {
  const said: string[] = [];
  const step = { name: "good", run: ["node", "-e", "console.log('7 files read')"] as const, tells: /\d+ files read/ };
  expect(await verify([step], (line) => said.push(line))).toEqual([]);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^ +\d+\.\d s {2}good +7 files read$/);
});

test("a step that ends with another code than 0 fails, and its whole output is printed", async () => {
  const said: string[] = [];
  const step = {
    name: "bad",
    run: ["node", "-e", "console.log('out'); console.error('why'); process.exit(3)"] as const,
  };
  expect(await verify([step], (line) => said.push(line))).toEqual(["bad"]);
  expect(said.join("\n")).toContain("FAILED");
  expect(said.join("\n")).toContain("out");
  expect(said.join("\n")).toContain("why");
});

test("a step whose file or program is missing fails", async () => {
  const noFile = { name: "no file", run: ["node", "sim/missing.ts"] as const };
  const noProgram = { name: "no program", run: ["no-such-program"] as const };
  expect(await verify([noFile, noProgram], () => undefined)).toEqual(["no file", "no program"]);
});
