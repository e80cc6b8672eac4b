// The annual plan and a main events list by the commands: shown, saved for a spreadsheet, and a table read against
// them; and the accord's figures; on a running node.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bringIntoForce, make, startPair, type TestPair, visitMaker } from "../../node/testing.ts";
import { exampleLine } from "../../procedures/index.ts";
import { entente, must, refusedAs } from "../testing.ts";

let pair: TestPair;
let story: Awaited<ReturnType<typeof bringIntoForce>>;
let plan: string;
let as: readonly string[];
const file = (name: string): string => join(pair.ma.home.folder, name);

beforeAll(async () => {
  pair = await startPair();
  story = await bringIntoForce(pair);
  const { side } = pair.ma.accord();
  const maker = { ...visitMaker(side, story), function: "planner", procedure: "plan/1" };
  const opening = { year: 2031, titles: { en: "Plan" }, reference: "P-1" };
  plan = await make(side, { ...maker, step: "call", body: opening });
  const lines = [exampleLine("MA", { number: 1, year: 2031 }), exampleLine("MA", { number: 2, year: 2031 })];
  await make(side, { ...maker, step: "proposeLines", dossier: plan, body: { lines } });
  const home = ["--home", pair.ma.home.folder];
  await must(["officer", "add", "omar", ...home, "--service", "registry", "--functions", "auditor"]);
  as = [...home, "--as", "omar"];
}, 60_000);
afterAll(() => pair.close());

test("a plan is shown, saved, and what a table would change is told and written as bodies of acts", async () => {
  const shown = (await entente(["plan", "show", plan, ...as])).out.join("\n");
  expect(shown).toContain("Plan of 2031: proposing");
  expect(shown).toContain("ma-02  planned  course  2031-03-03 to 2031-03-14  sendingTravels  0 dossiers");
  await must(["plan", "save", plan, ...as, "-o", file("plan.csv")]);
  await must(["plan", "save", plan, ...as, "-o", file("plan.xlsx")]);
  const same = await entente(["plan", "read", plan, file("plan.xlsx"), ...as]);
  expect(same.out).toContain("As in the plan: 2");
  expect(same.out).toContain("New lines: 0, in 0 acts of the step proposeLines");
  const csv = readFileSync(file("plan.csv"), "utf8");
  const [header = "", first = ""] = csv.split("\r\n");
  const added = first.replace("ma-01", "ma-03");
  writeFileSync(file("changed.csv"), [header, first.replace(",12,", ",14,"), added, "ma-04,x"].join("\n"));
  const read = await entente(["plan", "read", plan, file("changed.csv"), ...as, "-o", file("bodies")]);
  expect(read.out).toContain("New lines: 1, in 1 acts of the step proposeLines");
  expect(read.out.join("\n")).toContain("Row 3, ");
  expect(JSON.parse(readFileSync(file("bodies-proposeLines-1.json"), "utf8"))).toMatchObject({
    lines: [{ id: "ma-03" }],
  });
  const change: unknown = JSON.parse(readFileSync(file("bodies-changeLine-ma-01.json"), "utf8"));
  expect(change).toMatchObject({ line: "ma-01", set: { participants: 14 } });
}, 60_000);

test("a main events list is saved, and what a table would write is told and written as bodies of acts", async () => {
  const { side } = pair.ma.accord();
  const maker = { ...visitMaker(side, story), function: "head-of-delegation", procedure: "injects/1" };
  const opening = { exercise: plan, titles: { en: "List" }, reference: "L-1", dDay: "2031-03-03", zone: "UTC" };
  const list = await make(side, { ...maker, step: "open", body: opening });
  const rows = { objectives: [{ id: "ma-o1", title: "To be ready" }] };
  await make(side, { ...maker, step: "write", dossier: list, body: rows });
  await must(["injects", "save", list, ...as, "-o", file("list.csv")]);
  await must(["injects", "save", list, ...as, "-o", file("list.xlsx")]);
  const same = await entente(["injects", "read", list, file("list.xlsx"), ...as]);
  expect(same.out.slice(0, 2)).toEqual(["New or changed rows: 0, in 0 acts of the step write", "As in the list: 1"]);
  const csv = readFileSync(file("list.csv"), "utf8");
  const [header = "", first = ""] = csv.split("\r\n");
  expect(first).toMatch(/^objective,ma-o1,,To be ready/);
  const more = [header, first, first.replace("ma-o1", "ma-o2").replace("To be ready", "=1+1"), "nothing,ma-x"];
  writeFileSync(file("more.csv"), more.join("\n"));
  const read = await entente(["injects", "read", list, file("more.csv"), ...as, "-o", file("writes")]);
  expect(read.out).toContain("New or changed rows: 1, in 1 acts of the step write");
  expect(read.out).toContain("As in the list: 1");
  expect(read.out.join("\n")).toContain("Row 3, rank: one of objective, event, incident, inject");
  expect(JSON.parse(readFileSync(file("writes-write-1.json"), "utf8"))).toEqual({
    objectives: [{ id: "ma-o2", title: "=1+1" }],
  });
  expect(await refusedAs(["injects", "save", plan, ...as])).toBe("api.unknown");
}, 60_000);

test("the accord's figures are told by side, and written as a table", async () => {
  const told = await entente(["statistics", ...as]);
  expect(told.out.join("\n")).toMatch(/plan: 1 open of 1\n {2}(MA|IL) \d+ acts/);
  await must(["statistics", ...as, "-o", file("figures.csv")]);
  const rows = readFileSync(file("figures.csv"), "utf8").trim().split("\r\n");
  expect(rows.some((row) => row.includes("plan") && row.includes("MA"))).toBe(true);
  expect(await refusedAs(["statistics", ...as, "-o", file("figures.csv")])).toBe("cli.unwritableFile");
}, 60_000);

test("a table of other columns is refused, and so is a dossier that is no plan", async () => {
  writeFileSync(file("other.csv"), "a,b\n1,2\n");
  expect(await refusedAs(["plan", "read", plan, file("other.csv"), ...as])).toBe("documents.tableColumn");
  expect(await refusedAs(["plan", "show", "01890000-0000-7000-8000-00000000ffff", ...as])).toBe("api.unknown");
});
