import fc from "fast-check";
import { expect, test } from "vitest";
import { isPartyCode } from "../acts/index.ts";
import { isRefusal, utf8 } from "../base/index.ts";
import { lineSchema, type PlanData } from "../procedures/index.ts";
import { csvText } from "./csv.ts";
import { readCsv } from "./csvRead.ts";
import { planRows, readPlanRows } from "./planTable.ts";

const line = lineSchema.parse({
  id: "ma-01",
  titles: { fr: "Stage, première partie", ar: "تكوين" },
  domain: "training",
  form: "course",
  costs: "sendingTravels",
  venue: 'École "Exemple"',
  receiving: "MA",
  from: "2031-03-03",
  until: "2031-03-14",
  participants: 12,
  modalities: "Two groups\nof six",
  leads: { MA: "=Directorate" },
  languages: ["fr", "ar"],
  interpretation: false,
});
const parties = ["MA", "IL"].filter(isPartyCode);
const data = (lines: PlanData["lines"]): Pick<PlanData, "lines" | "links"> => ({ lines, links: { "ma-01": ["d"] } });
const planned = { line, by: parties[0] ?? line.receiving, digest: "x", status: "planned" } as PlanData["lines"][number];

function written(lines: PlanData["lines"]): readonly (readonly string[])[] {
  return planRows(data(lines), { languages: ["fr", "he"], parties });
}

/** Through the file: rows, CSV, bytes and back. */
function readBack(rows: readonly (readonly string[])[]): ReturnType<typeof readPlanRows> {
  const [header = [], ...body] = rows;
  const cells = readCsv(utf8(csvText(header, body)));
  return isRefusal(cells) ? cells : readPlanRows(cells);
}

test("a plan is read back from its table as it was, with its status and dossiers beside it", () => {
  const rows = written([planned]);
  expect(rows[0]).toContain("title ar");
  expect(rows[1]?.slice(-2)).toEqual(["planned", "1"]);
  expect(readBack(rows)).toEqual({ lines: [line], flaws: [] });
});

test("law: any cells are read back from the file, formulas too", () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom("=1+1", "-2", "@x", '"', "a\nb", "é, ;", "\tz"));
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
  const told = rows.filter((all) =>
    all.every((row) => row.some((one) => one !== "") && !row.some((one) => /^'|\0|^\ufeff/.test(one))),
  );
  fc.assert(
    fc.property(told, (all) => {
      expect(readCsv(utf8(csvText(["a", "b", "c"], all)))).toEqual([["a", "b", "c"], ...all]);
    }),
  );
});

test("a row that is no line is told by its number and column, and the others are read", () => {
  const rows = written([planned, { ...planned, line: { ...line, id: "ma-02" } }]).map((row) => [...row]);
  const column = rows[0]?.indexOf("participants") ?? -1;
  const second = rows[2];
  if (second) second[column] = "many";
  const read = readBack(rows);
  expect(read).toMatchObject({ lines: [{ id: "ma-01" }], flaws: [{ row: 2, column: "participants" }] });
});

test("a table that is none, has other columns, or no rows is refused", () => {
  const code = (text: string | Uint8Array) => {
    const cells = readCsv(typeof text === "string" ? utf8(text) : text);
    const read = isRefusal(cells) ? cells : readPlanRows(cells);
    return isRefusal(read) ? read.code : "read";
  };
  expect(code(Uint8Array.of(0xff, 0xfe, 0))).toBe("documents.tableFlaw");
  expect(code('id,"never closed')).toBe("documents.tableFlaw");
  expect(code("id,domain,form,costs")).toBe("documents.tableEmpty");
  expect(code("id,domain,form,colour\nma-01,training,course,red")).toBe("documents.tableColumn");
  expect(code("id,domain,form\nma-01,training,course")).toBe("documents.tableColumn");
  expect(code("id;domain;form;costs;title fr\nma-01;training;course;shared;Stage")).toBe("read");
});
