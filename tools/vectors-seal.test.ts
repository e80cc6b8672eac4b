import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sealVectors } from "./vectors-seal.ts";

const folder = new URL("../vectors/seal/", import.meta.url);

test("the vectors for sealing are what tools/vectors-seal.ts writes, and there is no other file", () => {
  const written = sealVectors();
  expect(readdirSync(folder).toSorted()).toEqual([...written.keys()].toSorted());
  for (const [name, text] of written) expect(readFileSync(new URL(name, folder), "utf8") === text, name).toBe(true);
});
