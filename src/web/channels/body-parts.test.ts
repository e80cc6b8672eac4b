import { expect, test } from "vitest";
import { digestsNamed, partsOfBody } from "./body-parts.ts";

const digest = `sha256:${"ab".repeat(32)}`;
const reference = {
  entente: "sealed/1",
  digest,
  size: 4100,
  mediaType: "text/plain",
  label: { policy: "MA-IL", classification: "restricted", releasableTo: ["IL", "MA"] },
};

test("a body's documents are told apart from what it says in clear, the text before what is attached", () => {
  const { documents, said } = partsOfBody({
    channel: "017d3f4e-0000-7000-8000-000000000001",
    subject: "Places",
    attachments: [reference, { ...reference, mediaType: "application/pdf" }],
    question: reference,
    restrictions: [],
  });
  expect(documents.map(({ field, number, reference: one }) => [field, number, one.mediaType])).toEqual([
    ["question", undefined, "text/plain"],
    ["attachments", 1, "text/plain"],
    ["attachments", 2, "application/pdf"],
  ]);
  expect(said).toEqual({ subject: "Places" });
});

test("an answer in words is said, the digest of an answer is not", () => {
  expect(partsOfBody({ answer: "Before noon" }).said).toEqual({ answer: "Before noon" });
  expect(partsOfBody({ answer: digest }).said).toEqual({});
});

test("what has not the form of a reference is no document", () => {
  const { documents, said } = partsOfBody({ question: { ...reference, entente: "sealed/9" } });
  expect(documents).toEqual([]);
  expect(Object.keys(said)).toEqual(["question"]);
});

test("the documents that an act is about are those it names by digest", () => {
  expect(digestsNamed({ documents: [digest], reason: "It is superseded" })).toEqual([digest]);
  expect(digestsNamed({ replaces: [digest], text: reference })).toEqual([digest]);
  expect(digestsNamed("documents")).toEqual([]);
});
