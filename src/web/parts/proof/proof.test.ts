// A proof checked in the browser: by a file that the node's own rooms made, whole and altered.

import { expect, test } from "vitest";
import { cardFingerprint } from "../../../acts/index.ts";
import { isRefusal, utf8 } from "../../../base/index.ts";
import { key, partyOf, TestRegister } from "../../../proof/testing.ts";
import { nativeSuite } from "../../../seal/native.ts";
import { checkProof } from "./check.ts";
import { pathLevels } from "./path.ts";

const ma = partyOf("MA", 10);
const il = partyOf("IL", 20);

async function proofFile(): Promise<Uint8Array> {
  const register = new TestRegister(ma, il);
  register.make({ step: "designate", body: { service: "adn" }, signers: [ma.registry] });
  register.make({ step: "designate", body: { service: "other" }, signers: [ma.registry, key(40)] });
  return await register.file(1, []);
}

const known = {
  MA: cardFingerprint(nativeSuite, ma.card),
  IL: cardFingerprint(nativeSuite, il.card),
};

test("a whole file is proved against the cards its reader knows, and says which cards they are", async () => {
  const checked = checkProof(await proofFile(), known);
  if (isRefusal(checked)) throw new Error(checked.code);
  expect(checked.proven).toMatchObject({ party: "MA", index: 1, size: 2 });
  expect(checked.fingerprints).toEqual(known);
  expect(checked.path).toHaveLength(1);
});

test("a file of other cards than those the reader knows is refused, naming the side", async () => {
  const bytes = await proofFile();
  expect(checkProof(bytes, { ...known, IL: "0000 0000" })).toMatchObject({
    code: "proof.otherCards",
    details: { party: "IL" },
  });
  expect(isRefusal(checkProof(bytes))).toBe(false);
});

test("a file altered by one byte is refused, wherever the byte stands", async () => {
  const bytes = await proofFile();
  for (let at = 0; at < bytes.length; at += 211) {
    const altered = bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
    expect([at, isRefusal(checkProof(altered, known))]).toEqual([at, true]);
  }
});

test("what is no proof is refused", () => {
  for (const text of ["", "{}", "[]", '{"act":1}', "entente/fork-evidence@v1\n"])
    expect(isRefusal(checkProof(utf8(text)))).toBe(true);
});

test.each([
  [0, 2, ["s"], [true]],
  [1, 2, ["s"], [false]],
  [2, 3, ["s"], [false]],
  [4, 7, ["a", "b", "c"], [true, true, false]],
  [6, 7, ["a", "b"], [false, false]],
])("leaf %i of %i: each sibling stands on its side", (index, size, path, left) => {
  expect(pathLevels({ index, size, path }).map((level) => level.left)).toEqual(left);
});
