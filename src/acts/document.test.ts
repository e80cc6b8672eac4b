import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject } from "./act.ts";
import {
  checkDocuments,
  type DocumentRef,
  documentsIn,
  documentsMax,
  parseDocumentRef,
  sealedBytesMax,
} from "./document.ts";
import type { PartyCode } from "./names.ts";

const digestOf = (n: number): string => `sha256:${n.toString(16).padStart(64, "0")}`;
const ref = (n: number, changes: Partial<DocumentRef> = {}): DocumentRef => ({
  entente: "sealed/1",
  digest: digestOf(n),
  size: 70_000,
  mediaType: "application/pdf",
  label: { policy: "p", classification: "restricted", releasableTo: ["IL", "MA"] as PartyCode[] },
  ...changes,
});

test("documents are found wherever a body names them, each digest once, in the canonical order", () => {
  const body: JsonObject = {
    text: ref(2),
    attachments: [ref(3), { inner: { document: ref(1) } }, ref(3)],
    subject: "sealed/1",
    other: { entente: "other/1", digest: digestOf(9) },
  };
  expect(documentsIn(body).map((one) => one.digest)).toEqual([digestOf(3), digestOf(1), digestOf(2)]);
  expect(checkDocuments(body)).toBeUndefined();
});

test("law: the order of a body's keys changes nothing in what is found", () => {
  const keys = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(keys, (names) => {
      const entries = names.map((name, i): [string, DocumentRef] => [name, ref(i)]);
      const one = documentsIn({ nested: Object.fromEntries(entries) });
      expect(documentsIn({ nested: Object.fromEntries(entries.reverse()) })).toEqual(one);
      expect(one).toHaveLength(names.length);
    }),
  );
});

test.each([
  ["digest", { digest: digestOf(1).toUpperCase() }],
  ["digest", { digest: digestOf(1).slice(7) }],
  ["size", { size: 0 }],
  ["size", { size: sealedBytesMax + 1 }],
  ["size", { size: 1.5 }],
  ["mediaType", { mediaType: "application/pdf; name=secret.pdf" }],
  ["mediaType", { mediaType: "Application/PDF" }],
  ["label.releasableTo", { label: { ...ref(1).label, releasableTo: [] } }],
])("a reference with another %s is refused and not found", (path, changes) => {
  const bad = { ...ref(1), ...changes };
  expect(parseDocumentRef(bad)).toMatchObject({ code: "acts.badDocument", details: { path } });
  const body: JsonObject = { a: { documents: [bad] } };
  expect(checkDocuments(body)).toMatchObject({
    code: "acts.badDocument",
    details: { path: `body.a.documents.0.${path}` },
  });
  expect(documentsIn(body)).toEqual([]);
});

test("a reference holds no name of a file: any further field is refused", () => {
  expect(checkDocuments({ document: { ...ref(1), name: "minutes.pdf" } })).toMatchObject({ code: "acts.badDocument" });
});

test("one document described in two ways is refused", () => {
  const body: JsonObject = { a: ref(1), b: ref(1, { mediaType: "text/plain" }) };
  expect(checkDocuments(body)).toMatchObject({ code: "acts.documentTwice", details: { path: "body.b" } });
  expect(documentsIn(body)).toEqual([ref(1)]);
});

test("an act names at most 64 documents", () => {
  const refs = Array.from({ length: documentsMax + 1 }, (_, i) => ref(i));
  expect(checkDocuments({ documents: refs.slice(1) })).toBeUndefined();
  expect(checkDocuments({ documents: refs })).toMatchObject({ code: "acts.tooManyDocuments" });
  expect(documentsIn({ documents: refs })).toHaveLength(documentsMax);
});
