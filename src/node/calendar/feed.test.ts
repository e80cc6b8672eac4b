// A function's calendar over HTTP: by its address alone, with the dossiers that concern it, until it is revoked.

import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "../../base/index.ts";
import { addOfficer } from "../home.ts";
import {
  bringIntoForce,
  OfficerClient,
  openVisits,
  requestVisit,
  startPair,
  type TestPair,
  until,
} from "../testing.ts";

let pair: TestPair;
let officer: OfficerClient;
const made = z.object({ function: z.string(), path: z.string() });

beforeAll(async () => {
  pair = await startPair();
  const story = await bringIntoForce(pair);
  await openVisits(pair, { story, count: 1 });
  const asked = await requestVisit(pair.il.accord().side, story);
  await until(async () => (await pair.ma.accord().side.view(asked)) !== undefined, "the request there");
  officer = new OfficerClient(pair.ma, { id: "tariq", service: "registry", functions: ["liaison-officer", "auditor"] });
}, 60_000);
afterAll(() => pair.close());

async function address(language = "en", code = "liaison-officer"): Promise<string> {
  const told = await officer.post("/calendar-feeds", { function: code, language });
  return `${pair.ma.serving.url}${made.parse(told.json).path}`;
}

test("the address alone opens the feed, in the language asked for, and it is not to be kept", async () => {
  const response = await fetch(await address("fr"));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(response.headers.get("cache-control")).toContain("no-store");
  const text = await response.text();
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const told = text.replaceAll("\r\n ", "");
  expect(told).toMatch(new RegExp(`^UID:[0-9a-f-]{36}\\.visit@${pair.accord}\r$`, "m"));
  expect(told).toMatch(new RegExp(`^UID:[0-9a-f-]{36}\\.due-[A-Za-z]+@${pair.accord}\r$`, "m"));
  expect(told).toContain("DTSTART;VALUE=DATE:");
  expect(told).toContain("TZID=Africa/Casablanca");
  expect(told).toContain("État");
});

test("an entry's UID stays, and each has its own", async () => {
  const feed = await address();
  const first = await (await fetch(feed)).text();
  const again = await (await fetch(feed)).text();
  const uids = (text: string) => text.replaceAll("\r\n ", "").match(/^UID:.*$/gm);
  expect(uids(first)?.length).toBeGreaterThan(0);
  expect(uids(again)).toEqual(uids(first));
  expect(new Set(uids(first)).size).toBe(uids(first)?.length);
});

test("a function that makes no act has an empty calendar", async () => {
  const text = await (await fetch(await address("en", "auditor"))).text();
  expect(text).not.toContain("BEGIN:VEVENT");
});

test("an address made anew, revoked, guessed, or of a function that was lost leads nowhere", async () => {
  const unknown = { code: "api.unknown" };
  const before = await address();
  const after = await address();
  expect(await (await fetch(before)).json()).toMatchObject(unknown);
  expect((await fetch(after)).status).toBe(200);
  expect(await (await fetch(`${pair.ma.serving.url}/calendars/${"A".repeat(43)}`)).json()).toMatchObject(unknown);
  addOfficer(pair.ma.home, { id: "salma", service: "registry", functions: ["liaison-officer"] });
  const other = new OfficerClient(pair.ma, { id: "nour", service: "registry", functions: ["registrar"] });
  expect((await other.post("/calendar-feeds", { function: "liaison-officer", language: "en" })).json).toMatchObject(
    unknown,
  );
  const left = await officer.get("/calendar-feeds/liaison-officer", { method: "DELETE" });
  expect(left.json).toMatchObject({ items: [{ function: "auditor" }] });
  expect((await fetch(after)).status).toBe(404);
  expect((await officer.get("/calendar-feeds/liaison-officer", { method: "DELETE" })).json).toMatchObject(unknown);
});
