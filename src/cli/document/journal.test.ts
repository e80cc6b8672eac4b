// What a killed command leaves: found again by the same command alone, holding no name and no content.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Meant, openJournal } from "./journal.ts";
import { type Source, sourceAt } from "./source.ts";

const home = mkdtempSync(join(tmpdir(), "entente-journal-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const file = join(home, "confidential-plan.txt");
writeFileSync(file, "content");
const source = (): Source => {
  const found = sourceAt({ path: "text", file });
  if (found instanceof Object && "path" in found) return found;
  throw new Error("No file.");
};
const meant = (change: Partial<Meant> = {}): Meant => ({
  accord: "a",
  officer: "lea",
  act: { label: "restricted" },
  id: undefined,
  dossier: undefined,
  sources: [source()],
  ...change,
});

test("the same command finds its act and its uploads; another label, officer or file does not", () => {
  openJournal(home, meant()).begun("act-1", { path: "text", id: "upload-1" });
  const again = openJournal(home, meant());
  expect([again.act, again.upload("text"), again.upload("attachments.0")]).toEqual(["act-1", "upload-1", undefined]);
  for (const change of [{ act: { label: "secret" } }, { officer: "sam" }, { dossier: "d" }, { id: "act-2" }])
    expect(openJournal(home, meant(change)).act).toBeUndefined();
  writeFileSync(file, "content, changed");
  expect(openJournal(home, meant()).act).toBeUndefined();
});

test("it names no file, is its owner's alone, and goes when the act was handed in", () => {
  const journal = openJournal(home, meant());
  journal.begun("act-3", { path: "text", id: "upload-3" });
  const uploads = join(home, "uploads");
  for (const name of readdirSync(uploads)) {
    expect(readFileSync(join(uploads, name), "utf8")).not.toContain("confidential-plan");
    expect(statSync(join(uploads, name)).mode & 0o777).toBe(0o600);
  }
  journal.done();
  expect(openJournal(home, meant()).act).toBeUndefined();
});

test("one that was cut off counts as none, and without a home nothing is kept", () => {
  const journal = openJournal(home, meant());
  journal.begun("act-4", { path: "text", id: "upload-4" });
  const uploads = join(home, "uploads");
  for (const name of readdirSync(uploads)) writeFileSync(join(uploads, name), '{"entente":"upl');
  expect(openJournal(home, meant()).act).toBeUndefined();
  const none = openJournal(undefined, meant());
  none.begun("act-5", { path: "text", id: "upload-5" });
  expect(openJournal(undefined, meant()).act).toBeUndefined();
});
