import { expect, test } from "vitest";
import { fromUtf8, utf8 } from "../base/index.ts";
import { encodeForkEvidence, inclusionProof, parseLeafIndex, storedTiles } from "../register/index.ts";
import { verifyEvidence } from "./evidence.ts";
import { encodeSeenFuture, type KeysOf, parseSeenFuture, type SeenFuture } from "./seenFuture.ts";
import { sizeOf } from "./size.ts";
import { kept, leavesOf, suite, TestNode, twoSides } from "./testing.ts";

const [northSide, southSide] = twoSides();
const identities = [northSide.sides.own, southSide.sides.own];
const keysOf: KeysOf = (origin) => identities.find((each) => each.origin === origin)?.keys;

function code(bytes: Uint8Array, known = keysOf): string {
  const proved = verifyEvidence({ suite, bytes, keysOf: known });
  return proved.kind === "refused" ? proved.code : proved.kind;
}

async function noteOf(side: typeof northSide, leaves: readonly Uint8Array[]): Promise<Uint8Array> {
  const node = new TestNode(side);
  await node.append(leaves);
  return (await node.reader.head(side.sides.own.origin))?.checkpoint ?? utf8("");
}

/** The third leaf of five in the north claims seven of the south, which has two. */
async function sample(change: Partial<SeenFuture> = {}): Promise<SeenFuture> {
  const author = new TestNode(northSide);
  const { origin } = northSide.sides.own;
  await author.append(leavesOf(5));
  const tiles = storedTiles(author.reader, origin);
  return {
    claimed: sizeOf(7),
    index: kept(parseLeafIndex(2)),
    leaf: utf8("leaf 2"),
    path: await inclusionProof({ suite, tiles, index: 2, size: 5 }),
    checkpoint: (await author.reader.head(origin))?.checkpoint ?? utf8(""),
    head: await noteOf(southSide, leavesOf(2)),
    ...change,
  };
}

test("evidence of a leaf that has seen the future is read as it was written", async () => {
  for (const head of [undefined, await noteOf(southSide, leavesOf(2))]) {
    const evidence = await sample({ head });
    expect(parseSeenFuture(encodeSeenFuture(evidence))).toEqual(evidence);
  }
});

test("it proves whose leaf it is and what the other register had", async () => {
  const proved = verifyEvidence({ suite, bytes: encodeSeenFuture(await sample()), keysOf });
  expect(proved).toEqual({
    kind: "seenFuture",
    author: northSide.sides.own.origin,
    index: 2,
    leaf: utf8("leaf 2"),
    claimed: 7,
    register: southSide.sides.own.origin,
    size: 2,
  });
});

test("it proves nothing when the leaf is another, the claim is none or the registers are one", async () => {
  expect(code(encodeSeenFuture(await sample({ leaf: utf8("leaf 3") })))).toBe("register.inclusionUnproven");
  expect(code(encodeSeenFuture(await sample({ claimed: sizeOf(2) })))).toBe("exchange.notFuture");
  const own = await noteOf(northSide, leavesOf(5));
  expect(code(encodeSeenFuture(await sample({ head: own })))).toBe("exchange.badEvidence");
});

test("it proves nothing to one who does not have the founding, or by keys of another", async () => {
  const bytes = encodeSeenFuture(await sample());
  expect(code(bytes, () => undefined)).toBe("exchange.evidenceStranger");
  expect(code(bytes, () => northSide.sides.own.keys)).toBe("seal.noteSignatureMissing");
});

test("a file with a line changed, missing or added cannot be read", async () => {
  const text = fromUtf8(encodeSeenFuture(await sample())) ?? "";
  const lines = text.split("\n");
  const without = (at: number): string => lines.filter((_, i) => i !== at).join("\n");
  for (let at = 0; at < lines.length; at++) expect(code(utf8(without(at)))).toBe("exchange.badEvidence");
  expect(code(utf8(`${text}\n`))).toBe("exchange.badEvidence");
  expect(code(utf8(text.replace("\nleaf ", "\nleave ")))).toBe("exchange.badEvidence");
  expect(code(utf8(text.replace("\nleaf ", "\nleaf !")))).toBe("exchange.badEvidence");
  expect(code(utf8(text.replace("\npath ", "\npath AAAA")))).toBe("exchange.badEvidence");
  expect(code(utf8(text.replace("claimed 7", "claimed 07")))).toBe("register.badNumber");
  expect(code(utf8(text.replace("index 2", "index -2")))).toBe("register.badNumber");
});

test("two heads of one size prove a fork, and two that agree do not", async () => {
  const first = await noteOf(northSide, leavesOf(3));
  const second = await noteOf(northSide, leavesOf(3, "other"));
  const bytes = encodeForkEvidence({ first, second, path: [] });
  expect(verifyEvidence({ suite, bytes, keysOf })).toMatchObject({
    kind: "fork",
    origin: northSide.sides.own.origin,
    first: { size: 3 },
    second: { size: 3 },
  });
  expect(code(encodeForkEvidence({ first, second: first, path: [] }))).toBe("register.noFork");
  expect(code(bytes, () => undefined)).toBe("exchange.evidenceStranger");
});

test("two heads of two registers prove nothing", async () => {
  const first = await noteOf(northSide, leavesOf(3));
  const second = await noteOf(southSide, leavesOf(3, "other"));
  expect(code(encodeForkEvidence({ first, second, path: [] }))).toBe("register.wrongOrigin");
});

test("a file of another kind, or of no kind, cannot be read", () => {
  expect(code(utf8("entente/parcel@v1\n"))).toBe("exchange.badEvidence");
  expect(code(Uint8Array.of(0xff))).toBe("exchange.badEvidence");
  expect(code(utf8("entente/fork-evidence@v1\n"))).toBe("register.badForkEvidence");
});
