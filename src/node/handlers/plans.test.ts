// The annual plan as its page asks for it, on two served sides.

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draft } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { exampleLine } from "../../procedures/index.ts";
import { make, nextId, OfficerClient, type Offices, openOffices, synced, until } from "../testing.ts";

let office: Offices;
let planner: OfficerClient;
let plan: Draft["id"];
const year = 2031;

beforeAll(async () => {
  office = await openOffices();
  const service = office.story.services[office.ma().row.own]?.service ?? "";
  planner = new OfficerClient(office.pair.ma, { id: "paula", service, functions: ["planner"] });
  const body = { year, titles: { en: "Plan", fr: "Plan annuel" }, reference: "P-1" };
  plan = await step("ma", "call", { body });
  await synced(office.pair);
});
afterAll(async () => {
  await office.pair.close();
});

async function step(
  of: "ma" | "il",
  name: string,
  given: { readonly body: unknown; readonly grave?: true },
): Promise<Draft["id"]> {
  const side = office[of]();
  const { service = "", officers } = office.story.services[side.row.own] ?? {};
  const chair = ["agreeDraft", "sign", "acceptChange", "adoptReport"].includes(name);
  const officer = given.grave ? officers?.["head-of-delegation"] : undefined;
  return await make(side, {
    service,
    function: chair ? "head-of-delegation" : "planner",
    procedure: "plan/1",
    step: name,
    articles: ["1"],
    body: given.body,
    ...(name === "call" ? {} : { dossier: plan }),
    ...(officer ? { officer } : {}),
  });
}

const table = z.object({
  row: z.object({ state: z.string() }),
  version: z.string().optional(),
  lines: z.array(
    z.object({
      line: z.looseObject({ id: z.string() }),
      digest: z.string(),
      dossiers: z.record(z.string(), z.unknown()),
    }),
  ),
  report: z.array(z.object({ line: z.string(), status: z.string(), dossiers: z.number() })),
});

async function seen(): Promise<z.infer<typeof table>> {
  return table.parse((await planner.get(`/plans/${plan}`)).json);
}

const readAnswer = z.object({
  proposals: z.array(z.object({ lines: z.array(z.unknown()) })),
  changes: z.array(z.object({ line: z.string(), set: z.record(z.string(), z.unknown()) })),
  same: z.number(),
  flaws: z.array(z.object({ row: z.number() })),
});

async function readTable(csv: string): Promise<z.infer<typeof readAnswer>> {
  const headers = { "content-type": "application/octet-stream" };
  const answer = await planner.get(`/plans/${plan}/table`, { method: "POST", body: csv, headers });
  return readAnswer.parse(answer.json);
}

const titled = z.object({ items: z.array(z.object({ title: z.string(), titles: z.record(z.string(), z.string()) })) });

test("the lists and the register tell a title in each of its languages", async () => {
  const expected = { title: `${year} · Plan`, titles: { en: `${year} · Plan`, fr: `${year} · Plan annuel` } };
  const listed = titled.parse((await planner.get("/dossiers?procedure=plan")).json);
  expect(listed.items).toEqual([expected]);
  const found = titled.parse((await planner.get("/search?procedure=plan")).json);
  expect(found.items[0]).toEqual(expected);
});

test("sixty lines from a spreadsheet become acts of a few dozen lines each, and come back in the table", async () => {
  const header = "id,domain,form,costs,title en,receiving,from,until";
  const rows = Array.from({ length: 60 }, (_, i) => {
    const day = `${year}-05-${String((i % 27) + 1).padStart(2, "0")}`;
    return `ma-${String(i + 1).padStart(2, "0")},training,course,shared,Course ${i + 1},IL,${day},${day}`;
  });
  const read = await readTable([header, ...rows, "ma-99,nothing,course,shared,X,,,"].join("\n"));
  expect(read.flaws).toMatchObject([{ row: 61 }]);
  expect(read.proposals.map((one) => one.lines.length)).toEqual([40, 20]);
  for (const body of read.proposals) await step("ma", "proposeLines", { body });
  const file = new TextDecoder().decode((await planner.get(`/plans/${plan}/table.csv`)).bytes);
  expect(file.split("\r\n")).toHaveLength(62);
  const again = await readTable(file.replace("Course 7,", "Course seven,"));
  expect(again).toMatchObject({ proposals: [], same: 59, changes: [{ line: "ma-07" }] });
});

test("the plan is signed and its lines count the dossiers under them", async () => {
  const both = async (name: string, body: () => Promise<unknown>, grave?: true): Promise<void> => {
    for (const of of ["ma", "il"] as const) {
      await step(of, name, { body: await body(), ...(grave ? { grave } : {}) });
      await synced(office.pair);
    }
  };
  await step("il", "proposeLines", { body: { lines: [exampleLine("IL", { number: 1, year })] } });
  await synced(office.pair);
  await both("closeProposals", async () => ({}));
  const version = async (): Promise<unknown> => ({ version: (await seen()).version });
  await both("agreeDraft", version);

  const visit = await office.receivedVisit();
  await step("ma", "link", { body: { links: [{ line: "ma-01", dossier: visit }] } });
  await step("il", "link", { body: { links: [{ line: "il-01", dossier: nextId() }] } });
  await synced(office.pair);
  await both("sign", version, true);

  const { row, lines, report } = await seen();
  expect(row.state).toBe("executing");
  const counted = (id: string) => lines.find((one) => one.line.id === id)?.dossiers;
  expect(counted("ma-01")).toMatchObject({ count: 1, open: 1, own: 1, unknown: 0 });
  expect(counted("il-01")).toMatchObject({ count: 1, open: 0, unknown: 1 });
  expect(report.filter((one) => one.dossiers > 0).map((one) => one.line)).toEqual(["il-01", "ma-01"]);
  const under = await planner.get(`/plans/${plan}/lines/ma-01/dossiers`);
  expect(under.json).toMatchObject({ items: [{ dossier: visit, procedure: "visit" }], hidden: 0 });
  await until(
    async () => (await office.il().store.dossier(office.il().row.accord, plan))?.state === "executing",
    "both",
  );
});

test("what is no plan, and a line that is none, is not found", async () => {
  const visit = await office.receivedVisit();
  expect(await planner.get(`/plans/${visit}`)).toMatchObject({ status: 404, json: { code: "api.unknown" } });
  const line = await planner.get(`/plans/${plan}/lines/ma-00/dossiers`);
  expect(line.json).toMatchObject({ code: "procedures.planNoLine" });
  const wrong = await planner.get(`/plans/${plan}/table`, {
    method: "POST",
    body: "a,b\n1,2",
    headers: { "content-type": "application/octet-stream" },
  });
  expect(wrong.json).toMatchObject({ code: "documents.tableColumn" });
});
