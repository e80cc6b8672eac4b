import { expect, test } from "vitest";
import { committeeProcedure } from "../../procedures/index.ts";
import { parseSession, standingOf, trackedActions } from "./session-data.ts";

const action = (change: object) => ({
  id: "ma-a1",
  titles: { en: "Send a list" },
  owner: "MA",
  due: "2023-03-31",
  item: "ma-01",
  progress: "open",
  dueAt: 2000,
  ...change,
});

test("a session of which nothing is known yet is read, and what is no session is not", () => {
  expect(parseSession({ ...committeeProcedure.blank() }).agenda).toEqual([]);
  expect(() => parseSession({ titles: {} })).toThrow("no session");
});

test("an action is late when its day has passed, unless it is done or has gone over", () => {
  const data = parseSession({
    ...committeeProcedure.blank(),
    carried: ["ma-a3"],
    actions: [
      action({ id: "ma-a2", progress: "done" }),
      action({}),
      action({ id: "ma-a3" }),
      action({ id: "ma-a4", progress: "begun", dueAt: 3000 }),
    ],
  });
  const at = (now: number) => trackedActions(data, now).map((one) => [one.action.id, one.standing]);
  expect(at(2500)).toEqual([
    ["ma-a1", "late"],
    ["ma-a4", "begun"],
    ["ma-a3", "carried"],
    ["ma-a2", "done"],
  ]);
  const [first] = data.actions;
  if (first) expect(standingOf(data, { action: first, now: 0 })).toBe("done");
  expect(at(0)[0]).toEqual(["ma-a1", "open"]);
});
