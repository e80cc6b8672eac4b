import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { ChannelWalk, hours } from "../testing/channel-walk.ts";
import { israel, morocco, termsWith, testDigest } from "../testing/walk.ts";
import { communiqueProcedure } from "./communique.ts";
import { freedBy, publicText, releasedAt } from "./data.ts";
import { examples } from "./examples.ts";

type Communique = ChannelWalk<ReturnType<typeof communiqueProcedure.blank>>;
const walked = (): Communique => new ChannelWalk(communiqueProcedure, { examples, terms: termsWith() });

/** Written in two languages with a quotation of each side, and agreed to say the same. */
const frozen = (): Communique =>
  walked().go(
    "MA propose",
    "IL accept",
    "MA writePassage",
    "IL writePassage",
    "MA writeVersion",
    "IL writeVersion",
    "MA freeze",
    "IL freeze",
  );

const cleared = (): Communique =>
  frozen().go(
    "MA clearPassage",
    "MA clearVersion",
    "MA clearVersion",
    "IL clearVersion",
    "IL clearVersion",
    "IL clearPassage",
  );

const scheduled = (body: JsonObject): Communique => {
  const walk = cleared();
  for (const side of [morocco, israel]) expect(walk.make(side, "schedule", { body })).toBe("effective");
  return walk;
};
const embargo = { at: hours(10), zone: "Africa/Casablanca" };

test("each quotation is cleared only by its speaker's side, in the words that stand", () => {
  const walk = frozen();
  const passage = walk.data.passages.find((one) => one.passage.of === morocco);
  const body = { passage: passage?.passage.id ?? "", digest: passage?.digest ?? "" };
  expect(walk.make(israel, "clearPassage", { body })).toBe("procedures.communiqueSpeakersSide");
  expect(walk.make(morocco, "clearPassage", { body: { ...body, passage: "none" } })).toBe(
    "procedures.communiqueNoPart",
  );
  expect(walk.make(morocco, "clearPassage", { body: { ...body, digest: testDigest("x") } })).toBe(
    "procedures.communiqueOtherText",
  );
  expect(walk.make(morocco, "clearPassage", { body })).toBe("effective");
  expect(walk.make(morocco, "clearPassage", { body })).toBe("procedures.communiqueCleared");
});

test("it is cleared once both have cleared every language by the same digest and every quotation is cleared", () => {
  const walk = frozen().go(
    "MA clearVersion",
    "MA clearVersion",
    "IL clearVersion",
    "IL clearVersion",
    "MA clearPassage",
  );
  expect(walk.state).toBe("clearing");
  const digest = walk.data.versions[0]?.digest ?? "";
  expect(walk.make(morocco, "clearVersion", { body: { language: "en", digest } })).toBe("procedures.communiqueCleared");
  expect(walk.make(morocco, "clearVersion", { body: { language: "en", digest: testDigest("x") } })).toBe(
    "procedures.communiqueOtherText",
  );
  expect(walk.make(morocco, "clearVersion", { body: { language: "he", digest } })).toBe("procedures.communiqueNoPart");
  walk.go("IL clearPassage");
  expect(walk.state).toBe("cleared");
});

test("a text that is reopened loses its clearances, and a clearance that crosses it counts for nothing", () => {
  const walk = frozen().go("MA clearVersion");
  const il = walk.walk.lines[1].length;
  const body = walk.example("clearVersion", { side: morocco, at: hours(1) });
  expect(walk.make(israel, "reopen")).toBe("effective");
  expect(walk.make(morocco, "clearVersion", { saw: il, body })).toBe("crossed");
  expect(walk.data.clearances).toEqual({});
  expect(walk.state).toBe("drafting");
  expect(walk.make(morocco, "clearVersion")).toBe("procedures.wrongState");
});

test("nothing is out before the hour, and at the hour a simultaneous text is out for both without an act", () => {
  const walk = scheduled({ embargo, simultaneous: true });
  expect(walk.make(morocco, "release")).toBe("procedures.communiqueEmbargo");
  expect(walk.walk.stateAt(hours(9))).toBe("scheduled");
  expect(walk.walk.stateAt(hours(10))).toBe("released");
  for (const side of [morocco, israel]) {
    expect(releasedAt(walk.data, { side, until: Date.parse(hours(9)) })).toBeUndefined();
    expect(releasedAt(walk.data, { side, until: Date.parse(hours(11)) })).toBe(Date.parse(hours(10)));
  }
  expect(walk.make(morocco, "hold", { at: hours(11) })).toBe("procedures.wrongState");
  expect(walk.make(morocco, "kill", { at: hours(12) })).toBe("effective");
  expect(walk.data.released[israel]?.at).toBe(Date.parse(hours(10)));
});

test("an hour that has passed is none, and what is simultaneous needs one", () => {
  const walk = cleared();
  expect(walk.make(morocco, "schedule", { body: { simultaneous: true } })).toBe("procedures.badBody");
  const past = { embargo: { ...embargo, at: "2022-01-01T00:00:00Z" }, simultaneous: false };
  expect(walk.make(morocco, "schedule", { body: past })).toBe("procedures.communiquePast");
  expect(walk.make(morocco, "schedule", { body: { embargo, simultaneous: false } })).toBe("effective");
  expect(walk.make(israel, "schedule", { body: { embargo, simultaneous: true } })).toBe("procedures.notTheSame");
});

test("each side releases by its own act after the hour, once, what both have cleared", () => {
  const walk = scheduled({ embargo, simultaneous: false });
  const versions = { en: testDigest("x"), fr: testDigest("y") };
  expect(walk.make(morocco, "release", { at: hours(11), body: { versions } })).toBe("procedures.communiqueOtherText");
  expect(walk.make(morocco, "release", { at: hours(11) })).toBe("effective");
  expect(walk.state).toBe("releasedByOne");
  expect(walk.make(morocco, "release", { at: hours(12) })).toBe("procedures.communiqueReleased");
  expect(walk.make(israel, "release", { at: hours(12) })).toBe("effective");
  expect(walk.state).toBe("released");
});

test("an early text of the other side frees this one at once, and not the other", () => {
  const walk = scheduled({ embargo, simultaneous: false });
  const breach = (change: JsonObject = {}): JsonObject => ({
    of: "IL",
    at: hours(0),
    address: "https://example.org/early",
    ...change,
  });
  expect(walk.make(morocco, "reportBreach", { body: breach({ of: "FR" }) })).toBe("procedures.communiqueParty");
  expect(walk.make(morocco, "reportBreach", { body: breach({ at: hours(11) }) })).toBe("procedures.communiqueNoBreach");
  expect(walk.make(morocco, "reportBreach", { body: breach() })).toBe("effective");
  expect(freedBy(walk.data, [morocco, israel])).toEqual([morocco]);
  expect(walk.make(israel, "release")).toBe("procedures.communiqueEmbargo");
  expect(walk.make(morocco, "release")).toBe("effective");
});

test("a release that crossed a withdrawal was made, and the withdrawal has no effect", () => {
  const walk = scheduled({ simultaneous: false });
  const [ma, il] = [walk.walk.lines[0].length, walk.walk.lines[1].length];
  expect(walk.make(israel, "withdraw", { saw: ma })).toBe("effective");
  expect(walk.make(morocco, "release", { saw: il })).toBe("effective");
  expect(walk.state).toBe("releasedByOne");
  expect(walk.make(israel, "withdraw")).toBe("procedures.wrongState");
});

test("a text pulled back before the hour stays cleared and waits for another hour", () => {
  const walk = scheduled({ embargo, simultaneous: true });
  walk.go("IL hold");
  expect(walk.state).toBe("cleared");
  expect(walk.walk.stateAt(hours(11))).toBe("cleared");
  expect(walk.data.embargo).toBeUndefined();
});

test("a joint text is corrected by both, on the text that is out, in its place", () => {
  const walk = scheduled({ simultaneous: false }).go("MA release", "IL release");
  const example = walk.example("correct", { side: morocco, at: hours(20) });
  expect(walk.make(morocco, "correct", { body: { ...example, base: testDigest("x") } })).toBe(
    "procedures.communiqueOtherText",
  );
  const short = { ...(example.version as JsonObject), paragraphs: [{ text: "Less." }] };
  expect(walk.make(morocco, "correct", { body: { ...example, version: short } })).toBe(
    "procedures.communiqueConcordance",
  );
  expect(walk.make(morocco, "correctOwn", { body: example })).toBe("procedures.wrongState");
  expect(walk.make(morocco, "correct", { body: example })).toBe("effective");
  expect(walk.data.corrections).toEqual([]);
  expect(walk.make(israel, "correct", { body: example })).toBe("effective");
  expect(walk.data.corrections).toMatchObject([{ language: "en", by: "IL" }]);
});

test("one side alone kills a joint text, and a correction that crosses it has no effect", () => {
  const walk = scheduled({ simultaneous: false }).go("MA release", "IL release", "MA correct");
  const [ma, il] = [walk.walk.lines[0].length, walk.walk.lines[1].length];
  expect(walk.make(israel, "correct", { saw: ma })).toBe("effective");
  expect(walk.make(morocco, "kill", { saw: il })).toBe("effective");
  expect(walk.state).toBe("killed");
  expect(walk.make(israel, "kill")).toBe("procedures.wrongState");
});

test("a side's own text is announced, observed, and issued at the hour that was announced", () => {
  const walk = walked();
  const intended = { at: hours(5), zone: "Africa/Casablanca" };
  expect(walk.make(morocco, "notify", { change: { intended: { ...intended, at: "2022-01-01T00:00:00Z" } } })).toBe(
    "procedures.communiquePast",
  );
  const other = walked();
  expect(other.make(morocco, "notify", { change: { intended } })).toBe("effective");
  expect(other.make(israel, "writeVersion")).toBe("procedures.communiqueAuthor");
  expect(other.make(morocco, "observe")).toBe("procedures.wrongSide");
  expect(other.make(israel, "observe", { body: { reasons: [{ code: "veto" }] } })).toBe("procedures.badBody");
  other.go("IL observe", "MA writeVersion");
  expect(other.make(morocco, "issue")).toBe("procedures.communiqueEmbargo");
  expect(other.make(morocco, "issue", { at: hours(6) })).toBe("procedures.communiqueMissing");
  expect(other.make(morocco, "changeNotice", { body: { intended: { ...intended, at: hours(1) } }, at: hours(6) })).toBe(
    "procedures.communiquePast",
  );
  expect(other.make(israel, "giveUp")).toBe("procedures.wrongSide");
  other.go("MA writeVersion");
  expect(other.make(morocco, "issue", { at: hours(6) })).toBe("effective");
  expect(other.data.released).toMatchObject({ MA: { at: Date.parse(hours(6)) } });
  expect(other.make(israel, "kill")).toBe("procedures.communiqueAuthor");
  expect(other.make(israel, "correctOwn")).toBe("procedures.wrongSide");
  expect(other.make(morocco, "correctOwn", { at: hours(7) })).toBe("effective");
});

test("a side's own text does not quote the other side without its clearance", () => {
  const walk = walked().go("MA notify");
  const passage = walk.example("writePassage", { side: israel, at: hours(1) });
  expect(walk.make(morocco, "writePassage", { body: passage })).toBe("effective");
  walk.go("MA writeVersion", "MA writeVersion");
  expect(walk.make(morocco, "issue", { at: hours(30) })).toBe("procedures.communiqueUncleared");
  expect(walk.make(israel, "clearPassage", { at: hours(30) })).toBe("effective");
  expect(walk.make(morocco, "issue", { at: hours(31) })).toBe("effective");
});

test("what was said already is told with where and by whom, and is never taken for a joint text", () => {
  const walk = walked();
  const speaker = { function: { en: "A passer-by" }, name: "Some Body" };
  expect(walk.make(israel, "record", { change: { speaker } })).toBe("procedures.communiqueName");
  const other = walked();
  expect(other.make(israel, "record", { change: { source: "A forum" } })).toBe("effective");
  expect(other.data).toMatchObject({ kind: "recorded", released: {}, said: { source: "A forum" } });
  expect(other.make(morocco, "correct")).toBe("procedures.wrongState");
});

test("a reader of one language sees its texts, quotations with their speaker, and captions", () => {
  const walk = cleared();
  const french = walk.data.versions.find((one) => one.version.language === "fr");
  if (!french) throw new TypeError("No French text.");
  const text = publicText(walk.data, french.version);
  expect(text.paragraphs[0]).toEqual({ text: "Example text in fr" });
  expect(text.paragraphs.slice(1).map((one) => one.passage?.of)).toEqual(["IL", "MA"]);
  expect(testDigest(text)).toBe(french.digest);
});
