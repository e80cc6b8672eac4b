import { beforeAll, expect, test } from "vitest";
import { utf8 } from "../../base/index.ts";
import { partyOf, TestRegister } from "../../proof/testing.ts";
import { type Given, judge } from "./files.ts";

const ma = partyOf("MA", 10);
const il = partyOf("IL", 20);
const impostor = partyOf("IL", 30);
const card = (party: typeof ma): Given => ({ name: "card.json", bytes: utf8(JSON.stringify(party.card, null, 2)) });

let proof: Given;
beforeAll(async () => {
  const register = new TestRegister(ma, il);
  register.make({ step: "designate", body: { service: "adn" }, signers: [ma.registry] });
  proof = { name: "proof.json", bytes: await register.file(0, []) };
});

test("a proof alone is proved, with its cards left to be compared", () => {
  expect(judge([proof])).toMatchObject({ kind: "proved", compared: false });
});

test("with both cards, in any order, it is compared with them; another's card refuses it", () => {
  expect(judge([card(il), proof, card(ma)])).toMatchObject({ kind: "proved", compared: true });
  expect(judge([proof, card(ma), card(impostor)])).toMatchObject({
    kind: "refused",
    refusal: { code: "proof.otherCards", details: { party: "IL" } },
  });
});

test("one card alone leaves the other side unknown, and that is refused", () => {
  expect(judge([proof, card(ma)])).toMatchObject({ refusal: { code: "proof.otherCards", details: { party: "IL" } } });
});

test("cards without a proof, two proofs, and a byte altered are refused", () => {
  expect(judge([card(ma), card(il)])).toMatchObject({ refusal: { code: "proof.badFile" } });
  expect(judge([proof, proof])).toMatchObject({ refusal: { code: "proof.badFile" } });
  expect(judge([])).toMatchObject({ refusal: { code: "proof.badFile" } });
  const altered = { ...proof, bytes: proof.bytes.map((byte, at) => (at === 900 ? byte ^ 1 : byte)) };
  expect(judge([altered])).toMatchObject({ kind: "refused" });
});
