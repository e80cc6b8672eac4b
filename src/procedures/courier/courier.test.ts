import fc from "fast-check";
import { expect, test } from "vitest";
import type { Line } from "../engine/order.ts";
import { ExampleWalk } from "../testing/example-walk.ts";
import { israel, morocco, termsWith } from "../testing/walk.ts";
import { World } from "../testing/world.ts";
import { type CourierData, carried, courierProcedure } from "./courier.ts";
import { examples } from "./examples.ts";

const walk = () => new ExampleWalk<CourierData>(courierProcedure, { examples });
const issued = () => walk().go("MA issue");
const underway = () => issued().go("IL acknowledge", "MA depart");

test("packages are certified, announced, carried, receipted one by one, and the courier is debriefed", () => {
  const one = underway().go("IL receive");
  expect([one.state, carried(one.data)]).toEqual(["underway", ["p-2"]]);
  one.go("MA reportProblem", "IL receive", "MA debrief");
  expect(one.state).toBe("closed");
});

test("the days are in order, the levels are those of the policy, and each package stands once", () => {
  const issue = (change: object) => walk().make(morocco, "issue", { change: { ...change } });
  expect(issue({ validFrom: "2030-06-20" })).toBe("procedures.courierDays");
  expect(issue({ validFrom: "2030-01-01", validUntil: "2030-01-01", itinerary: [] })).toBe("procedures.badBody");
  expect(issue({ itinerary: [{ from: "A", to: "B", on: "2030-07-20" }] })).toBe("procedures.courierDays");
  const leg = { from: "A", to: "B", on: "2030-01-02" };
  expect(issue({ validFrom: "2030-01-01", validUntil: "2030-01-03", itinerary: [leg] })).toBe("procedures.courierDays");
  const packet = { id: "p-1", seal: "S", level: "open" };
  expect(issue({ packages: [packet, packet] })).toBe("procedures.badBody");
  expect(issue({ packages: [{ ...packet, level: "cosmic" }] })).toBe("procedures.channelLevel");
});

test("another way is acknowledged anew, and goes before an acknowledgement that it crosses", () => {
  const one = issued();
  expect(one.make(morocco, "acknowledge")).toBe("procedures.wrongSide");
  expect(one.make(morocco, "depart")).toBe("procedures.wrongState");
  const late = [{ from: "A", to: "B", on: "2030-08-20" }];
  expect(one.make(morocco, "changeItinerary", { change: { itinerary: late } })).toBe("procedures.courierDays");
  one.cross({ ma: "changeItinerary", il: "acknowledge" });
  expect(one.state).toBe("issued");
  const way = issued().data.way ?? "";
  expect(one.make(israel, "acknowledge", { body: { way } })).toBe("procedures.courierWay");
  expect(one.make(israel, "acknowledge", { body: {} })).toBe("procedures.badBody");
  one.go("IL acknowledge");
  expect(one.state).toBe("acknowledged");
});

test("only the receiver gives a receipt, and only for what is still carried", () => {
  const one = underway();
  expect(one.make(morocco, "receive")).toBe("procedures.wrongSide");
  expect(one.make(israel, "receive", { change: { packages: ["p-9"] } })).toBe("procedures.courierPackage");
  expect(one.make(israel, "receive", { change: { packages: ["p-1", "p-1"] } })).toBe("procedures.badBody");
  one.go("IL receive");
  for (const step of ["receive", "takeBack", "reportProblem"])
    expect(one.make(step === "receive" ? israel : morocco, step, { change: { packages: ["p-1"] } })).toBe(
      "procedures.courierPackage",
    );
});

test("what arrived goes before what was thought to have come back; broken seals are kept", () => {
  const one = underway();
  const broken = { packages: ["p-1"], on: "2030-06-06", seals: "broken" };
  one.cross({ ma: "takeBack", il: "receive" }, { il: broken });
  expect([one.data.ended, one.data.broken]).toEqual([{ "p-1": "received" }, ["p-1"]]);
  one.go("MA takeBack");
  expect(one.state).toBe("delivered");
});

test("a certificate is cancelled before the courier leaves, or ends by itself", () => {
  const one = issued();
  expect(one.walk.stateAt("2030-06-14T12:00:00Z")).toBe("expired");
  expect(underway().make(morocco, "cancel")).toBe("procedures.wrongState");
  expect(one.make(morocco, "cancel", { body: {} })).toBe("procedures.badBody");
  expect(one.make(morocco, "debrief")).toBe("procedures.wrongState");
  one.go("MA cancel");
  expect(one.state).toBe("cancelled");
});

const happening = fc.record({
  line: fc.constantFrom<Line>(0, 1),
  step: fc.constantFrom("receive", "takeBack", "reportProblem", "learn"),
  packages: fc.uniqueArray(fc.constantFrom("p-1", "p-2"), { minLength: 1, maxLength: 2 }),
  leaves: fc.integer({ min: 1, max: 3 }),
});

const timeout = 60_000;

test("law: each package ends once under any order of arrival, on both nodes alike", { timeout }, () => {
  const terms = termsWith();
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 15 }), (happenings) => {
      const world = new World(courierProcedure, terms);
      const bodyOf = (line: Line, step: string) => {
        const data = world.nodes[line].dossier?.data ?? courierProcedure.blank();
        return examples[step]?.({ data, time: Date.UTC(2021, 10, 24, 15), terms }) ?? {};
      };
      for (const [line, step] of [
        [0, "issue"],
        [1, "acknowledge"],
        [0, "depart"],
      ] as const) {
        world.make({ line, step, body: bodyOf(line, step) });
        world.receiveAll();
      }
      for (const { line, step, packages, leaves } of happenings) {
        if (step === "learn") world.receive(line, leaves);
        else world.make({ line, step, body: { ...bodyOf(line, step), packages } });
      }
      world.receiveAll();
      const [ours, theirs] = world.nodes;
      expect(ours.dossier).toEqual(theirs.dossier);
      const data = ours.dossier?.data ?? courierProcedure.blank();
      expect(carried(data).length + Object.keys(data.ended).length).toBe(2);
    }),
    { numRuns: 60 },
  );
});
