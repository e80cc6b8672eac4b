// Laws of the seats under any order of arrival: no side beyond its quota before the release, nobody beyond the capacity
// after it, no seat negative or given twice, every certificate earned, and both nodes come to the same course.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import type { Line } from "../engine/order.ts";
import { israel, morocco, termsWith, testDigest } from "../testing/walk.ts";
import { World } from "../testing/world.ts";
import { courseProcedure } from "./course.ts";
import { boardRow, type CourseData, held } from "./data.ts";
import { exampleSealed, examples } from "./examples.ts";
import { waitingList } from "./seats.ts";

const terms = termsWith();
const opened = Date.UTC(2021, 10, 24, 15);
const daySeconds = 86_400;

const seatSteps = ["nominate", "withdrawNominees", "declineSeats", "acceptSeats", "giveBackSeats", "substitute"];
const hostSteps = ["changeQuota", "vet", "confirm", "returnNominees", "issueInstructions", "recordArrivals"];
const happening = fc.record({
  line: fc.constantFrom<Line>(0, 1),
  step: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...seatSteps) },
    { weight: 4, arbitrary: fc.constantFrom("certify", "acknowledge", "releaseSeats", ...hostSteps) },
    { weight: 1, arbitrary: fc.constantFrom("recordResults", "issueCertificates", "cancelIteration") },
    { weight: 3, arbitrary: fc.constant("receive") },
  ),
  number: fc.integer({ min: 1, max: 6 }),
  priority: fc.integer({ min: 1, max: 3 }),
  seats: fc.integer({ min: 0, max: 3 }),
  leaves: fc.integer({ min: 1, max: 5 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const nominee = (line: Line, number: number): string => `${line === 0 ? "ma" : "il"}-${number}`;

function exampleBody(world: World<CourseData>, one: { readonly line: Line; readonly step: string }): JsonObject {
  const data = world.nodes[one.line].dossier?.data ?? courseProcedure.blank();
  const [side, other] = one.line === 0 ? [morocco, israel] : [israel, morocco];
  return examples[one.step]?.({ data, side, other, terms, time: opened, digest: testDigest }) ?? {};
}

/** The example's body, with numbers and seats that repeat and contradict one another. */
function bodyOf(world: World<CourseData>, one: Happening): JsonObject {
  const body = exampleBody(world, one);
  const details = exampleSealed({ terms, digest: testDigest }, { line: one.line, number: one.number });
  const named = { nominee: nominee(one.line, one.number), function: "Instructor", details };
  if (one.step === "nominate") return { iteration: "i-1", nominees: [{ ...named, priority: one.priority }] };
  if (one.step === "substitute") return { ...body, by: named };
  if (one.step === "giveBackSeats") return { ...body, seats: Math.max(one.seats, 1) };
  if (one.step === "changeQuota") return { ...body, capacity: one.seats + 2, quotas: { MA: one.seats, IL: 1 } };
  return body;
}

function begun(): World<CourseData> {
  const world = new World(courseProcedure, terms);
  const ways: readonly [Line, string][] = [
    [0, "offer"],
    [1, "accept"],
    [0, "scheduleIteration"],
  ];
  for (const [line, step] of ways) {
    world.make({ line, step, body: exampleBody(world, { line, step }) });
    world.receiveAll();
  }
  return world;
}

function expectSound({ iterations }: CourseData): void {
  for (const iteration of iterations) {
    expect(held(iteration)).toBeLessThanOrEqual(iteration.capacity);
    const given = Object.values(iteration.quotas).reduce((total, seats) => total + seats, 0);
    expect(given).toBeLessThanOrEqual(iteration.capacity);
    for (const party of terms.parties) {
      const row = boardRow(iteration, party);
      expect(Math.min(row.quota, row.held, row.free)).toBeGreaterThanOrEqual(0);
      if (iteration.releasedAt === undefined) expect(row.held).toBeLessThanOrEqual(row.quota);
    }
    // Nobody waits while there is a seat to be had.
    const ahead = iteration.status === "scheduled";
    if (ahead) for (const seat of waitingList(iteration)) expect(boardRow(iteration, seat.by).free).toBe(0);
    for (const seat of iteration.seats) if (seat.certificate) expect(seat.status).toBe("completed");
  }
  const all = iterations.flatMap(({ seats }) => seats.map((seat) => seat.nominee));
  expect(new Set(all).size).toBe(all.length);
}

test("law: seats are never exceeded, negative or given twice, and both nodes come to the same course", () => {
  let released = 0;
  let seated = 0;
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 36, size: "max" }), (happenings) => {
      const world = begun();
      expect(world.nodes[1].dossier?.data.iterations).toHaveLength(1);
      for (const [i, one] of happenings.entries()) {
        // A day between two acts at most: the last of them fall into the course.
        const at = Math.floor((i * 0.9 + 1) * daySeconds);
        if (one.step === "receive") world.receive(one.line, one.leaves);
        else world.make({ line: one.line, step: one.step, body: bodyOf(world, one), at });
        for (const { dossier } of world.nodes) if (dossier) expectSound(dossier.data);
      }
      world.receiveAll();
      const [ours, theirs] = world.nodes;
      expect(ours.dossier).toEqual(theirs.dossier);
      expect(ours.whole().dossier).toEqual(ours.dossier);
      const iteration = ours.dossier?.data.iterations[0];
      if (iteration?.releasedAt !== undefined) released += 1;
      if (iteration && held(iteration) > 0) seated += 1;
    }),
    { numRuns: 40 },
  );
  // The law is about something.
  expect(Math.min(released, seated)).toBeGreaterThan(5);
});
