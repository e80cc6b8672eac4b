// An officer's first page, on two served sides.

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draft } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { type Offices, openOffices } from "../testing.ts";

let office: Offices;
let visit: Draft["id"];
beforeAll(async () => {
  office = await openOffices();
  visit = await office.receivedVisit();
});
afterAll(async () => {
  await office.pair.close();
});

const awaiting = z.array(
  z.looseObject({
    row: z.looseObject({ dossier: z.string(), turn: z.array(z.string()) }),
    titles: z.record(z.string(), z.string()),
    articles: z.array(z.string()),
    label: z.looseObject({ classification: z.string(), releasableTo: z.array(z.string()) }),
    step: z.looseObject({ name: z.string() }).optional(),
  }),
);
const overview = z.looseObject({
  turns: z.array(z.looseObject({ procedure: z.string(), own: z.number(), other: z.number() })),
  own: awaiting,
  other: awaiting,
  days: z.array(z.looseObject({ date: z.string(), off: z.array(z.string()) })),
  due: z.array(z.looseObject({ dossier: z.string() })),
});

test("a dossier stands on the list of the side it awaits, with articles, label and the step waited for", async () => {
  const { status, json } = await office.host.get("/overview");
  expect(status).toBe(200);
  const told = overview.parse(json);
  const mine = told.own.find((one) => one.row.dossier === visit);
  expect(mine?.row.turn).toContain("MA");
  expect(mine?.articles.length).toBeGreaterThan(0);
  expect(mine?.label.releasableTo).toEqual(["MA", "IL"]);
  expect(mine?.titles).toEqual({});
  expect(mine?.step?.name).toBeTruthy();
  const visits = told.turns.find((one) => one.procedure === "visit");
  expect(visits?.own).toBe(told.own.filter(({ row }) => row.procedure === "visit").length);
});

test("the other side's officer sees the same dossier on the other list", async () => {
  const told = overview.parse((await office.liaison.get("/overview")).json);
  expect(told.other.map((one) => one.row.dossier)).toContain(visit);
  expect(told.own.map((one) => one.row.dossier)).not.toContain(visit);
});

test("the days ahead are fourteen, from today on, and tell who does not work on each", async () => {
  const { days } = overview.parse((await office.host.get("/overview")).json);
  expect(days).toHaveLength(14);
  const dates = days.map((day) => Date.parse(day.date));
  expect(dates.every((date, i) => i === 0 || date - (dates[i - 1] ?? 0) === 86_400_000)).toBe(true);
  expect(days.flatMap((day) => day.off).length).toBeGreaterThan(0);
});

test("a question the route does not know is refused", async () => {
  expect(await office.host.get("/overview?days=3")).toMatchObject({ status: 400, json: { code: "api.unknownQuery" } });
});
