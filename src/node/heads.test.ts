// What a machine remembers of its registers outside the database, so that an old database shows before anything is
// signed.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Heads } from "./heads.ts";
import type { Side } from "./side/side.ts";
import { designate, type LinkedPair, linkedPair } from "./testing.ts";

let pair: LinkedPair;
let folder: string;
let side: Side;

beforeAll(async () => {
  pair = await linkedPair();
  folder = mkdtempSync(join(tmpdir(), "entente-heads-"));
  side = pair.ma.side;
});
afterAll(async () => {
  await pair.close();
  rmSync(folder, { recursive: true, force: true });
});

const accord = (): string => side.row.accord;

test("a register is remembered as it stands on disk, by every process of the side", async () => {
  const heads = new Heads(folder);
  expect(heads.sizeOf(accord())).toBe(0);
  const { side: beside } = await pair.beside(pair.ma);
  await designate(side, "one");
  await designate(side, "two");
  // This process has not looked since, and must not remember less than the other wrote.
  await heads.remember(beside);
  heads.write();
  expect(new Heads(folder).sizeOf(accord())).toBe(2);
});

test("while the tail is missing the longer register stays remembered; then what was recovered", async () => {
  writeFileSync(join(folder, "heads.json"), JSON.stringify({ [accord()]: 10 }));
  const heads = new Heads(folder);
  await side.changeLink({ recovering: true });
  await heads.remember(side);
  expect(heads.sizeOf(accord())).toBe(10);
  await side.changeLink({ recovering: false });
  await heads.remember(side);
  expect(heads.sizeOf(accord())).toBe(2);
});

test("an accord that this database does not know keeps what is remembered of it", async () => {
  const other = "0".repeat(32);
  writeFileSync(join(folder, "heads.json"), JSON.stringify({ [other]: 7 }));
  const heads = new Heads(folder);
  await heads.remember(side);
  heads.write();
  expect(JSON.parse(readFileSync(join(folder, "heads.json"), "utf8"))).toEqual({ [other]: 7, [accord()]: 2 });
});

test("a damaged memory is a fault: an old database could not be told from the newest", () => {
  for (const text of ["{", '{"a":-1}', "[]"]) {
    writeFileSync(join(folder, "heads.json"), text);
    expect(() => new Heads(folder)).toThrow("heads.json is damaged");
  }
});
