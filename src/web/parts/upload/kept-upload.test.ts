import { expect, test } from "vitest";
import { keptOf, noUpload, parseKeptUpload, parseReference, referenceIn } from "./kept-upload.ts";
import { printOf } from "./print.ts";

const reference = {
  entente: "sealed/1" as const,
  digest: `sha256:${"ab".repeat(32)}`,
  size: 4100,
  mediaType: "text/plain",
  label: { policy: "entente-test", classification: "restricted", releasableTo: ["IL", "MA"] },
};

test("a sealed document is named again by what was kept of it", () => {
  const kept = keptOf(reference);
  expect(referenceIn(parseKeptUpload(JSON.parse(JSON.stringify(kept))))).toEqual(reference);
});

test("what is not a reference names nothing", () => {
  for (const text of ["", "{", "{}", JSON.stringify({ ...reference, digest: "sha256:short" })])
    expect(parseReference(text)).toBeUndefined();
  expect(referenceIn(noUpload)).toBeUndefined();
});

test("a kept upload of another form is none", () => {
  expect(parseKeptUpload("text")).toEqual(noUpload);
  expect(parseKeptUpload({ name: 3, upload: "u", other: "x" })).toEqual({ ...noUpload, upload: "u" });
});

test("the same file has the same print, a changed one another", async () => {
  const file = (content: string, lastModified: number) => new File([content], "a.txt", { lastModified });
  const print = await printOf(file("one", 1));
  expect(await printOf(file("one", 1))).toBe(print);
  expect(await printOf(file("two", 1))).not.toBe(print);
  expect(await printOf(file("one", 2))).not.toBe(print);
});
