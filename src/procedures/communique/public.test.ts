import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { ChannelWalk, hours } from "../testing/channel-walk.ts";
import { israel, morocco, termsWith } from "../testing/walk.ts";
import { communiqueProcedure } from "./communique.ts";
import { examples } from "./examples.ts";
import { type ToldToPublic, toldToPublic } from "./public.ts";

type Communique = ChannelWalk<ReturnType<typeof communiqueProcedure.blank>>;
const walked = (): Communique => new ChannelWalk(communiqueProcedure, { examples, terms: termsWith() });

/** What either side's public has at an instant. */
const told = (walk: Communique, at: string): readonly [ToldToPublic | undefined, ToldToPublic | undefined] => {
  const { dossier } = walk.walk.viewAt(at);
  const now = Date.parse(at);
  return [toldToPublic(dossier, { side: morocco, now }), toldToPublic(dossier, { side: israel, now })];
};
const nothing = [undefined, undefined];
const far = hours(10_000);

const toCleared = [
  "MA propose",
  "IL accept",
  "MA writePassage",
  "IL writePassage",
  "MA addPhoto",
  "MA writeVersion",
  "IL writeVersion",
  "MA freeze",
  "IL freeze",
  "MA clearPassage",
  "MA clearVersion",
  "MA clearVersion",
  "IL clearVersion",
  "IL clearVersion",
  "IL clearPassage",
];
const scheduled = (body: JsonObject): Communique => {
  const walk = walked().go(...toCleared);
  for (const side of [morocco, israel]) walk.make(side, "schedule", { body });
  return walk;
};
const embargo = { at: hours(10), zone: "Africa/Casablanca" };

test("nothing is told while a text is written and cleared, however long that takes", () => {
  const walk = walked();
  for (const step of toCleared) expect(told(walk.go(step), far), step).toEqual(nothing);
});

test("what is simultaneous is told by both at the hour and not a moment before", () => {
  const walk = scheduled({ embargo, simultaneous: true });
  expect(told(walk, hours(9.99))).toEqual(nothing);
  const [ours, theirs] = told(walk, hours(10));
  expect(ours).toMatchObject({ kind: "joint", at: Date.parse(embargo.at), killedAt: undefined });
  expect(ours?.versions.map((one) => one.text.language)).toEqual(["en", "fr"]);
  expect(theirs?.versions).toEqual(ours?.versions);
  // A clock that was set back is before the hour again.
  expect(told(walk, hours(9))).toEqual(nothing);
});

test("what was withdrawn or held before its hour is not told at the hour", () => {
  for (const step of ["withdraw", "hold"]) {
    const walk = scheduled({ embargo, simultaneous: true }).go(`IL ${step}`);
    expect(told(walk, far), step).toEqual(nothing);
  }
});

test("each side tells what it has released itself", () => {
  const walk = scheduled({ simultaneous: false }).go("IL release");
  expect(told(walk, far)).toMatchObject([undefined, { kind: "joint" }]);
  walk.go("MA release");
  expect(told(walk, far)).toMatchObject([{ kind: "joint" }, { kind: "joint" }]);
});

test("of what was killed only those are told who had it out, and an hour that comes later lets nothing out", () => {
  const walk = scheduled({ embargo, simultaneous: true }).go("IL reportBreach", "IL release", "IL kill");
  expect(told(walk, far)[0]).toBeUndefined();
  expect(told(walk, far)[1]).toMatchObject({ killedAt: expect.any(Number) });
});

test("one side's own text is told by it alone, once it is issued, and corrected under the same heading", () => {
  const walk = walked().go("IL notify", "IL writeVersion", "IL writeVersion");
  expect(told(walk, far)).toEqual(nothing);
  expect(walk.make(israel, "issue", { at: hours(25) })).toBe("effective");
  expect(told(walk, far)).toMatchObject([undefined, { kind: "unilateral", address: "https://example.org/text" }]);
  expect(walk.make(israel, "correctOwn", { at: hours(26) })).toBe("effective");
  const corrected = told(walk, far)[1]?.versions.map((one) => one.corrections.length);
  expect(corrected).toEqual([1, 0]);
});

test("what was said before is told from when it was recorded", () => {
  const walk = walked().go("MA record");
  const [ours, theirs] = told(walk, far);
  expect(ours).toMatchObject({ kind: "recorded", said: { medium: "Example journal" }, at: walk.walk.dossier.openedAt });
  expect(theirs).toBeUndefined();
  walk.go("MA kill");
  expect(told(walk, far)[0]).toMatchObject({ killedAt: expect.any(Number) });
});
