import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { localDate } from "../calendar.ts";
import { calendarOf } from "../terms.ts";
import { ExampleWalk } from "../testing/example-walk.ts";
import { israel, morocco, termsWith, testDigest } from "../testing/walk.ts";
import { courseProcedure } from "./course.ts";
import { boardRow, type CourseData } from "./data.ts";
import { exampleEntry, exampleSealed, examples } from "./examples.ts";
import { waitingList } from "./seats.ts";

type CourseWalk = ExampleWalk<CourseData>;

const sealed = (name: string): JsonObject => exampleSealed({ terms: termsWith(), digest: testDigest }, name);
const person = (nominee: string, priority = 1): JsonObject => ({
  nominee,
  function: "Instructor",
  priority,
  details: sealed(nominee),
});
const iteration = (change: JsonObject = {}): JsonObject => ({
  iteration: "spring",
  from: "2030-09-02",
  until: "2030-09-06",
  capacity: 4,
  quotas: { MA: 1, IL: 2 },
  ...change,
});

/** A course of Morocco's, accepted, with an iteration of four seats; the walk begins on 3 June 2030. */
function scheduled(): CourseWalk {
  const walk = new ExampleWalk<CourseData>(courseProcedure, { examples }).go("MA offer", "IL accept");
  expect(walk.make(morocco, "scheduleIteration", { body: iteration() })).toBe("effective");
  return walk;
}

const nominate = (walk: CourseWalk, named: readonly JsonObject[], at = "2030-06-10T10:00:00Z"): string =>
  walk.make(israel, "nominate", { body: { iteration: "spring", nominees: [...named] }, at });
const stands = (walk: CourseWalk): string[] =>
  walk.data.iterations[0]?.seats.map((seat) => `${seat.nominee} ${seat.status}`) ?? [];
const named = (...nominees: string[]): JsonObject => ({ iteration: "spring", nominees });
const release = "2030-07-22T10:00:00Z";

test("a course is offered, accepted as it stands, and has iterations with seats for each side", () => {
  const walk = new ExampleWalk<CourseData>(courseProcedure, { examples }).go("MA offer");
  expect(walk.make(israel, "accept", { change: { entry: testDigest("other") } })).toBe("procedures.courseOther");
  walk.go("MA revise", "IL accept");
  expect(walk.data.entry?.audience).toBe("Instructors of both services");
  const schedule = (change: JsonObject) => walk.make(morocco, "scheduleIteration", { body: iteration(change) });
  expect(schedule({ from: "2030-09-07" })).toBe("procedures.courseDates");
  expect(schedule({ from: "2030-06-03" })).toBe("procedures.courseDates");
  expect(schedule({ quotas: { MA: 3, IL: 2 } })).toBe("procedures.courseCapacity");
  expect(schedule({ quotas: { MA: 1, FR: 2 } })).toBe("procedures.courseParty");
  expect(schedule({})).toBe("effective");
  expect(schedule({})).toBe("procedures.courseSame");
  expect(walk.make(morocco, "offer")).toBe("procedures.alreadyOpen");
});

test("a course asks for a clearance of the accord's policy", () => {
  const walk = new ExampleWalk<CourseData>(courseProcedure, { examples });
  const entry = { ...exampleEntry, clearance: "cosmic" };
  expect(walk.make(morocco, "offer", { change: { entry } })).toBe("acts.unknownLevel");
});

test("an offer is declined or taken back", () => {
  const offered = () => new ExampleWalk<CourseData>(courseProcedure, { examples }).go("MA offer");
  expect(offered().make(israel, "withdrawOffer")).toBe("procedures.wrongSide");
  expect(offered().make(morocco, "decline")).toBe("procedures.wrongSide");
  expect(offered().make(israel, "decline", { body: { reasons: [] } })).toBe("procedures.badBody");
  expect(offered().go("IL decline").state).toBe("declined");
  expect(offered().go("MA withdrawOffer").state).toBe("withdrawn");
});

test("a nominee beyond the quota waits, and moves up when a colleague withdraws", () => {
  const walk = scheduled();
  expect(nominate(walk, [person("il-1"), person("il-2"), person("il-3", 2), person("il-4", 1)])).toBe("effective");
  expect(stands(walk)).toEqual(["il-1 nominated", "il-2 nominated", "il-3 waiting", "il-4 waiting"]);
  const withdraw = (who: string) =>
    walk.make(israel, "withdrawNominees", { change: named(who), at: "2030-06-11T10:00:00Z" });
  expect(withdraw("il-1")).toBe("effective");
  expect(stands(walk)).toEqual(["il-1 withdrawn", "il-2 nominated", "il-3 waiting", "il-4 nominated"]);
  expect(withdraw("il-1")).toBe("procedures.courseSeatStatus");
  expect(withdraw("il-9")).toBe("procedures.courseUnknown");
  expect(walk.make(morocco, "withdrawNominees", { change: named("il-2") })).toBe("procedures.courseNotOwn");
});

test("each side numbers its nominees with its own mark, each once, with sealed details of its own", () => {
  const walk = scheduled();
  expect(nominate(walk, [person("ma-1")])).toBe("procedures.courseNumber");
  expect(nominate(walk, [{ nominee: "il-1", function: "Instructor", priority: 1 }])).toBe("procedures.courseNoDetails");
  expect(nominate(walk, [person("il-1"), { ...person("il-2"), details: sealed("il-1") }])).toBe(
    "procedures.courseSame",
  );
  expect(nominate(walk, [person("il-1")])).toBe("effective");
  expect(nominate(walk, [{ ...person("il-1"), details: sealed("another") }])).toBe("procedures.courseSame");
  expect(walk.make(morocco, "nominate", { body: { iteration: "autumn", nominees: [person("ma-1")] } })).toBe(
    "procedures.courseUnknown",
  );
  const late = "2030-09-02T10:00:00Z";
  expect(nominate(walk, [person("il-2")], late)).toBe("procedures.courseBegun");
  const many = Array.from({ length: 40 }, (_, i) => i);
  for (let round = 0; round < 9; round++)
    expect(
      nominate(
        walk,
        many.map((i) => person(`il-${100 + round * 40 + i}`)),
      ),
    ).toBe("effective");
  expect(
    nominate(
      walk,
      many.map((i) => person(`il-${900 + i}`)),
    ),
  ).toBe("procedures.courseFull");
});

test("six weeks before the first day free seats go to the waiting list by priority, then by time", () => {
  const walk = scheduled();
  nominate(walk, [person("il-1"), person("il-2"), person("il-3", 2)]);
  nominate(walk, [person("il-4", 1)], "2030-06-12T10:00:00Z");
  nominate(walk, [person("il-5", 1)], "2030-06-11T10:00:00Z");
  const at = (text: string) => walk.make(israel, "releaseSeats", { body: { iteration: "spring" }, at: text });
  expect(at("2030-07-21T10:00:00Z")).toBe("procedures.courseNotDue");
  expect(walk.data.iterations[0] && waitingList(walk.data.iterations[0]).map((one) => one.nominee)).toEqual([
    "il-5",
    "il-4",
    "il-3",
  ]);
  expect(at(release)).toBe("effective");
  expect(stands(walk).slice(2)).toEqual(["il-3 waiting", "il-4 offered", "il-5 offered"]);
  expect(at(release)).toBe("procedures.courseReleased");
  expect(walk.make(israel, "giveBackSeats", { at: release, body: { iteration: "spring", seats: 1 } })).toBe(
    "procedures.courseReleased",
  );

  // Who declines is dropped, and the next is asked.
  const answer = (step: string, who: string, when = "2030-07-23T10:00:00Z") =>
    walk.make(israel, step, { body: named(who), at: when });
  expect(answer("acceptSeats", "il-3")).toBe("procedures.courseSeatStatus");
  expect(answer("declineSeats", "il-5")).toBe("effective");
  expect(stands(walk).slice(2)).toEqual(["il-3 offered", "il-4 offered", "il-5 declined"]);
  expect(answer("acceptSeats", "il-4")).toBe("effective");
  expect(walk.make(morocco, "acceptSeats", { body: named("il-3") })).toBe("procedures.courseNotOwn");
  // An offer that nobody answers in time is made to another.
  nominate(walk, [person("il-6")], "2030-07-24T10:00:00Z");
  expect(at("2030-08-02T10:00:00Z")).toBe("effective");
  expect(stands(walk).slice(2)).toEqual(["il-3 declined", "il-4 nominated", "il-5 declined", "il-6 offered"]);
  const [row] = walk.data.iterations.map((one) => boardRow(one, israel));
  expect(row).toMatchObject({ quota: 2, held: 4, free: 0, offered: 1, waiting: 0 });
});

test("what is free after the release is open to both sides, first come first served", () => {
  const walk = scheduled();
  walk.make(israel, "releaseSeats", { body: { iteration: "spring" }, at: release });
  expect(nominate(walk, [person("il-1"), person("il-2"), person("il-3")], "2030-07-23T10:00:00Z")).toBe("effective");
  const ours = { iteration: "spring", nominees: [person("ma-1"), person("ma-2")] };
  walk.make(morocco, "nominate", { body: ours, at: "2030-07-24T10:00:00Z" });
  expect(stands(walk)).toEqual([
    "il-1 nominated",
    "il-2 nominated",
    "il-3 nominated",
    "ma-1 nominated",
    "ma-2 waiting",
  ]);
});

test("seats are given back and given to the other side, never those that are taken", () => {
  const walk = scheduled();
  nominate(walk, [person("il-1")]);
  const giveBack = (seats: number) => walk.make(israel, "giveBackSeats", { body: { iteration: "spring", seats } });
  expect(giveBack(2)).toBe("procedures.courseCapacity");
  expect(giveBack(1)).toBe("effective");
  const quota = (capacity: number, quotas: JsonObject) =>
    walk.make(morocco, "changeQuota", { body: { iteration: "spring", capacity, quotas } });
  expect(quota(4, { MA: 4, IL: 0 })).toBe("procedures.courseTaken");
  expect(quota(3, { MA: 3, IL: 1 })).toBe("procedures.courseCapacity");
  expect(quota(4, { MA: 3, IL: 1 })).toBe("effective");
  expect(walk.make(israel, "changeQuota")).toBe("procedures.wrongSide");
});

test("a nomination that crosses a change of the quota keeps its seat", () => {
  const walk = scheduled();
  const outcomes = walk.cross(
    { ma: "changeQuota", il: "nominate" },
    {
      ma: { iteration: "spring", capacity: 4, quotas: { MA: 4, IL: 0 } },
      il: { iteration: "spring", nominees: [person("il-1")] },
    },
  );
  expect(outcomes[1]).toBe("effective");
  expect(stands(walk)).toEqual(["il-1 nominated"]);
  expect(walk.data.iterations[0]?.quotas).toEqual({ MA: 1, IL: 2 });
});

test("of two nominations that cross for the last seat one waits, and it is the same one on both nodes", () => {
  const walk = scheduled();
  walk.make(israel, "releaseSeats", { body: { iteration: "spring" }, at: release });
  nominate(walk, [person("il-1"), person("il-2"), person("il-3")], "2030-07-23T10:00:00Z");
  const [ma, il] = [walk.walk.lines[0].length, walk.walk.lines[1].length];
  const at = "2030-07-24T10:00:00Z";
  const body = (who: string): JsonObject => ({ iteration: "spring", nominees: [person(who)] });
  expect(walk.make(israel, "nominate", { body: body("il-4"), at, saw: ma })).toBe("effective");
  expect(walk.make(morocco, "nominate", { body: body("ma-1"), at, saw: il })).toBe("effective");
  expect(stands(walk).slice(3)).toEqual(["ma-1 nominated", "il-4 waiting"]);
});

test("a substitute takes the seat until a week before, and everything is confirmed anew", () => {
  const walk = scheduled();
  nominate(walk, [person("il-1")]);
  walk.make(israel, "certify", { at: "2030-06-11T10:00:00Z" });
  const substitute = (by: string, at = "2030-08-20T10:00:00Z", nominee = "il-1") => {
    const { priority: _, ...other } = person(by);
    return walk.make(israel, "substitute", { body: { iteration: "spring", nominee, by: other }, at });
  };
  expect(substitute("il-2", "2030-08-27T10:00:00Z")).toBe("procedures.courseTooLate");
  expect(substitute("ma-2")).toBe("procedures.courseNumber");
  expect(substitute("il-2")).toBe("effective");
  expect(stands(walk)).toEqual(["il-1 substituted", "il-2 nominated"]);
  expect(substitute("il-3")).toBe("procedures.courseSeatStatus");
});

test("an iteration is cancelled while nobody has come; then nothing is done in it", () => {
  const walk = scheduled();
  nominate(walk, [person("il-1")]);
  expect(walk.make(morocco, "close")).toBe("procedures.courseOpen");
  expect(walk.make(israel, "cancelIteration")).toBe("procedures.wrongSide");
  expect(walk.make(morocco, "cancelIteration")).toBe("effective");
  expect(nominate(walk, [person("il-2")])).toBe("procedures.courseIterationOver");
  expect(walk.make(morocco, "close")).toBe("effective");
  expect(walk.state).toBe("closed");
});

test("the host is late with the release when six weeks are left, the sending side with nominations before", () => {
  const walk = scheduled();
  const { deadlines, turn } = walk.walk.viewAt("2030-06-04T10:00:00Z");
  const day = (name: string, side: typeof morocco) => {
    const found = deadlines.find((one) => one.name === name);
    return found && localDate(calendarOf(walk.walk.terms, side), found.at).toString();
  };
  expect(turn).toEqual([morocco, israel]);
  // Each by its owner's own clock.
  expect([day("nomination", israel), day("release", morocco)]).toEqual(["2030-07-04", "2030-07-22"]);
});
