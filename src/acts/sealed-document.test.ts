// Sealing, taking up again and opening of documents: head, sealer and opener together.

import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleId } from "../../test/acts.ts";
import { concat, isRefusal, type Refusal, refusalLine } from "../base/index.ts";
import { chunkBytes, makeIdentity, recipientOf, SealStream, sealingHeader } from "../seal/index.ts";
import { nativeSuite as suite } from "../seal/native.ts";
import { openDocument, openWholeDocument } from "./document-opener.ts";
import { beginDocument, resumeBytes, resumeDocument, sealDocument } from "./document-sealer.ts";
import { checkSealedHead, encodeSealedHead, isDocumentName, parseSealedHead, type SealedHead } from "./sealed-head.ts";

const own = makeIdentity(suite, "x25519");
const theirs = makeIdentity(suite, "x25519");
const recipients = [recipientOf(suite, theirs), recipientOf(suite, own)];
const label = { policy: "p", classification: "restricted", releasableTo: ["IL", "MA"] };

function made<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(refusalLine(value));
  return value;
}

const headOf = (size: number, changes: Record<string, unknown> = {}): SealedHead =>
  made(
    parseSealedHead({
      entente: "sealed/1",
      act: sampleId(1),
      label,
      mediaType: "text/plain",
      name: "Compte rendu du 24 novembre.txt",
      size,
      ...changes,
    }),
  );
const bytesOf = (length: number): Uint8Array => new Uint8Array(length).map((_, i) => (i * 17) % 256);
const ref = { label: headOf(0).label, mediaType: "text/plain" };
const check = (head: SealedHead): Refusal | undefined => checkSealedHead(head, { act: sampleId(1), ref });

test.each([0, 1, 10_000, chunkBytes, 300_000])("a document of %i bytes opens for both services", (size) => {
  const content = bytesOf(size);
  const file = made(sealDocument({ suite, recipients, head: headOf(size), content }));
  expect(made(beginDocument({ suite, recipients, head: headOf(size) })).size).toBe(file.length);
  for (const identity of [own, theirs]) {
    const opened = made(openWholeDocument({ suite, bytes: file, identities: [identity], check }));
    expect(opened.head).toEqual(headOf(size));
    expect(Buffer.compare(opened.content, content)).toBe(0);
  }
  const stranger = makeIdentity(suite, "x25519");
  expect(openWholeDocument({ suite, bytes: file, identities: [stranger], check })).toMatchObject({
    code: "seal.noIdentity",
  });
});

test.each([
  ["acts.documentOfOtherAct", { act: sampleId(2) }],
  ["acts.documentLabelDiffers", { label: { ...label, classification: "unclassified" } }],
  ["acts.documentLabelDiffers", { label: { ...label, caveats: ["eyes-only"] } }],
  ["acts.documentTypeDiffers", { mediaType: "text/html" }],
])("nothing is given out and %s is told when the head says otherwise than the act", (code, changes) => {
  const content = bytesOf(200_000);
  const file = made(sealDocument({ suite, recipients, head: headOf(content.length, changes), content }));
  const { opener, bodyAt } = made(openDocument({ suite, bytes: file, identities: [own], check }));
  expect(opener.update(file.subarray(bodyAt, bodyAt + 70_000))).toMatchObject({ code });
  expect(opener.update(file.subarray(bodyAt + 70_000))).toMatchObject({ code });
  expect(opener.final()).toMatchObject({ code });
  expect(opener.head).toBeUndefined();
});

test("a content shorter or longer than was said is not sealed", () => {
  const begun = made(beginDocument({ suite, recipients, head: headOf(5) }));
  made(begun.sealer.update(bytesOf(3)));
  expect(begun.sealer.final()).toMatchObject({ code: "acts.documentSizeDiffers", details: { said: 5, came: 3 } });
  expect(begun.sealer.update(bytesOf(3))).toMatchObject({ code: "acts.documentSizeDiffers", details: { came: 6 } });
  made(begun.sealer.update(bytesOf(2)));
  expect(made(begun.sealer.final()).length).toBeGreaterThan(0);
});

/** A file whose sealer was dishonest: any plaintext. */
function sealRaw(plain: Uint8Array): Uint8Array {
  const start = made(sealingHeader({ suite, recipients }));
  const stream = new SealStream({ suite, ...start });
  return concat([start.bytes, stream.update(plain), stream.final()]);
}

test.each([4, 6, 100_000])("a content of %i bytes under a head that says 5 is refused", (size) => {
  const file = sealRaw(concat([encodeSealedHead(headOf(5)), bytesOf(size)]));
  expect(openWholeDocument({ suite, bytes: file, identities: [own], check })).toMatchObject({
    code: "acts.documentSizeDiffers",
  });
});

test.each([
  ["no head", new Uint8Array()],
  ["half a length", new Uint8Array(3)],
  ["an absurd length", new Uint8Array([0xff, 0xff, 0xff, 0xff, 1, 2, 3])],
  ["a head that is cut off", encodeSealedHead(headOf(5)).subarray(0, 40)],
  ["another head", concat([new Uint8Array([0, 0, 0, 18]), Buffer.from('{"kind":"refused"}')])],
])("a document with %s is refused", (_, plain) => {
  expect(openWholeDocument({ suite, bytes: sealRaw(plain), identities: [own], check })).toMatchObject({
    code: "acts.badSealedHead",
  });
});

test.each([
  "../keys/node.json",
  "a/b",
  "a\\b",
  "..",
  ".",
  "",
  " a",
  "a\n",
  "a\u0000",
  "exe.\u202efdp",
  "x".repeat(201),
])("%j is not the name of a file", (name) => {
  expect(isDocumentName(name)).toBe(false);
  expect(parseSealedHead({ ...headOf(1), name })).toMatchObject({
    code: "acts.badSealedHead",
    details: { path: "name" },
  });
});

test.each(["rapport.pdf", "تقرير.pdf", "דו״ח סופי.docx", "1. Annexe (v2).tar.gz"])(
  "%s is the name of a file",
  (name) => {
    expect(isDocumentName(name)).toBe(true);
  },
);

test("law: a file cut at any byte is taken up again and ends as the same document", () => {
  const content = bytesOf(5 * chunkBytes + 77);
  const begun = made(beginDocument({ suite, recipients, head: headOf(content.length) }));
  const whole = concat([begun.bytes, made(begun.sealer.update(content)), made(begun.sealer.final())]);
  expect(whole.length).toBe(begun.size);
  const firstChunk = begun.bytes.length + chunkBytes + 16;
  fc.assert(
    fc.property(fc.integer({ min: firstChunk, max: whole.length }), (length) => {
      const beginning = whole.subarray(0, Math.min(length, resumeBytes));
      const resumed = made(resumeDocument({ suite, identities: [own], beginning, size: length }));
      expect(resumed.keep).toBeLessThanOrEqual(length);
      expect(resumed.size).toBe(whole.length);
      expect(resumed.sealer.head).toEqual(headOf(content.length));
      const rest = made(resumed.sealer.update(content.subarray(resumed.sealer.offset)));
      const again = concat([whole.subarray(0, resumed.keep), rest, made(resumed.sealer.final())]);
      expect(Buffer.compare(again, whole)).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test("a file without a whole first chunk is begun again, and another's file is not taken up", () => {
  const content = bytesOf(3 * chunkBytes);
  const file = made(sealDocument({ suite, recipients, head: headOf(content.length), content }));
  const resumed = (identity: typeof own, size: number) =>
    resumeDocument({ suite, identities: [identity], beginning: file.subarray(0, size), size });
  expect(resumed(own, 60_000)).toMatchObject({ code: "acts.notResumable" });
  expect(resumed(makeIdentity(suite, "x25519"), 150_000)).toMatchObject({ code: "seal.noIdentity" });
  const small = made(sealDocument({ suite, recipients, head: headOf(9), content: bytesOf(9) }));
  expect(resumeDocument({ suite, identities: [own], beginning: small, size: small.length })).toMatchObject({
    code: "acts.notResumable",
  });
});
