import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal, utf8 } from "../base/index.ts";
import {
  type InjectRow,
  type InjectsData,
  type InjectsRow,
  injectMeans,
  injectSchema,
  injectsWriteBody,
  injectTypes,
} from "../procedures/index.ts";
import { csvText } from "./csv.ts";
import { readCsv } from "./csvRead.ts";
import { injectRows, injectWrites, readInjectRows } from "./injectTable.ts";

type Ranks = Pick<InjectsData, "objectives" | "events" | "incidents" | "injects">;

const digest = (value: unknown): string => JSON.stringify(value);
const by = "MA" as InjectRow["by"];
const placed = <Row extends { id: string }>(row: Row): InjectsRow<Row> => ({ row, by, digest: digest(row) });
const byId = <One extends InjectsRow<{ id: string }>>(list: readonly One[]): Record<string, One> =>
  Object.fromEntries(list.map((one) => [one.row.id, one]));

const frame = {
  objectives: byId([placed({ id: "ma-o1", title: "Hand over" })]),
  events: byId([placed({ id: "ma-e1", objective: "ma-o1", title: "A storm, and rain" })]),
  incidents: byId([placed({ id: "ma-n1", event: "ma-e1", title: "Rain" })]),
};
const none: Ranks = { objectives: {}, events: {}, incidents: {}, injects: {} };

function readBack(data: Ranks) {
  const [header = [], ...rows] = injectRows(data);
  const cells = readCsv(utf8(csvText(header, rows)));
  return isRefusal(cells) ? cells : readInjectRows(cells);
}

const words = (maxLength: number) => fc.string({ unit: "grapheme", minLength: 1, maxLength });
const text = fc.oneof(
  words(40),
  fc.constantFrom("=1+1", "⁺1", "'=1", "''-2", "a\r\nb", '"x"', " a ", "شاحنة; חמישה", "é,\t"),
);
const inject = fc
  .record(
    {
      id: fc.nat(99_999).map((n) => `ma-i${n}`),
      incident: fc.constant("ma-n1"),
      title: text,
      type: fc.constantFrom(...injectTypes),
      means: fc.constantFrom(...injectMeans),
      from: text,
      to: text,
      audience: fc.constantFrom("MA", "IL"),
      day: fc.integer({ min: -60, max: 120 }),
      time: fc.constantFrom("00:00", "08:30", "23:59"),
      text,
      expected: text,
      capability: text,
      controller: text,
      note: text,
      attachments: fc.constant([`sha256:${"a".repeat(64)}`]),
      idea: fc.constant(true as const),
    },
    { requiredKeys: ["id", "incident", "title", "type", "means", "from", "to", "audience"] },
  )
  .map((row) => injectSchema.parse(row));

test("law: a list is read back from its table without loss, whatever its texts, and writes nothing again", () => {
  fc.assert(
    fc.property(fc.uniqueArray(inject, { selector: (one) => one.id, maxLength: 12 }), (rows) => {
      const injects = byId(rows.map((row): InjectRow => ({ ...placed(row), stage: "drafted" })));
      const read = readBack({ ...frame, injects });
      if (isRefusal(read)) throw new Error(read.code);
      expect(read.flaws).toEqual([]);
      expect(Object.fromEntries(read.rows.injects.map((row) => [row.id, row]))).toEqual(
        Object.fromEntries(rows.map((row) => [row.id, row])),
      );
      expect(read.rows.events).toEqual([{ id: "ma-e1", objective: "ma-o1", title: "A storm, and rain" }]);
      const sorted = (value: unknown): string => JSON.stringify(Object.entries(value as object).sort());
      const same = byId(rows.map((row): InjectRow => ({ ...placed(row), digest: sorted(row), stage: "drafted" })));
      const standing = { ...frame, injects: same };
      expect(
        injectWrites(standing, { rows: { ...read.rows, objectives: [], events: [], incidents: [] }, digest: sorted }),
      ).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("two thousand rows become some tens of acts, each of which the step takes", () => {
  const rows = Array.from({ length: 2000 }, (_, i) =>
    injectSchema.parse({
      id: `ma-i${i}`,
      incident: "ma-n1",
      title: `Inject ${i}`,
      type: "information",
      means: "mail",
      from: "Relief office",
      to: "Supply cell",
      audience: "IL",
      text: "أربعون بطانية ".repeat(12),
    }),
  );
  const bodies = injectWrites(none, { rows: { objectives: [], events: [], incidents: [], injects: rows }, digest });
  expect(bodies.length).toBeLessThan(100);
  expect(bodies.every((body) => injectsWriteBody.safeParse(body).success)).toBe(true);
  expect(bodies.flatMap((body) => body.injects ?? [])).toHaveLength(2000);
  expect(Math.max(...bodies.map((body) => utf8(JSON.stringify(body)).length))).toBeLessThan(40_000);
});

test("a changed row names the text that it replaces, and one as it stands is not written", () => {
  const [first = "", second = ""] = ["Hand over", "Hand over more"];
  const rows = (title: string) => ({ objectives: [{ id: "ma-o1", title }], events: [], incidents: [], injects: [] });
  const writes = (title: string) => injectWrites({ ...frame, injects: {} }, { rows: rows(title), digest });
  expect(writes(first)).toEqual([]);
  expect(writes(second)).toEqual([
    { objectives: [{ id: "ma-o1", title: second, base: digest({ id: "ma-o1", title: first }) }] },
  ]);
});

test("a row that is none is told with its place, and a table of other columns is refused", () => {
  const table = [
    ["rank", "id", "title"],
    ["chapter", "ma-x1", "X"],
    ["event", "ma-e2", "Without an objective"],
  ];
  const read = readInjectRows(table);
  expect(read).toMatchObject({
    flaws: [
      { row: 1, column: "rank" },
      { row: 2, column: "objective" },
    ],
  });
  const codeOf = (rows: readonly (readonly string[])[]) => {
    const refused = readInjectRows(rows);
    return isRefusal(refused) ? refused.code : "read";
  };
  expect(codeOf([["rank", "id", "title", "colour"], ["x"]])).toBe("documents.tableColumn");
  expect(codeOf([["rank", "id"], ["x"]])).toBe("documents.tableColumn");
  expect(codeOf([])).toBe("documents.tableEmpty");
});
