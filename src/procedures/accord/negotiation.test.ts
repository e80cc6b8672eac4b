import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { codeOf, israel, morocco, termsWith, testDigest } from "../testing/walk.ts";
import { accordUpTo, accordWalk, before, bodyOf, both, make, must } from "./testing/story.ts";
import { byNumber, textDigest } from "./text.ts";

const held = termsWith();
const holding = held.accord?.dossier ?? "";

test("a proposal opens the negotiation and carries the mandate's reference", () => {
  const walk = accordUpTo("negotiation");
  expect(walk.stateAt()).toBe("negotiation");
  expect(walk.data.mandates).toEqual({ MA: { reference: "M-1" } });
  must(walk, "recordMandate", { side: israel });
  expect(walk.data.mandates[israel]).toEqual({ reference: "M-2" });
});

test("a marking that is no level of the accord's policy is refused", () => {
  expect(codeOf(make(accordWalk(), "propose", { change: { marking: "cosmic" } }))).toBe("acts.unknownLevel");
});

test("a second framework is refused unless it supersedes the one that stands", () => {
  expect(codeOf(make(accordWalk(held), "propose", { change: { supersedes: [] } }))).toBe("procedures.frameworkExists");
  expect(make(accordWalk(held), "propose", { change: { supersedes: [holding] } })).toBe("effective");
});

test("an amendment names the accord that stands, and an arrangement its framework", () => {
  const other = "01890000-0000-7000-8000-000000000777";
  const amendment = (amends: string) => ({ kind: "amendment", amends });
  expect(codeOf(make(accordWalk(held), "propose", { change: amendment(other) }))).toBe("procedures.amendsUnknown");
  expect(codeOf(make(accordWalk(before), "propose", { change: amendment(holding) }))).toBe("procedures.amendsUnknown");
  expect(make(accordWalk(held), "propose", { change: amendment(holding) })).toBe("effective");
  const arrangement = (under: string) => ({ kind: "arrangement", under });
  expect(codeOf(make(accordWalk(held), "propose", { change: arrangement(other) }))).toBe("procedures.frameworkUnknown");
  expect(make(accordWalk(held), "propose", { change: arrangement(holding) })).toBe("effective");
});

test("each language of a version is tabled once, and a new version has the next number", () => {
  const walk = accordUpTo("tabled");
  expect(Object.keys(walk.data.draft?.texts ?? {})).toEqual(["fr", "en"]);
  expect(walk.data.draft?.texts.fr?.by).toBe(morocco);
  expect(walk.data.draft?.texts.en?.by).toBe(israel);
  expect(codeOf(make(walk, "tableVersion", { side: israel, change: { version: 1 } }))).toBe(
    "procedures.languageTabled",
  );
  expect(codeOf(make(walk, "tableVersion", { change: { version: 3 } }))).toBe("procedures.versionNumber");
  expect(make(walk, "tableVersion", { change: { version: 2 } })).toBe("effective");
});

test("a long text is tabled in parts, in their order, by one side", () => {
  const walk = accordUpTo("negotiation");
  const body = bodyOf(walk, "tableVersion");
  const part = (number: number, of: number, article: string) => ({
    ...body,
    part: { number, of },
    articles: [{ number: article, title: "T", paragraphs: ["P"] }],
  });
  const table = (side: typeof morocco, change: object) =>
    codeOf(make(walk, "tableVersion", { side, change: { ...change } }));
  expect(table(morocco, part(2, 2, "2"))).toBe("procedures.partOutOfOrder");
  expect(table(morocco, part(1, 2, "1"))).toBe("effective");
  expect(walk.data.draft?.texts.fr?.digest).toBeUndefined();
  expect(table(morocco, part(2, 3, "2"))).toBe("procedures.partOutOfOrder");
  expect(table(morocco, part(2, 2, "1"))).toBe("procedures.articleTwice");
  expect(table(israel, part(2, 2, "2"))).toBe("procedures.languageTabled");
  expect(table(morocco, part(2, 2, "2"))).toBe("effective");
  const text = walk.data.draft?.texts.fr;
  expect(text?.digest).toBe(text && textDigest(text, testDigest));
  expect(text?.articles.map((article) => article.number)).toEqual(["1", "2"]);
});

test("the first part of a text gives its title", () => {
  const walk = accordUpTo("negotiation");
  const { title: _, ...body } = bodyOf(walk, "tableVersion");
  const outcome = walk.make({ side: morocco, step: "tableVersion", body, at: "2021-11-24T15:00:00Z" });
  expect(codeOf(outcome)).toBe("procedures.badBody");
});

test("changes keep whose wording each article is", () => {
  const walk = accordUpTo("tabled");
  const changes = (change: object) => ({
    basis: "changes",
    version: 2,
    language: "fr",
    articles: [{ number: "2", title: "Visites", paragraphs: ["Autre texte.", "2."] }],
    ...change,
  });
  const table = (body: object) =>
    codeOf(walk.make({ side: israel, step: "tableVersion", body: { ...body }, at: "2021-11-24T15:00:00Z" }));
  expect(table(changes({ language: "he" }))).toBe("procedures.noBasis");
  expect(table(changes({ removes: ["2"] }))).toBe("procedures.articleTwice");
  expect(table(changes({ removes: ["7"] }))).toBe("procedures.unknownArticle");
  expect(table(changes({}))).toBe("effective");
  const articles = walk.data.draft?.texts.fr?.articles;
  expect(articles?.map(({ number, by, since }) => [number, by, since])).toEqual([
    ["1", morocco, 1],
    ["2", israel, 2],
  ]);
  expect(walk.data.draft?.annex?.by).toBe(morocco);
  expect(table(changes({}))).toBe("procedures.languageTabled");
});

test("a whole text that repeats an article word for word does not take it over", () => {
  const walk = accordUpTo("tabled");
  must(walk, "tableVersion", { side: israel });
  expect(walk.data.draft?.version).toBe(2);
  expect(walk.data.draft?.texts.fr?.articles.map((article) => article.by)).toEqual([morocco, morocco]);
});

test("an annex that does not hold together is refused where it is tabled", () => {
  const annexOf = (change: object) => {
    const walk = accordUpTo("negotiation");
    const body = bodyOf(walk, "tableVersion");
    return codeOf(make(walk, "tableVersion", { change: { annex: { ...(body.annex as object), ...change } } }));
  };
  const article = (number: string, cap = "open") => ({ number, titles: { en: "T" }, domains: [], cap });
  const rule = { rule: { kind: "onSignature" }, zone: "UTC" };
  expect(annexOf({})).toBe("effective");
  expect(annexOf({ articles: [article("1"), article("2"), article("2")] })).toBe("procedures.badAnnex");
  expect(annexOf({ languages: ["fr", "en", "fr"] })).toBe("procedures.badAnnex");
  expect(annexOf({ prevailing: "he" })).toBe("procedures.badAnnex");
  expect(annexOf({ entryIntoForce: { ...rule, provisional: ["9"] } })).toBe("procedures.badAnnex");
  expect(annexOf({ calendars: {} })).toBe("procedures.badAnnex");
  expect(annexOf({ articles: [article("1", "cosmic"), article("2")] })).toBe("acts.unknownLevel");
});

test("a point is settled by the side that raised it, once, and holds up the freezing until then", () => {
  const walk = accordUpTo("tabled");
  must(walk, "raisePoint", { change: { point: "visits" } });
  expect(codeOf(make(walk, "raisePoint", { side: israel, change: { point: "visits" } }))).toBe("procedures.pointKnown");
  expect(codeOf(make(walk, "settlePoint", { change: { point: "else" } }))).toBe("procedures.pointUnknown");
  const settle = { change: { point: "visits" } };
  expect(codeOf(make(walk, "settlePoint", { side: israel, ...settle }))).toBe("procedures.pointNotYours");
  expect(codeOf(make(walk, "freezeText"))).toBe("procedures.pointsOpen");
  must(walk, "settlePoint", settle);
  expect(codeOf(make(walk, "settlePoint", settle))).toBe("procedures.alreadyRecorded");
  expect(make(walk, "freezeText")).toBe("effective");
});

test("the text is agreed when both freeze it with the same digests, not before", () => {
  const walk = accordUpTo("tabled");
  must(walk, "freezeText");
  expect(walk.stateAt()).toBe("negotiation");
  expect(walk.data.agreed).toBeUndefined();
  must(walk, "freezeText", { side: israel });
  expect(walk.stateAt()).toBe("textAgreed");
  expect(walk.data.agreed?.digest).toBe(
    testDigest({ texts: walk.data.agreed?.digests, annex: walk.data.agreed?.annexDigest }),
  );
});

test("a digest of another text is refused with the language that differs", () => {
  const walk = accordUpTo("tabled");
  const body = bodyOf(walk, "freezeText");
  const digests = { ...(body.digests as Record<string, string>), en: testDigest("another text") };
  const outcome = make(walk, "freezeText", { change: { digests } });
  expect(outcome).toMatchObject({ code: "procedures.digestDiffers", details: { language: "en" } });
  const annex = make(walk, "freezeText", { change: { annex: testDigest("another annex") } });
  expect(annex).toMatchObject({ code: "procedures.digestDiffers", details: { language: "annex" } });
});

test("an incomplete version cannot be frozen, nor an older one", () => {
  const walk = accordUpTo("tabled");
  must(walk, "tableVersion");
  expect(make(walk, "freezeText")).toMatchObject({
    code: "procedures.versionIncomplete",
    details: { version: 2, missing: ["en"] },
  });
  expect(codeOf(make(walk, "freezeText", { change: { version: 1 } }))).toBe("procedures.versionNumber");
});

test("languages that do not say the same paragraph by paragraph cannot be frozen", () => {
  const walk = accordUpTo("tabled");
  const changes = { basis: "changes", version: 2, articles: [{ number: "2", title: "Visits", paragraphs: ["One."] }] };
  const at = "2021-11-24T15:00:00Z";
  walk.must({ side: morocco, step: "tableVersion", body: { ...changes, language: "fr" }, at });
  walk.must({ side: morocco, step: "tableVersion", body: { ...changes, language: "en", articles: [] }, at });
  expect(make(walk, "freezeText")).toMatchObject({
    code: "procedures.notConcordant",
    details: { article: "2", paragraphs: 1, otherParagraphs: 2 },
  });
});

test("the annex names the articles of the text and no others", () => {
  const article = (number: string) => ({ number, titles: { en: "T" }, domains: [] });
  const freeze = (articles: JsonObject[]) => {
    const walk = accordUpTo("negotiation");
    const annex = {
      ...(bodyOf(walk, "tableVersion").annex as object),
      articles,
      entryIntoForce: { rule: { kind: "onSignature" }, zone: "UTC" },
    };
    must(walk, "tableVersion", { change: { annex } });
    must(walk, "tableVersion");
    return codeOf(make(walk, "freezeText"));
  };
  expect(freeze([article("1"), article("2"), article("3")])).toBe("procedures.annexNotOfText");
  expect(freeze([article("1")])).toBe("procedures.annexNotOfText");
  expect(freeze([article("1"), article("2")])).toBe("effective");
});

test("an agreed text can be opened again by both until it is initialled", () => {
  const walk = accordUpTo("textAgreed");
  both(walk, "reopenText");
  expect(walk.stateAt()).toBe("negotiation");
  expect(walk.data.agreed).toBeUndefined();
  expect(codeOf(make(accordUpTo("initialled"), "reopenText"))).toBe("procedures.wrongState");
});

test("a withdrawal prevails over a freezing that crossed it", () => {
  for (const [first, second] of [
    ["withdraw", "freezeText"],
    ["freezeText", "withdraw"],
  ] as const) {
    const walk = accordUpTo("tabled");
    must(walk, "freezeText");
    const sawMorocco = walk.lines[0].length;
    const sawIsrael = walk.lines[1].length;
    for (const step of [first, second])
      make(walk, step, step === "withdraw" ? { saw: sawIsrael } : { side: israel, saw: sawMorocco });
    expect(walk.stateAt()).toBe("withdrawn");
  }
});

test("of two sides that table a language at once one is taken, the other crossed, in any order of arrival", () => {
  const outcomes = [false, true].map((reversed) => {
    const walk = accordUpTo("negotiation");
    const sides = reversed ? [israel, morocco] : [morocco, israel];
    const change = bodyOf(walk, "tableVersion");
    for (const side of sides) make(walk, "tableVersion", { side, saw: side === israel ? 1 : 0, change });
    return walk.data.draft?.texts.fr?.by;
  });
  expect(outcomes).toEqual([morocco, morocco]);
});

test("articles stand in the order of their numbers", () => {
  const numbers = ["12a", "10", "6.2", "12", "6", "2", "6.10", "12b"].map((number) => ({ number }));
  expect([...numbers].sort(byNumber).map((one) => one.number)).toEqual([
    "2",
    "6",
    "6.2",
    "6.10",
    "10",
    "12",
    "12a",
    "12b",
  ]);
});
