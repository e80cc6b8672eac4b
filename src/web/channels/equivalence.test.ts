import { expect, test } from "vitest";
import { equivalentsOf, handledAs, levelsOfPolicy, parseTable } from "./equivalence.ts";

const level = (code: string, fr: string) => ({ code, names: { fr } });
const data = {
  table: {
    policies: [
      { owner: "MA", policy: "MA", levels: [level("cd", "Confidentiel Défense"), level("s", "Secret")] },
      { owner: "IL", policy: "IL", levels: [level("shamur", "Shamur")] },
    ],
    rows: [
      { from: { policy: "MA-IL", level: "confidential" }, to: { policy: "MA", level: "cd" } },
      { from: { policy: "MA", level: "s" }, to: { policy: "MA-IL", level: "confidential" } },
      { from: { policy: "IL", level: "shamur" }, to: { policy: "MA-IL", level: "confidential" } },
    ],
  },
};

test("a level is called what the tables lead to, and where none does, what leads to it", () => {
  const table = parseTable(data);
  const found = equivalentsOf(table === undefined ? [] : [table], { policy: "MA-IL", level: "confidential" });
  expect(found.map(({ owner, names }) => [owner, names.fr])).toEqual([
    ["MA", "Confidentiel Défense"],
    ["IL", "Shamur"],
  ]);
});

test("of a level in no table nothing is said, and what is no table is none", () => {
  const table = parseTable(data);
  expect(equivalentsOf(table === undefined ? [] : [table], { policy: "MA-IL", level: "secret" })).toEqual([]);
  expect(parseTable({ table: { rows: [] } })).toBeUndefined();
});

test("a label of a side's own policy is handled as the table says, in its direction only", () => {
  const table = parseTable(data);
  const tables = table === undefined ? [] : [table];
  expect(handledAs(tables, { policy: "IL", level: "shamur", accord: "MA-IL" })).toEqual(["confidential"]);
  expect(handledAs(tables, { policy: "MA", level: "cd", accord: "MA-IL" })).toEqual([]);
  expect(levelsOfPolicy(tables, "MA").map(({ code }) => code)).toEqual(["cd", "s"]);
  expect(levelsOfPolicy(tables, "FR")).toEqual([]);
});
