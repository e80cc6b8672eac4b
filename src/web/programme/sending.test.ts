import { expect, test } from "vitest";
import { programmeProcedure } from "../../procedures/index.ts";
import { bodiesOf, editingStep, editingSteps, type Sending } from "./sending.ts";
import { engagement, theDay, zoneOf } from "./testing/day.ts";

const base = `sha256:${"1".repeat(64)}`;
const start = { date: "2021-11-24", time: "17:50", zone: zoneOf("Africa/Casablanca") };
const moved = theDay.map((one) => (one.id === "brigade" ? { ...one, start } : one));
const sending: Sending = { step: "changeEngagement", base, before: theDay, after: moved, reason: "", answers: [] };
const own = (step: string) => ({ step, side: "MA" });

test("the host sends a new version, the visitor a request, and nobody what the dossier does not let them", () => {
  expect(editingStep([own("changeEngagement"), own("tableProgramme")], { own: "MA", tabled: true })).toBe(
    "changeEngagement",
  );
  expect(editingStep([own("tableProgramme"), own("changeEngagement")], { own: "MA", tabled: false })).toBe(
    "tableProgramme",
  );
  expect(
    editingStep([own("changeEngagement"), { step: "requestChange", side: "IL" }], { own: "IL", tabled: true }),
  ).toBe("requestChange");
  expect(editingStep([own("changeEngagement")], { own: "IL", tabled: true })).toBeUndefined();
});

test.each([
  { step: "changeEngagement", answers: [2] },
  { step: "requestChange", reason: "The talks cannot move" },
  { step: "changeFrozen", reason: "The road is closed" },
  { step: "moveEngagement", reason: "The arrival was late" },
  { step: "tableProgramme" },
] as const)("what is sent by $step is what its form takes", ({ step, ...rest }) => {
  const bodies = bodiesOf({ ...sending, ...rest, step });
  if (typeof bodies === "string") throw new Error(bodies);
  expect(bodies).toHaveLength(1);
  for (const { body } of bodies)
    expect(programmeProcedure.steps[step]?.body.safeParse(body)).toMatchObject({ success: true });
});

test("every step that carries edits is one of the procedure's", () => {
  for (const step of editingSteps) expect(programmeProcedure.steps).toHaveProperty(step);
});

test("a change to what is frozen names the clashes that both would take as they are", () => {
  const after = theDay.map((one) => (one.id === "lunch" ? { ...one, dress: "Uniform" } : one));
  expect(bodiesOf({ ...sending, step: "changeFrozen", after, reason: "Dress" })).toMatchObject([
    { body: { acknowledged: [{ from: "brigade", to: "talks" }] } },
  ]);
});

test("what the other side must understand is not sent without a reason, and nothing is not sent at all", () => {
  expect(bodiesOf({ ...sending, step: "requestChange" })).toBe("reason");
  expect(bodiesOf({ ...sending, after: theDay })).toBe("nothing");
});

test("on the day lines move, each by an act of its own; what needs agreement is not passed off as a move", () => {
  const after = moved.map((one) => (one.id === "talks" ? { ...one, minutes: 30 } : one));
  const bodies = bodiesOf({ ...sending, step: "moveEngagement", after, reason: "Late" });
  expect(bodies).toMatchObject([{ body: { engagement: "brigade" } }, { body: { engagement: "talks", minutes: 30 } }]);
  const added = [...theDay, engagement("dinner", { time: "20:30" })];
  expect(bodiesOf({ ...sending, step: "moveEngagement", after: added, reason: "Late" })).toBe("notOnTheDay");
});
