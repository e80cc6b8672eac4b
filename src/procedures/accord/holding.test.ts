import { expect, test } from "vitest";
import type { Dossier } from "../engine/dossier.ts";
import { actId, israel, morocco, termsWith } from "../testing/walk.ts";
import { type AccordData, blank } from "./data.ts";
import { accordInForceOf } from "./force.ts";
import { accordTerms, amendedText, applyAmendment } from "./holding.ts";
import { accordUpTo, bodyOf, must } from "./testing/story.ts";

const parties = [morocco, israel] as const;
const signedAt = Date.parse("2021-11-24T15:00:00Z");
const day = 86_400_000;

/** The accord of a walk, as a dossier of its own id and with what a test changes in its data. */
function dossierOf(
  number: number,
  walk: ReturnType<typeof accordUpTo>,
  change: Partial<AccordData> = {},
): Dossier<AccordData> {
  const { dossier } = walk;
  const id = actId(number);
  return { ...dossier, id, data: { ...dossier.data, dossier: id, ...change } };
}

test("nothing holds before a framework's text is agreed", () => {
  expect(accordInForceOf(blank)).toBeUndefined();
  const dossiers = [dossierOf(1, accordUpTo("tabled"))];
  expect(accordTerms({ dossiers, at: signedAt, parties })).toBeUndefined();
});

test("an agreed text holds with no article in force, a signed one provisionally", () => {
  const agreed = accordTerms({ dossiers: [dossierOf(1, accordUpTo("textAgreed"))], at: signedAt, parties });
  expect([agreed?.inForceFrom, agreed?.provisionalFrom, agreed?.endsAt]).toEqual([undefined, undefined, undefined]);
  const signed = accordTerms({ dossiers: [dossierOf(1, accordUpTo("signed"))], at: signedAt, parties });
  expect(signed?.provisionalFrom).toBe(signedAt);
});

test("a withdrawn negotiation leaves nothing behind", () => {
  const walk = accordUpTo("textAgreed");
  must(walk, "withdraw");
  expect(accordTerms({ dossiers: [dossierOf(1, walk)], at: signedAt, parties })).toBeUndefined();
});

test("of two frameworks the one latest in force holds, from its own entry into force on and in any order", () => {
  const old = dossierOf(1, accordUpTo("inForce"));
  const next = dossierOf(2, accordUpTo("inForce"), { inForceFrom: signedAt + 10 * day });
  for (const dossiers of [
    [old, next],
    [next, old],
  ]) {
    expect(accordTerms({ dossiers, at: signedAt + 10 * day - 1, parties })?.dossier).toBe(old.id);
    expect(accordTerms({ dossiers, at: signedAt + 10 * day, parties })?.dossier).toBe(next.id);
  }
});

test("a framework that has ended gives way to one that is only agreed", () => {
  const ended = dossierOf(1, accordUpTo("inForce"), { succession: { by: actId(2), from: signedAt + day } });
  const agreed = dossierOf(2, accordUpTo("textAgreed"));
  expect(accordTerms({ dossiers: [ended, agreed], at: signedAt, parties })?.dossier).toBe(ended.id);
  expect(accordTerms({ dossiers: [ended, agreed], at: signedAt + day, parties })?.dossier).toBe(agreed.id);
});

test("an arrangement under the framework does not take its place", () => {
  const framework = dossierOf(1, accordUpTo("textAgreed"));
  const held = termsWith();
  const propose = { kind: "arrangement", under: held.accord?.dossier ?? "" };
  const walk = accordUpTo("negotiation", { terms: held, propose: { ...propose, supersedes: [] } });
  expect(walk.data.proposal?.kind).toBe("arrangement");
  const arrangement = dossierOf(2, accordUpTo("inForce"), { proposal: walk.data.proposal });
  expect(accordTerms({ dossiers: [framework, arrangement], at: signedAt + day, parties })?.dossier).toBe(framework.id);
});

const article = (number: string, domain: "visits" | "training") => ({ number, titles: { en: "T" }, domains: [domain] });

/**
 * An amendment of dossier 1 in force from `from`: article 2 authorises training, article 1 is gone, article 3 is new.
 */
function amendmentFrom(from: number): Dossier<AccordData> {
  const entryIntoForce = { rule: { kind: "onSecondNote" }, zone: "Africa/Casablanca" };
  const walk = accordUpTo("negotiation", {
    terms: termsWith(),
    propose: { kind: "amendment", amends: termsWith().accord?.dossier ?? "", supersedes: [] },
  });
  const annex = {
    ...JSON.parse(JSON.stringify(bodyOf(walk, "tableVersion").annex)),
    articles: [article("2", "training"), article("3", "visits")],
    entryIntoForce,
  };
  const articles = ["2", "3"].map((number) => ({ number, title: `New ${number}`, paragraphs: ["New."] }));
  must(walk, "tableVersion", { change: { annex, articles } });
  must(walk, "tableVersion", { change: { articles } });
  must(walk, "freezeText");
  must(walk, "freezeText", { side: israel });
  const proposal = walk.data.proposal;
  if (proposal?.kind !== "amendment") throw new TypeError("An amendment was proposed.");
  return dossierOf(5, walk, { inForceFrom: from, proposal: { ...proposal, amends: actId(1) } });
}

test("an amendment changes the accord's annex from its own entry into force, not its rule of entry", () => {
  const accord = dossierOf(1, accordUpTo("inForce"));
  const from = signedAt + 30 * day;
  const dossiers = [accord, amendmentFrom(from)];
  const before = accordTerms({ dossiers, at: from - 1, parties });
  const after = accordTerms({ dossiers, at: from, parties });
  expect(before?.annex.articles.map((one) => one.number)).toEqual(["1", "2"]);
  expect(after?.annex.articles.map((one) => [one.number, one.domains])).toEqual([
    ["2", ["training"]],
    ["3", ["visits"]],
  ]);
  expect(after?.inForceFrom).toBe(before?.inForceFrom);
  expect(after?.annex.entryIntoForce).toEqual(before?.annex.entryIntoForce);
});

test("an amendment of another instrument, or one not in force, changes nothing", () => {
  const accord = accordInForceOf(dossierOf(9, accordUpTo("inForce")).data);
  if (!accord) throw new TypeError("It is in force.");
  const amendment = amendmentFrom(signedAt).data;
  expect(applyAmendment({ accord, amendment, at: signedAt })).toBe(accord);
  const own = { ...accord, dossier: actId(1) };
  expect(applyAmendment({ accord: own, amendment: { ...amendment, inForceFrom: undefined }, at: signedAt })).toBe(own);
  expect(applyAmendment({ accord: own, amendment, at: signedAt })).not.toBe(own);
});

test("the amended text has the new articles, keeps the others, and loses those the annex no longer names", () => {
  const text = accordUpTo("inForce").data.agreed?.texts.fr;
  if (!text) throw new TypeError("It is agreed.");
  const amended = amendedText(text, amendmentFrom(signedAt).data);
  expect(amended.articles.map((one) => [one.number, one.title])).toEqual([
    ["2", "New 2"],
    ["3", "New 3"],
  ]);
});
