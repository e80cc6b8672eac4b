import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { actVectors } from "./vectors-acts.ts";

const folder = new URL("../vectors/acts/", import.meta.url);

test("the vectors for acts are what tools/vectors-acts.ts writes, and there is no other file", () => {
  const written = actVectors();
  expect(readdirSync(folder).toSorted()).toEqual([...written.keys()].toSorted());
  for (const [name, text] of written) expect(readFileSync(new URL(name, folder), "utf8") === text, name).toBe(true);
});
