import { expect, test } from "vitest";
import { applyChanges, type Change } from "./changes.ts";
import { type Engagement, engagementList } from "./engagement.ts";

const line = (id: string) => ({
  id,
  titles: { en: id },
  start: { date: "2031-03-03", zone: "Africa/Casablanca" },
  confirmed: false,
  source: "demonstration",
});
const list: readonly Engagement[] = engagementList.parse([
  line("a"),
  { ...line("b"), minutes: 30, dress: "Uniform" },
  line("c"),
]);

function after(...changes: Change[]) {
  const result = applyChanges(list, changes);
  return "kind" in result ? result.code : result.map((one) => one.id).join("");
}

test("engagements are added, placed and removed by id", () => {
  const [added] = engagementList.parse([line("d")]);
  if (!added) throw new TypeError("One engagement was given.");
  expect(after({ kind: "add", engagement: added })).toBe("abcd");
  expect(after({ kind: "add", engagement: added, before: "a" })).toBe("dabc");
  expect(after({ kind: "place", engagement: "c", before: "b" })).toBe("acb");
  expect(after({ kind: "place", engagement: "a" })).toBe("bca");
  expect(after({ kind: "remove", engagement: "b" })).toBe("ac");
});

test("fields are set and cleared, and the others stay", () => {
  const result = applyChanges(list, [{ kind: "set", engagement: "b", set: { confirmed: true }, clear: ["minutes"] }]);
  if ("kind" in result) throw new TypeError(result.code);
  expect(result[1]).toEqual({ ...line("b"), confirmed: true, dress: "Uniform" });
  expect(list[1]?.minutes).toBe(30);
});

test("an unknown engagement, an id that is there already and an empty programme are refused", () => {
  const [same] = engagementList.parse([line("a")]);
  if (!same) throw new TypeError("One engagement was given.");
  expect(after({ kind: "remove", engagement: "x" })).toBe("procedures.programmeNoEngagement");
  expect(after({ kind: "place", engagement: "a", before: "x" })).toBe("procedures.programmeNoEngagement");
  expect(after({ kind: "add", engagement: same })).toBe("procedures.programmeSameEngagement");
  const all: Change[] = list.map((one) => ({ kind: "remove", engagement: one.id }));
  expect(after(...all)).toBe("procedures.programmeLength");
});
