import { expect, test } from "vitest";
import { answerOf, milestoneOf, paidBy, parseProject } from "./project-data.ts";

const none = {
  titles: {},
  references: {},
  reviews: [],
  passed: [],
  declined: [],
  gates: {},
  deliverables: [],
  contributions: [],
  information: [],
  consents: [],
  licences: [],
  transfers: [],
  equipment: [],
  facilities: [],
};
const deliverable = { id: "d", phase: "p", owner: "MA", due: "2030-01-01", state: "accepted" };

test("a gate is met when passed, and past its day it is met in part or not at all", () => {
  const standing = (change: object) => milestoneOf(parseProject({ ...none, ...change }), { phase: "p", now: 10 });
  expect(standing({})).toBe("scheduled");
  expect(standing({ gates: { p: 11 } })).toBe("scheduled");
  expect(standing({ gates: { p: 10 } })).toBe("notMet");
  expect(standing({ gates: { p: 10 }, deliverables: [deliverable] })).toBe("partiallyMet");
  expect(standing({ gates: { p: 10 }, passed: [{ phase: "p" }] })).toBe("met");
});

test("what a side has paid is summed without rounding", () => {
  const paid = (id: string, by: string, amount: string) => ({ id, by, amount });
  const data = parseProject({
    ...none,
    contributions: [paid("a", "MA", "0.10"), paid("b", "MA", "0.20"), paid("c", "IL", "5.00")],
  });
  expect(paidBy(data, { party: "MA", currency: "EUR" })).toBe("0.30");
  expect(paidBy(data, { party: "FR", currency: "EUR" })).toBe("0.00");
});

test("an entry is awaited until it is acknowledged or contested", () => {
  const entry = {
    id: "i",
    by: "MA",
    kind: "background",
    titles: { en: "x" },
    level: "open",
    licence: "project",
    thirdParties: "never",
  };
  const read = (change: object) =>
    parseProject({ ...none, information: [{ ...entry, ...change }] }).information.map(answerOf);
  expect(read({})).toEqual(["awaited"]);
  expect(read({ answer: "acknowledged" })).toEqual(["acknowledged"]);
  expect(read({ answer: [{ code: "owner" }] })).toEqual(["contested"]);
});

test("data of another procedure are no project", () => {
  expect(() => parseProject({ titles: {} })).toThrow("The dossier is no project");
});
