import { expect, test } from "vitest";
import { israel, morocco, termsWith } from "../testing/walk.ts";
import { latestDateToSend, leadTimeOf } from "./lead-time.ts";

const terms = termsWith({
  leadTimes: [
    { host: morocco, type: "one-time", workingDays: 7 },
    { host: morocco, type: "one-time", level: "confidential", workingDays: 20 },
    { host: morocco, type: "recurring", workingDays: 30 },
    { host: morocco, type: "amendment", level: "secret", workingDays: 10 },
    { host: israel, type: "one-time", workingDays: 15 },
  ],
});

test("the row for the highest level not above the visit's wins over the row for any level", () => {
  const days = (level: string) => leadTimeOf({ terms, host: morocco, type: "one-time", level })?.workingDays;
  expect(days("open")).toBe(7);
  expect(days("restricted")).toBe(7);
  expect(days("confidential")).toBe(20);
  expect(days("secret")).toBe(20);
});

test("each host has its own rows", () => {
  expect(leadTimeOf({ terms, host: israel, type: "one-time", level: "secret" })?.workingDays).toBe(15);
  expect(leadTimeOf({ terms, host: israel, type: "recurring", level: "secret" })).toBeUndefined();
});

test("an amendment without a row of its own needs the lead time of the request it changes", () => {
  const amendment = { terms, host: morocco, type: "amendment", amends: "recurring" } as const;
  expect(leadTimeOf({ ...amendment, level: "secret" })?.workingDays).toBe(10);
  expect(leadTimeOf({ ...amendment, level: "open" })?.workingDays).toBe(30);
});

test("a level no policy knows takes the longest of the rows that could be meant", () => {
  expect(leadTimeOf({ terms, host: morocco, type: "one-time", level: "cosmic" })?.workingDays).toBe(20);
});

test("7 working days before Wednesday 24 November 2021 is Monday 15 November, from midnight in Rabat", () => {
  const latest = latestDateToSend({
    terms,
    host: morocco,
    requester: israel,
    type: "one-time",
    level: "open",
    from: "2021-11-24",
  });
  expect(latest?.host).toEqual({ zone: "Africa/Casablanca", local: "2021-11-15T00:00" });
  expect(latest?.requester).toEqual({ zone: "Asia/Jerusalem", local: "2021-11-15T01:00" });
  expect(latest?.before).toBe(Date.parse("2021-11-14T23:00:00Z"));
});

test("20 working days of a host with a Friday and Saturday weekend are counted on its calendar", () => {
  const israeli = termsWith({ leadTimes: [{ host: israel, type: "one-time", workingDays: 20 }] });
  const latest = latestDateToSend({
    terms: israeli,
    host: israel,
    requester: morocco,
    type: "one-time",
    level: "open",
    from: "2021-11-24",
  });
  // Four weeks of Sunday to Thursday before a Wednesday.
  expect(latest?.host.local).toBe("2021-10-27T00:00");
});

test("where the annex sets nothing there is no latest date", () => {
  const none = { terms: termsWith(), host: morocco, requester: israel, type: "one-time", level: "open" } as const;
  expect(latestDateToSend({ ...none, from: "2021-11-24" })).toBeUndefined();
});
