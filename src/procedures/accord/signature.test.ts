import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { firstByLanguage } from "../languages.ts";
import { codeOf, israel, morocco, testDigest } from "../testing/walk.ts";
import { alternat } from "./alternat.ts";
import { accordInForceOf } from "./force.ts";
import { type AccordWalk, accordUpTo, bodyOf, both, make, must } from "./testing/story.ts";

const signatory = (name: string): JsonObject => ({ function: name, names: { en: "Minister" } });

test("initials name the agreed text, every article and both heads of delegation", () => {
  const walk = accordUpTo("textAgreed");
  const initial = (change: JsonObject): string => codeOf(make(walk, "initial", { change }));
  expect(initial({ text: testDigest("another") })).toBe("procedures.otherText");
  expect(initial({ articles: ["1"] })).toBe("procedures.notEveryArticle");
  expect(initial({ articles: ["1", "2", "3"] })).toBe("procedures.unknownArticle");
  expect(initial({ heads: { MA: signatory("head-of-delegation") } })).toBe("procedures.bothSides");
  expect(initial({ date: "2021-11-25" })).toBe("procedures.notYet");
  expect(initial({})).toBe("effective");
});

test("after the initialling the text changes only by an erratum of both, word for word", () => {
  const walk = accordUpTo("initialled");
  expect(codeOf(make(walk, "tableVersion"))).toBe("procedures.wrongState");
  const correct = (change: JsonObject): string => codeOf(make(walk, "correctText", { change }));
  expect(correct({ language: "he" })).toBe("procedures.otherLanguages");
  expect(correct({ article: "9" })).toBe("procedures.unknownArticle");
  expect(correct({ from: "Objets" })).toBe("procedures.erratumElsewhere");
  expect(correct({ paragraph: 7 })).toBe("procedures.erratumElsewhere");
  expect(correct({ to: "Sujet" })).toBe("procedures.digestDiffers");
  const agreed = walk.data.agreed?.digest;
  both(walk, "correctText");
  expect(walk.data.agreed?.texts.fr?.articles[0]?.title).toBe("Objet.");
  expect(walk.data.agreed?.texts.en?.articles[0]?.title).toBe("Purpose");
  expect(walk.data.agreed?.digest).not.toBe(agreed);
  expect(walk.data.errata).toHaveLength(1);
});

test("a paragraph is corrected by its number", () => {
  const walk = accordUpTo("initialled");
  const text = walk.data.agreed?.texts.fr;
  const articles = text?.articles.map(({ number, title, paragraphs }) => ({
    number,
    title,
    paragraphs: number === "2" ? [paragraphs[0], "Deux."] : paragraphs,
  }));
  const digest = testDigest({ language: "fr", title: text?.title, preamble: [], articles, closing: [] });
  const change = { article: "2", paragraph: 2, from: "2.", to: "Deux.", digest };
  both(walk, "correctText", { change });
  expect(walk.data.agreed?.texts.fr?.articles[1]?.paragraphs[1]).toBe("Deux.");
});

test("an erratum before the signature sends the originals back to the printer", () => {
  const walk = accordUpTo("readyToSign");
  both(walk, "correctText");
  expect(walk.stateAt()).toBe("initialled");
  expect(walk.data.originals).toEqual({});
  must(walk, "confirmOriginal");
  expect(walk.stateAt()).toBe("initialled");
  must(walk, "confirmOriginal", { side: israel });
  expect(walk.stateAt()).toBe("readyToSign");
});

test("ready to sign only with both full powers, both originals and the ceremony", () => {
  const walk = accordUpTo("initialled");
  both(walk, "arrangeSignature");
  for (const side of [morocco, israel]) must(walk, "confirmOriginal", { side });
  must(walk, "issueFullPowers");
  expect(walk.stateAt()).toBe("initialled");
  must(walk, "issueFullPowers", { side: israel });
  expect(walk.stateAt()).toBe("readyToSign");
});

test("full powers give their reference, unless the office itself suffices", () => {
  const issue = (body: JsonObject): string =>
    codeOf(accordUpTo("initialled").make({ side: morocco, step: "issueFullPowers", body, at: "2021-11-24T15:00:00Z" }));
  expect(issue({ basis: "fullPowers", signatory: signatory("minister") })).toBe("procedures.badBody");
  expect(issue({ basis: "foreignMinister", signatory: signatory("minister") })).toBe("effective");
  expect(codeOf(make(accordUpTo("initialled"), "issueFullPowers", { change: { date: "2021-12-01" } }))).toBe(
    "procedures.notYet",
  );
});

test("each side's own original names that side first and has every language", () => {
  const walk = accordUpTo("initialled");
  const confirm = (change: JsonObject): string => codeOf(make(walk, "confirmOriginal", { side: israel, change }));
  expect(confirm({ parties: ["MA", "IL"] })).toBe("procedures.notAlternat");
  expect(confirm({ languages: ["fr"] })).toBe("procedures.otherLanguages");
  expect(confirm({ text: testDigest("another") })).toBe("procedures.otherText");
  expect(confirm({ parties: ["IL", "MA"], languages: ["en", "fr"] })).toBe("effective");
  expect(walk.data.originals[israel]?.languages).toEqual(["en", "fr"]);
});

test("a ceremony under a marking the policy does not know is refused", () => {
  const walk = accordUpTo("initialled");
  expect(codeOf(make(walk, "arrangeSignature", { change: { marking: "cosmic" } }))).toBe("acts.unknownLevel");
});

test("the ceremony's hour is the deadline of the signature, on both sides", () => {
  const walk = accordUpTo("initialled");
  for (const side of [morocco, israel]) {
    must(walk, "issueFullPowers", { side });
    must(walk, "confirmOriginal", { side });
  }
  both(walk, "arrangeSignature", { change: { at: "2021-12-01T10:00:00Z" } });
  expect(walk.viewAt("2021-11-24T15:00:00Z").deadlines).toEqual([
    { name: "sign", at: Date.parse("2021-12-01T10:00:00Z"), owners: [morocco, israel] },
  ]);
});

test("the signature is of both, of the agreed text, by those who have powers, in the order of the alternat", () => {
  const walk = accordUpTo("readyToSign");
  const sign = (change: JsonObject): string => codeOf(make(walk, "sign", { change }));
  expect(sign({ text: testDigest("another") })).toBe("procedures.otherText");
  expect(sign({ signatories: { MA: signatory("minister") } })).toBe("procedures.bothSides");
  const other = { MA: signatory("minister"), IL: signatory("ambassador") };
  expect(sign({ signatories: other })).toBe("procedures.notEmpowered");
  const wrong = [
    { keptBy: "MA", signed: ["IL", "MA"] },
    { keptBy: "IL", signed: ["IL", "MA"] },
  ];
  expect(sign({ originals: wrong })).toBe("procedures.notAlternat");
  expect(sign({ originals: [wrong[1] ?? {}, wrong[1] ?? {}] })).toBe("procedures.notAlternat");
  expect(sign({ at: "2021-11-24T16:00:00Z" })).toBe("procedures.notYet");
  both(walk, "sign");
  expect(walk.stateAt()).toBe("signed");
  expect(walk.data.signature?.at).toBe(Date.parse("2021-11-24T15:00:00Z"));
});

test("full powers that have ended do not sign", () => {
  const powers = (until: string): AccordWalk => {
    const walk = accordUpTo("readyToSign");
    must(walk, "issueFullPowers", { change: { until } });
    return walk;
  };
  expect(codeOf(make(powers("2021-11-23"), "sign"))).toBe("procedures.fullPowersEnded");
  expect(make(powers("2021-11-24"), "sign")).toBe("effective");
});

test("two originals: each side's own names it first and it signs it first", () => {
  const [first, second] = alternat([morocco, israel]);
  expect(first).toEqual({ keptBy: morocco, parties: [morocco, israel], signed: [morocco, israel] });
  expect(second).toEqual({ keptBy: israel, parties: [israel, morocco], signed: [israel, morocco] });
});

test("the exchange of folders is recorded by both, and not before it happened", () => {
  const walk = accordUpTo("signed");
  expect(codeOf(make(walk, "exchangeFolders", { change: { at: "2021-11-25T09:00:00Z" } }))).toBe("procedures.notYet");
  both(walk, "exchangeFolders");
  expect(walk.stateAt()).toBe("awaitingProcedures");
});

test("in force on signature: articles apply at once, and the dossier follows with the folders or the day", () => {
  const annex = { entryIntoForce: { rule: { kind: "onSignature" }, zone: "Africa/Casablanca" } };
  const walk = accordUpTo("signed", { annex });
  expect(accordInForceOf(walk.data)?.inForceFrom).toBe(Date.parse("2021-11-24T15:00:00Z"));
  expect(walk.stateAt("2021-11-24T22:59:59Z")).toBe("signed");
  expect(walk.stateAt("2021-11-24T23:00:00Z")).toBe("inForce");
  expect(codeOf(make(walk, "notifyCompletion"))).toBe("procedures.noNoteNeeded");
  both(walk, "exchangeFolders");
  expect(walk.stateAt()).toBe("inForce");
});

test("a slip found after the signature is corrected by both without a new signature", () => {
  const walk = accordUpTo("signed");
  const originals = walk.data.originals;
  both(walk, "correctSigned");
  expect(walk.stateAt()).toBe("signed");
  expect(walk.data.originals).toEqual(originals);
  expect(walk.data.errata).toHaveLength(1);
});

test("the dossier is titled by the agreed text, in the same language on both sides", () => {
  const walk = accordUpTo("signed");
  expect(walk.procedure.title(walk.data, firstByLanguage)).toBe("Accord (example)");
  expect(bodyOf(walk, "sign").text).toBe(walk.data.agreed?.digest);
});
