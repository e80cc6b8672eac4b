import fc from "fast-check";
import { expect, test } from "vitest";
import { actJson, sampleAct, sampleId } from "../../test/acts.ts";
import { signerOf } from "../../test/keys.ts";
import { isRefusal, utf8 } from "../base/index.ts";
import { canonical, type JsonValue, signEnvelope } from "../seal/index.ts";
import { nativeSuite } from "../seal/native.ts";
import {
  type Act,
  actDepthMax,
  draftOf,
  encodeAct,
  leafBytesMax,
  parseAct,
  parseDraft,
  parseLeaf,
  payloadBytesMax,
  sameDraft,
} from "./act.ts";

const read = (changes: Record<string, unknown>) => parseAct(utf8(canonical(actJson(changes))));
const readText = (text: string) => parseAct(utf8(text));
const whole = canonical(actJson());
const sign = (payload: Uint8Array): Uint8Array =>
  signEnvelope({ payload, signers: [signerOf("MA protocol")], suite: nativeSuite });
const nested = (levels: number): JsonValue => {
  let value: JsonValue = 1;
  for (let i = 0; i < levels; i++) value = { a: value };
  return value;
};

test("each field of another form is refused with its name", () => {
  const bad: [Record<string, unknown>, string][] = [
    [{ accord: "1" }, "accord"],
    [{ id: "017D53A8-0000-7000-8000-000000000001" }, "id"],
    [{ party: "ma" }, "party"],
    [{ service: "Protocol" }, "service"],
    [{ function: "" }, "function"],
    [{ dossier: "1" }, "dossier"],
    [{ procedure: "toy" }, "procedure"],
    [{ step: "Open" }, "step"],
    [{ step: "__proto__" }, "step"],
    [{ articles: ["6", "6"] }, "articles"],
    [{ articles: Array.from({ length: 17 }, (_, i) => String(i + 1)) }, "articles"],
    [{ articles: [6] }, "articles.0"],
    [{ label: {} }, "label.policy"],
    [{ body: [] }, "body"],
    [{ body: { [`${"k".repeat(65)}`]: 1 } }, `body.${"k".repeat(65)}`],
    [{ seen: -1 }, "seen"],
    [{ seen: 1.5 }, "seen"],
    [{ seen: "0" }, "seen"],
    [{ at: { instant: "2022-02-30T00:00:00Z", zone: "UTC" } }, "at.instant"],
    [{ at: { instant: "1999-12-31T23:59:59Z", zone: "UTC" } }, "at.instant"],
    [{ at: { instant: "2200-01-01T00:00:00Z", zone: "UTC" } }, "at.instant"],
    [{ at: { instant: "2021-11-24T14:30:60Z", zone: "UTC" } }, "at.instant"],
    [{ at: { instant: "2021-11-24T14:30:00Z", zone: "+01:00" } }, "at.zone"],
    [{ at: { instant: "2021-11-24T14:30:00Z", zone: "UTC", offset: 1 } }, "at"],
    [{ other: 1 }, "(whole)"],
  ];
  for (const [change, path] of bad)
    expect(read(change), path).toMatchObject({ kind: "refused", code: "acts.badAct", details: { path } });
});

test("a missing field is refused", () => {
  for (const name of Object.keys(actJson())) {
    const { [name]: _, ...rest } = actJson();
    expect(parseAct(utf8(canonical(rest))), name).toMatchObject({ code: "acts.badAct" });
  }
});

test("what is not canonical JSON to the last byte is refused, each flaw by its name", () => {
  const bad: [string, string][] = [
    [` ${whole}`, "seal.notCanonical"],
    [whole.replace('"seen":0', '"seen":0.0'), "seal.notCanonical"],
    [whole.replace('"seen":0', '"seen": 0'), "seal.notCanonical"],
    [whole.replace('"toy/1"', '"toy\\/1"'), "seal.notCanonical"],
    [`${whole}\n{}`, "seal.trailingBytes"],
    [`${whole}x`, "seal.trailingBytes"],
    [whole.replace('"seen":0', '"seen":0,"seen":0'), "seal.duplicateKey"],
    [whole.replace('"body":{}', '"body":{"a":1,"a":2}'), "seal.duplicateKey"],
    [whole.replace('"body":{}', '"body":{"a":"\\ud800"}'), "seal.loneSurrogate"],
    [whole.replace('"body":{}', '"body":{"a":9007199254740993}'), "seal.numberPrecision"],
    [whole.slice(0, -1), "seal.notJson"],
    ["", "seal.notJson"],
  ];
  for (const [text, code] of bad) expect(readText(text), text).toMatchObject({ kind: "refused", code });
  const swapped = Object.fromEntries(Object.entries(actJson()).sort(([a], [b]) => (a < b ? 1 : -1)));
  expect(readText(JSON.stringify(swapped))).toMatchObject({ code: "seal.notCanonical" });
  const bytes = utf8(whole);
  bytes[whole.indexOf("protocol")] = 0xff;
  expect(parseAct(bytes)).toMatchObject({ code: "seal.badUtf8" });
  expect(parseAct(utf8(`\ufeff${whole}`))).toMatchObject({ kind: "refused" });
});

test("a body may go as deep as the limit and no deeper", () => {
  expect(isRefusal(read({ body: nested(actDepthMax - 1) as object }))).toBe(false);
  expect(read({ body: nested(actDepthMax) as object })).toMatchObject({ code: "seal.tooDeep" });
  const hostile = whole.replace('"body":{}', `"body":{"a":${"[".repeat(20_000)}${"]".repeat(20_000)}}`);
  expect(readText(hostile)).toMatchObject({ code: "seal.tooDeep" });
});

test("the name that schemas drop in silence is refused at any depth", () => {
  for (const body of ['{"__proto__":{"x":1}}', '{"a":[{"__proto__":1,"b":1}]}'])
    expect(readText(whole.replace('"body":{}', `"body":${body}`))).toMatchObject({
      code: "acts.badAct",
      details: { problem: "a name that no field may have" },
    });
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test("an act that would not fit in a leaf is refused before it is signed, and the largest one fits", () => {
  const room = payloadBytesMax - utf8(canonical(actJson({ body: { t: "" } }))).length;
  const largest = encodeAct(sampleAct({ body: { t: "x".repeat(room) } }));
  if (isRefusal(largest)) throw new TypeError("refused");
  const signers = ["a", "b", "c", "d"].map((name) => signerOf(name));
  expect(signEnvelope({ payload: largest, signers, suite: nativeSuite }).length).toBeLessThanOrEqual(leafBytesMax);
  const over = { ...sampleAct(), body: { t: "x".repeat(room + 1) } };
  expect(encodeAct(over)).toMatchObject({ code: "acts.oversize", details: { bytes: payloadBytesMax + 1 } });
  expect(read({ body: { t: "x".repeat(room + 1) } })).toMatchObject({ code: "seal.tooLarge" });
  expect(parseLeaf(new Uint8Array(leafBytesMax + 1))).toMatchObject({ code: "acts.oversize" });
});

test("a leaf is read to the last byte, and a flaw of its envelope or of its payload is refused", () => {
  const bytes = sign(utf8(whole));
  const leaf = parseLeaf(bytes);
  if (isRefusal(leaf)) throw new TypeError("refused");
  expect(leaf.act).toEqual(sampleAct());
  expect(leaf.envelope.signatures.length).toBe(1);
  expect(parseLeaf(bytes.subarray(0, -1))).toMatchObject({ code: "seal.badEnvelope" });
  expect(parseLeaf(new Uint8Array([...bytes, 10]))).toMatchObject({ code: "seal.badEnvelope" });
  expect(parseLeaf(sign(utf8("{}")))).toMatchObject({ code: "acts.badAct" });
  expect(parseLeaf(new Uint8Array())).toMatchObject({ code: "seal.badEnvelope" });
});

test("a draft has what its author chooses and nothing that the node adds", () => {
  const draft = draftOf(sampleAct());
  expect(parseDraft(structuredClone(draft))).toEqual(draft);
  for (const added of ["accord", "party", "seen", "at"])
    expect(parseDraft({ ...draft, [added]: actJson()[added] })).toMatchObject({ code: "acts.badDraft" });
  expect(parseDraft({ ...draft, id: "1" })).toMatchObject({ code: "acts.badDraft", details: { path: "id" } });
  for (const value of [undefined, null, [], "x"]) expect(parseDraft(value)).toMatchObject({ code: "acts.badDraft" });
});

test("a draft that could not be written, or not be read again, is refused and does not throw", () => {
  const draft = draftOf(sampleAct());
  const bad: [unknown, string][] = [
    [{ a: nested(20_000) }, "nested too deeply"],
    [nested(actDepthMax), "nested too deeply"],
    [{ a: "\ud800" }, "half of a character (a lone surrogate)"],
    [{ "\udc00": 1 }, "half of a character (a lone surrogate)"],
    [JSON.parse('{"__proto__":1}'), "a name that no field may have"],
  ];
  for (const [body, problem] of bad)
    expect(parseDraft({ ...draft, body })).toMatchObject({ code: "acts.badDraft", details: { problem } });
  for (const body of [{ a: Number.NaN }, { a: Number.POSITIVE_INFINITY }, { a: 1n }, { a: () => 1 }])
    expect(parseDraft({ ...draft, body })).toMatchObject({ code: "acts.badDraft" });
});

test("two drafts are the same whatever the order of their keys, and differ by any value", () => {
  const draft = draftOf(sampleAct({ body: { a: 1, b: [1, 2] } }));
  expect(sameDraft(draft, { ...draft, body: { b: [1, 2], a: 1 } })).toBe(true);
  expect(sameDraft(draft, { ...draft, body: { a: 1, b: [2, 1] } })).toBe(false);
  expect(sameDraft(draft, { ...draft, id: sampleId(2) })).toBe(false);
});

const anyBody = fc.dictionary(
  fc.string({ unit: "grapheme", maxLength: 20 }).filter((key) => key !== "__proto__"),
  fc.jsonValue({ maxDepth: 5, stringUnit: "grapheme" }),
  { maxKeys: 6 },
);

const anyAct: fc.Arbitrary<Act> = fc
  .record({
    id: fc.integer({ min: 0, max: 2 ** 40 }),
    party: fc.constantFrom("MA", "IL"),
    seen: fc.nat(),
    seconds: fc.integer({ min: 0, max: 10 ** 9 }),
    articles: fc.uniqueArray(fc.constantFrom("1", "2", "6.2", "12a"), { maxLength: 4 }),
    body: anyBody,
  })
  .map(({ id, party, seen, seconds, articles, body }) =>
    sampleAct({
      id: sampleId(id),
      party,
      seen,
      articles,
      body,
      at: { instant: new Date(946_684_800_000 + seconds * 1000).toISOString().replace(".000Z", "Z"), zone: "UTC" },
    }),
  );

test("law: an act is read back as it was written, and written back as it was read", () => {
  fc.assert(
    fc.property(anyAct, (act) => {
      const payload = encodeAct(act);
      if (isRefusal(payload)) throw new TypeError("refused");
      const again = parseAct(payload);
      if (isRefusal(again)) throw new TypeError(again.code);
      expect(again).toEqual(act);
      expect(encodeAct(again)).toEqual(payload);
      const draft = parseDraft(JSON.parse(JSON.stringify(draftOf(act))));
      expect(!isRefusal(draft) && sameDraft(draft, draftOf(act))).toBe(true);
    }),
  );
});

test("law: a leaf with one byte changed is refused, or reads as another act or another signature", () => {
  const bytes = sign(utf8(canonical(actJson({ body: { n: 1, t: "é" } }))));
  const leaf = parseLeaf(bytes);
  if (isRefusal(leaf)) throw new TypeError("refused");
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const other = new Uint8Array(bytes);
      other[at] = (other[at] ?? 0) ^ change;
      const reading = parseLeaf(other);
      if (isRefusal(reading)) return;
      const sameAct = String(reading.envelope.payload) === String(leaf.envelope.payload);
      const sameSignature =
        reading.envelope.signatures[0]?.kid === leaf.envelope.signatures[0]?.kid &&
        String(reading.envelope.signatures[0]?.signature) === String(leaf.envelope.signatures[0]?.signature);
      expect(sameAct && sameSignature).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
