import { expect, test } from "vitest";
import { ExampleWalk } from "../testing/example-walk.ts";
import { israel, morocco } from "../testing/walk.ts";
import { type ClearanceData, clearanceProcedure } from "./clearance.ts";
import { examples } from "./examples.ts";

const walk = () => new ExampleWalk<ClearanceData>(clearanceProcedure, { examples });
const asked = () => walk().go("MA request");

test("a clearance is asked for, looked into, confirmed until a day, extended, and ends by itself", () => {
  const one = asked().go("IL startProcess", "IL confirm", "IL extend");
  expect(one.state).toBe("confirmed");
  expect(one.data.confirmed?.reference).toBe("CONF-2 (example)");
  expect(one.walk.stateAt("2031-06-04T12:00:00Z")).toBe("confirmed");
  expect(one.walk.stateAt("2034-06-04T12:00:00Z")).toBe("expired");
});

test("a facility is named, and a person never is", () => {
  const request = (change: object) => walk().make(morocco, "request", { change: { ...change } });
  expect(request({ subject: "person" })).toBe("procedures.badBody");
  expect(request({ level: "cosmic" })).toBe("procedures.channelLevel");
  const person = { subject: "person", reference: "P-7", level: "open", purpose: "A visit" };
  expect(walk().make(morocco, "request", { body: person })).toBe("effective");
  expect(walk().make(morocco, "request", { body: { ...person, subject: "facility" } })).toBe("procedures.badBody");
});

test("only the side that was asked answers, at the level asked for or above, until a day to come", () => {
  const one = asked();
  for (const step of ["startProcess", "confirm", "deny"]) expect(one.make(morocco, step)).toBe("procedures.wrongSide");
  const confirm = (change: object) => one.make(israel, "confirm", { change: { ...change } });
  expect(confirm({ level: "open" })).toBe("procedures.clearanceLevel");
  expect(confirm({ level: "cosmic" })).toBe("procedures.channelLevel");
  expect(confirm({ until: "2030-06-02" })).toBe("procedures.clearanceUntil");
  expect(confirm({ level: "secret", until: "2030-06-03" })).toBe("effective");
  expect(one.make(morocco, "cancel")).toBe("procedures.wrongState");
});

test("a confirmation is extended to a later day only, and taken back with a reason", () => {
  const one = asked().go("IL confirm");
  expect(one.make(israel, "extend", { change: { until: "2031-06-03" } })).toBe("procedures.clearanceUntil");
  expect(one.make(morocco, "withdraw")).toBe("procedures.wrongSide");
  expect(one.make(israel, "withdraw", { body: {} })).toBe("procedures.badBody");
  one.go("IL withdraw");
  expect(one.state).toBe("withdrawn");
});

test("no is said with a reason of a closed list", () => {
  const one = asked();
  expect(one.make(israel, "deny", { body: { reasons: [{ code: "mood" }] } })).toBe("procedures.badBody");
  one.go("IL deny");
  expect(one.state).toBe("notCleared");
});

test("a request that is no longer needed goes before the answer it crosses", () => {
  const one = asked();
  one.cross({ ma: "cancel", il: "confirm" });
  expect(one.state).toBe("cancelled");
});
