import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { documentVectors } from "./vectors-documents.ts";

const folder = new URL("../vectors/documents/", import.meta.url);

test("the vectors for documents are what tools/vectors-documents.ts writes, and there is no other file", () => {
  const written = documentVectors();
  expect(readdirSync(folder).toSorted()).toEqual([...written.keys()].toSorted());
  for (const [name, text] of written) expect(readFileSync(new URL(name, folder), "utf8") === text, name).toBe(true);
});
