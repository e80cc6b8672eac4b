import { expect, test } from "vitest";
import { exampleLine } from "../../procedures/index.ts";
import { chosenLines, figuresOf, type LineFilter, linesOf, sendingSide } from "./plan-lines.ts";

const none = { count: 0, open: 0, own: 0, other: 0, overdue: 0, unknown: 0 };
const made = (side: string, number: number, change: object = {}) => ({
  line: { ...exampleLine(side, { number, year: 2031 }) },
  by: side,
  digest: "x",
  status: "planned" as const,
  dossiers: none,
  ...change,
});
const all: LineFilter = { text: "", status: "", domain: "", turn: "" };

test("lines are chosen by status, field, whose turn it is, and any of their words without accents", () => {
  const lines = linesOf({
    lines: [
      made("MA", 1, { dossiers: { ...none, count: 2, own: 1, overdue: 1 } }),
      made("MA", 2, { status: "executed" }),
      made("IL", 1, { dossiers: { ...none, count: 1, other: 1 } }),
    ],
  });
  const ids = (change: Partial<LineFilter>) => chosenLines(lines, { ...all, ...change }).map((one) => one.line.id);
  expect(ids({})).toEqual(["ma-01", "ma-02", "il-01"]);
  expect(ids({ status: "executed" })).toEqual(["ma-02"]);
  expect(ids({ turn: "own" })).toEqual(["ma-01"]);
  expect(ids({ turn: "late" })).toEqual(["ma-01"]);
  expect(ids({ turn: "other" })).toEqual(["il-01"]);
  expect(ids({ domain: "visits" })).toEqual([]);
  expect(ids({ text: "STAGE D’exemple 2" })).toEqual(["ma-02"]);
  expect(figuresOf(lines)).toMatchObject({ planned: 2, executed: 1 });
});

test("a line that is none is left out, and places are those of the whole plan", () => {
  const lines = linesOf({ lines: [{ ...made("MA", 1), line: { id: "ma-01" } }, made("MA", 2)] });
  expect(lines.map((one) => [one.place, one.line.id])).toEqual([[2, "ma-02"]]);
});

test("who sends is the side that does not receive, and nobody where none does", () => {
  const [line] = linesOf({ lines: [made("MA", 1)] });
  expect(line && sendingSide(line.line, ["MA", "IL"])).toBe("IL");
  expect(line && sendingSide({ ...line.line, receiving: undefined }, ["MA", "IL"])).toBeUndefined();
});
