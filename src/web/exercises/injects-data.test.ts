import { expect, test } from "vitest";
import { injectsProcedure } from "../../procedures/index.ts";
import { boardOf, cutAt, gridOf, movable, moveBodies, parseList } from "./injects-data.ts";

const written = { by: "IL", digest: "sha256:x" };
const inject = (id: string, change: object = {}, row: object = {}) => ({
  ...written,
  stage: "drafted",
  row: {
    id,
    incident: "il-n1",
    title: id,
    type: "event",
    means: "radio",
    from: "a",
    to: "b",
    audience: "MA",
    day: 0,
    time: "10:00",
    ...row,
  },
  ...change,
});
const list = (...injects: ReturnType<typeof inject>[]) =>
  parseList({
    ...(injectsProcedure.blank() as object),
    objectives: {
      "il-o1": { ...written, row: { id: "il-o1", title: "o" } },
      "ma-o2": { ...written, row: { id: "ma-o2", title: "empty" } },
    },
    events: { "il-e1": { ...written, row: { id: "il-e1", objective: "il-o1", title: "e" } } },
    incidents: { "il-n1": { ...written, row: { id: "il-n1", event: "il-e1", title: "n" } } },
    injects: Object.fromEntries(injects.map((one) => [one.row.id, one])),
  });
const ids = (rows: ReturnType<typeof gridOf>) => rows.map((one) => (one.kind === "rank" ? one.id : one.inject.row.id));
const everything = { objective: "", stage: "", by: "" };

test("the grid goes from the objectives down, in the order of exercise time", () => {
  const data = list(inject("il-i2"), inject("ma-i1", {}, { time: "08:30" }), inject("il-i9", {}, { day: -1 }));
  expect(ids(gridOf(data, everything))).toEqual(["il-o1", "il-e1", "il-n1", "il-i9", "ma-i1", "il-i2", "ma-o2"]);
});

test("what is asked for leaves out the branches that hold none of it", () => {
  const data = list(inject("il-i1", { stage: "reviewed" }), inject("ma-i2", { by: "MA" }));
  expect(ids(gridOf(data, { ...everything, stage: "reviewed" }))).toEqual(["il-o1", "il-e1", "il-n1", "il-i1"]);
  expect(ids(gridOf(data, { ...everything, by: "MA" })).at(-1)).toBe("ma-i2");
  expect(gridOf(data, { ...everything, stage: "held" })).toEqual([]);
  expect(ids(gridOf(data, { ...everything, objective: "ma-o2" }))).toEqual(["ma-o2"]);
});

test("a long list is shown by stretches, and says how much is left", () => {
  const data = list(...Array.from({ length: 5 }, (_, i) => inject(`il-i${i}`)));
  const rows = gridOf(data, everything);
  expect(cutAt(rows, 2)).toMatchObject({ left: 3 });
  expect(ids(cutAt(rows, 2).shown)).toEqual(["il-o1", "il-e1", "il-n1", "il-i0", "il-i1"]);
  expect(cutAt(rows, 5).left).toBe(0);
});

test("the board has what is next by its hour, what is out, and what is done", () => {
  const data = list(
    inject("il-i1", { stage: "scheduled", real: 2000 }),
    inject("il-i2", { stage: "scheduled", real: 1000 }),
    inject("il-i3", { stage: "answered", releasedAt: 1 }),
    inject("il-i4", { stage: "assessed", releasedAt: 1 }),
    inject("il-i5", { stage: "idea" }),
  );
  const board = boardOf(data);
  const names = (of: keyof typeof board) => board[of].map((one) => one.row.id);
  expect([names("next"), names("out"), names("done")]).toEqual([["il-i2", "il-i1"], ["il-i3"], ["il-i4"]]);
});

test("a step takes the injects that its procedure would let it take", () => {
  const injects = Object.values(
    list(
      inject("il-i1"),
      inject("ma-i2", { by: "MA" }),
      inject("ma-i3", { by: "MA", stage: "scheduled" }),
      inject("il-i4", { stage: "released" }),
      inject("ma-i5", { by: "MA", stage: "reviewed" }),
    ).injects,
  );
  const of = (step: Parameters<typeof movable>[0]) => movable(step, { injects, own: "MA" }).map((one) => one.row.id);
  expect([of("review"), of("approve"), of("release"), of("acknowledge")]).toEqual([
    ["il-i1"],
    ["ma-i5"],
    ["ma-i3"],
    ["il-i4"],
  ]);
  expect(moveBodies("review", injects.slice(0, 1))).toEqual([{ injects: [{ inject: "il-i1", base: "sha256:x" }] }]);
  const many = Array.from({ length: 250 }, () => injects[0]).filter((one) => one !== undefined);
  expect(moveBodies("release", many).map((one) => one.injects.length)).toEqual([200, 50]);
});
