import { expect, test } from "vitest";
import { fieldsOf, filledWith } from "./line-fields.ts";
import { engagement, theDay } from "./testing/day.ts";

test("a form that is not touched changes nothing, whatever the line holds", () => {
  const whole = engagement("a", {
    time: "10:00",
    minutes: 30,
    host: "Minister",
    venue: { name: "Hall", city: "Rabat", gate: "North", room: "2" },
    movement: { from: "A", to: "B", minutes: 5, convoy: "1", riders: ["Driver"] },
    dress: "Uniform",
  });
  for (const line of [whole, ...theDay]) expect(filledWith(line, fieldsOf(line))).toEqual({ line });
});

test("what is emptied is gone, and what the form does not show stays", () => {
  const line = engagement("a", {
    time: "10:00",
    minutes: 30,
    dress: "Uniform",
    movement: { from: "A", to: "B", minutes: 5 },
  });
  const filled = filledWith(line, { ...fieldsOf(line), time: "", minutes: "", from: "", to: "", road: "" });
  expect(filled).toEqual({ line: engagement("a", { dress: "Uniform" }) });
});

test("a movement may lose its length and stay a movement", () => {
  const line = engagement("a", { movement: { from: "A", to: "B", minutes: 5 } });
  expect(filledWith(line, { ...fieldsOf(line), road: "" })).toMatchObject({
    line: { movement: { from: "A", to: "B" } },
  });
  expect(JSON.stringify(filledWith(line, { ...fieldsOf(line), road: "" }))).not.toContain("minutes");
});

test.each([
  [{ minutes: "-5" }, "minutes"],
  [{ minutes: "1.5" }, "minutes"],
  [{ road: "20" }, "from"],
  [{ from: "Salé" }, "to"],
  [{ city: "Rabat" }, "venue"],
  [{ title: " " }, "title"],
  [{ time: "25:00" }, "time"],
  [{ date: "24.11.2021" }, "date"],
] as const)("%j is told at its field", (typed, flaw) => {
  const line = engagement("a", { time: "10:00" });
  expect(filledWith(line, { ...fieldsOf(line), ...typed })).toEqual({ flaw });
});

test("digits of another script are digits", () => {
  const line = engagement("a", { time: "10:00" });
  expect(filledWith(line, { ...fieldsOf(line), minutes: "٤٥" })).toMatchObject({ line: { minutes: 45 } });
});
