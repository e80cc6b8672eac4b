import { expect, test } from "vitest";
import { foundingJson, sampleAccord, sampleCards, sampleFounding } from "../../test/founding.ts";
import { signerOf } from "../../test/keys.ts";
import { base64url, isRefusal } from "../base/index.ts";
import { nativeSuite } from "../seal/native.ts";
import {
  accordIdOf,
  cardFingerprint,
  cardOf,
  foundingDigest,
  keysOfCard,
  otherParty,
  parseCard,
  parseFounding,
} from "./founding.ts";
import type { PartyCode } from "./names.ts";

const [first, second] = sampleCards;
const ma = "MA" as PartyCode;
const il = "IL" as PartyCode;
const withCards = (...cards: unknown[]) => parseFounding({ ...foundingJson(), cards });

test("a founding is read with its sides in order, and names the accord by its digest", () => {
  expect(sampleFounding.cards.map((card) => card.party)).toEqual(["MA", "IL"]);
  expect(foundingDigest(nativeSuite, sampleFounding)).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(foundingDigest(nativeSuite, sampleFounding)).toContain(`sha256:${sampleAccord}`);
  expect(otherParty(sampleFounding, ma)).toBe("IL");
  expect(otherParty(sampleFounding, il)).toBe("MA");
  expect(cardOf(sampleFounding, il)).toEqual(second);
  expect(() => cardOf(sampleFounding, "FR" as PartyCode)).toThrow("not a party");
});

test("the order of the sides is part of what is compared by voice", () => {
  const turned = withCards(second, first);
  if (isRefusal(turned)) throw new TypeError("refused");
  expect(accordIdOf(nativeSuite, turned)).not.toBe(sampleAccord);
});

test("two cards of one party are refused", () => {
  const node = base64url(signerOf("another node").publicKey);
  const registry = base64url(signerOf("another registry").publicKey);
  const register = { ...second.register, ed25519: base64url(signerOf("another register").publicKey) };
  expect(withCards(first, { ...first, node, registry, register })).toEqual({
    kind: "refused",
    code: "acts.sameParty",
    details: { party: "MA" },
  });
});

test("a key shared by the two sides, or by two roles of one side, is refused", () => {
  const shared = [
    { ...second, node: first.node },
    { ...second, registry: first.node },
    { ...second, register: { ...second.register, ed25519: first.register.ed25519 } },
    { ...second, register: { ...second.register, mlDsa44: first.register.mlDsa44 } },
    { ...second, registry: second.node },
  ];
  for (const card of shared)
    expect(withCards(first, card)).toMatchObject({ code: "acts.badFounding", details: { path: "cards" } });
});

test("a founding of another form is refused with the field that is wrong", () => {
  const bad: [Record<string, unknown>, string][] = [
    [{ entente: "founding/2" }, "entente"],
    [{ cap: "cosmic" }, "cap"],
    [{ names: {} }, "names"],
    [{ names: { english: "x" } }, "names.english"],
    [{ cards: [first] }, "cards"],
    [{ cards: [first, second, second] }, "cards"],
    [{ extra: 1 }, "(whole)"],
  ];
  for (const [change, path] of bad)
    expect(parseFounding({ ...foundingJson(), ...change })).toMatchObject({
      code: "acts.badFounding",
      details: { path },
    });
  for (const value of [undefined, null, "", [], 1])
    expect(parseFounding(value)).toMatchObject({ code: "acts.badFounding" });
});

test("a card is read, and one of another form is refused with the field that is wrong", () => {
  expect(parseCard(structuredClone(first))).toEqual(first);
  const bad: [Record<string, unknown>, string][] = [
    [{ party: "ma" }, "party"],
    [{ names: { fr: "" } }, "names.fr"],
    [{ node: `${first.node}=` }, "node"],
    [{ node: base64url(new Uint8Array(32)) }, "node"],
    [{ node: base64url(new Uint8Array(31)) }, "node"],
    [{ register: { ...first.register, mlDsa44: first.node } }, "register.mlDsa44"],
    [{ address: "ftp://entente.ma.example/" }, "address"],
    [{ address: "entente.ma.example" }, "address"],
    [{ zone: "+01:00" }, "zone"],
    [{ weekend: [0] }, "weekend.0"],
    [{ weekend: [1, 2, 3, 4, 5, 6, 7] }, "weekend"],
    [{ secret: 1 }, "(whole)"],
  ];
  for (const [change, path] of bad)
    expect(parseCard({ ...first, ...change })).toMatchObject({ code: "acts.badCard", details: { path } });
  expect(parseCard(null)).toMatchObject({ code: "acts.badCard" });
});

test("a fingerprint is eight groups of four digits and changes with any field", () => {
  const fingerprint = cardFingerprint(nativeSuite, first);
  expect(fingerprint).toMatch(/^(?:[0-9a-f]{4} ){7}[0-9a-f]{4}$/);
  expect(cardFingerprint(nativeSuite, { ...first, weekend: [7] })).not.toBe(fingerprint);
  expect(cardFingerprint(nativeSuite, second)).not.toBe(fingerprint);
});

test("the keys of a card are its bytes, and a card that was not parsed is a fault", () => {
  const keys = keysOfCard(first);
  expect(base64url(keys.node)).toBe(first.node);
  expect(base64url(keys.registry)).toBe(first.registry);
  expect(keys.register.mlDsa44.length).toBe(1312);
  expect(() => keysOfCard({ ...first, node: "x" })).toThrow("not parsed");
  expect(() => keysOfCard({ ...first, register: { ...first.register, mlDsa44: "x" } })).toThrow("not parsed");
});
