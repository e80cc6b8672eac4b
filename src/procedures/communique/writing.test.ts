import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { ChannelWalk, hours } from "../testing/channel-walk.ts";
import { israel, morocco, termsWith, testDigest } from "../testing/walk.ts";
import { communiqueProcedure } from "./communique.ts";
import { examples } from "./examples.ts";

const walked = () => new ChannelWalk(communiqueProcedure, { examples, terms: termsWith() });
const drafting = () => walked().go("MA propose", "IL accept");
const version = (change: JsonObject): JsonObject => ({
  version: {
    language: "en",
    headline: "A text",
    place: "Rabat",
    date: "2022-03-01",
    paragraphs: [{ text: "One." }],
    ...change,
  },
});

test("a joint text is proposed in languages of the accord and answered by the other side", () => {
  const walk = walked();
  expect(walk.make(morocco, "propose", { change: { languages: ["en", "pt"] } })).toBe("procedures.communiqueLanguage");
  const other = walked().go("MA propose");
  expect(other.make(morocco, "accept")).toBe("procedures.wrongSide");
  expect(other.make(israel, "decline", { change: { reasons: [{ code: "boredom" }] } })).toBe("procedures.badBody");
  expect(other.make(israel, "accept")).toBe("effective");
  expect(other.data.references).toEqual({ MA: "PR-1", IL: "PR-9" });
  expect(other.make(israel, "decline")).toBe("procedures.wrongState");
});

test("a text is written on the text that stands, in a language of the communiqué", () => {
  const walk = drafting();
  expect(walk.make(morocco, "writeVersion", { body: version({ language: "he" }) })).toBe(
    "procedures.communiqueLanguage",
  );
  expect(walk.make(morocco, "writeVersion", { body: version({ paragraphs: [{ passage: "x" }] }) })).toBe(
    "procedures.communiqueNoPart",
  );
  expect(walk.make(morocco, "writeVersion", { body: version({ paragraphs: [{}] }) })).toBe("procedures.badBody");
  expect(walk.make(morocco, "writeVersion", { body: version({}) })).toBe("effective");
  expect(walk.make(israel, "writeVersion", { body: version({ headline: "Another" }) })).toBe(
    "procedures.communiqueOtherText",
  );
  const base = walk.data.versions[0]?.digest ?? "";
  expect(walk.make(israel, "writeVersion", { body: { ...version({ headline: "Another" }), base } })).toBe("effective");
  expect(walk.data.versions[0]).toMatchObject({ by: "IL", version: { headline: "Another" } });
  expect(walk.data.versions[0]?.digest).not.toBe(base);
});

test("a formula is its side's alone, and a quotation needs its speaker; names only of public office", () => {
  const walk = drafting();
  const passage = (change: JsonObject): JsonObject => ({
    passage: {
      id: "p1",
      kind: "opening",
      of: "MA",
      original: "fr",
      texts: { fr: "Formule", en: "Formula" },
      ...change,
    },
  });
  const write = (change: JsonObject, side = morocco) => walk.make(side, "writePassage", { body: passage(change) });
  expect(write({}, israel)).toBe("procedures.communiqueFormula");
  expect(write({ of: "FR" })).toBe("procedures.communiqueParty");
  expect(write({ original: "ar" })).toBe("procedures.communiqueMissing");
  expect(write({ kind: "quote" })).toBe("procedures.communiqueSpeaker");
  const speaker = { function: { en: "Head of section" }, name: "Some Body" };
  expect(write({ kind: "quote", speaker })).toBe("procedures.communiqueName");
  expect(write({ kind: "quote", speaker: { ...speaker, publicOffice: true } })).toBe("effective");
  expect(write({ kind: "quote", speaker: { ...speaker, publicOffice: true } })).toBe("procedures.communiqueOtherText");
  expect(write({ id: "p2" })).toBe("effective");
  expect(walk.make(israel, "dropPassage", { body: { id: "p2" } })).toBe("procedures.communiqueFormula");
  expect(walk.make(israel, "dropPassage", { body: { id: "p9" } })).toBe("procedures.communiqueNoPart");
  const body = version({ paragraphs: [{ passage: "p1" }] });
  expect(walk.make(israel, "writeVersion", { body })).toBe("effective");
  expect(walk.make(morocco, "dropPassage", { body: { id: "p1" } })).toBe("procedures.communiquePlaced");
  expect(walk.make(morocco, "dropPassage", { body: { id: "p2" } })).toBe("effective");
});

test("the digest of a text covers its passages and the captions of its photographs", () => {
  const walk = drafting().go("MA writePassage", "MA writeVersion");
  const digest = () => walk.data.versions[0]?.digest;
  const first = digest();
  walk.go("MA writePassage");
  const second = digest();
  expect(second).not.toBe(first);
  walk.go("IL addPhoto");
  expect(digest()).not.toBe(second);
  const again = { ...(walk.example("addPhoto", { side: israel, at: hours(2) }).photo as JsonObject) };
  const same = { ...again, digest: walk.data.photos[0]?.photo.digest ?? "" };
  expect(walk.make(israel, "addPhoto", { body: { photo: same } })).toBe("procedures.communiqueSamePhoto");
  expect(walk.make(israel, "dropPhoto", { body: { id: "none" } })).toBe("procedures.communiqueNoPart");
  walk.go("MA dropPhoto");
  expect(digest()).toBe(second);
});

test("no more photographs than a register should name", () => {
  const walk = drafting();
  for (let count = 0; count < 20; count++) walk.go("MA addPhoto");
  expect(walk.make(morocco, "addPhoto")).toBe("procedures.communiquePhotos");
});

test("both agree to the concordance only when every language has every paragraph, passage and caption", () => {
  const walk = drafting().go("MA writePassage", "MA writeVersion");
  expect(walk.make(morocco, "freeze")).toBe("procedures.communiqueMissing");
  const french = version({ language: "fr", date: "2031-01-17", paragraphs: [{ text: "Un." }] });
  expect(walk.make(israel, "writeVersion", { body: french })).toBe("effective");
  expect(walk.make(morocco, "freeze")).toBe("procedures.communiqueConcordance");
  const base = walk.data.versions[1]?.digest ?? "";
  expect(base).not.toBe(testDigest("x"));
  const whole = version({
    language: "fr",
    date: "2031-01-17",
    paragraphs: [{ text: "Un." }, { passage: "ma-q1" }],
  });
  expect(walk.make(israel, "writeVersion", { body: { ...whole, base } })).toBe("effective");
  const photo = { ...(walk.example("addPhoto", { side: morocco, at: hours(2) }).photo as JsonObject) };
  expect(walk.make(morocco, "addPhoto", { body: { photo: { ...photo, captions: { en: "One" } } } })).toBe("effective");
  expect(walk.make(morocco, "freeze")).toBe("procedures.communiqueMissing");
  walk.go("IL dropPhoto");
  expect(walk.make(morocco, "freeze", { body: { versions: { en: testDigest("x") } } })).toBe(
    "procedures.communiqueOtherText",
  );
  walk.go("MA freeze", "IL freeze");
  expect(walk.state).toBe("clearing");
});
