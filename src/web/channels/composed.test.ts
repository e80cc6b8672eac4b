import { expect, test } from "vitest";
import { allProcedures, formSchema } from "../../procedures/index.ts";
import { fieldOf } from "../parts/form/index.ts";
import { keptOf, noUpload } from "../parts/upload/index.ts";
import { beginEntry, noText, withLower, withPicked, withTyped } from "./compose.ts";
import { composedOf, levelsNamed, missingIn } from "./composed.ts";
import type { DocumentRead } from "./data.ts";
import { partsOfForm } from "./form-parts.ts";

function partsOfStep(procedure: string, step: string) {
  const declared = allProcedures.find((one) => one.name === procedure)?.steps[step];
  if (declared === undefined) throw new Error(`${procedure} has no step ${step}.`);
  return partsOfForm(fieldOf(formSchema(declared)), new Set());
}

const label = { policy: "MA-IL", classification: "restricted", releasableTo: ["IL", "MA"], caveats: ["orcon"] };
const digest = `sha256:${"ab".repeat(32)}`;
const document: DocumentRead = { digest, mediaType: "text/plain", size: 1, label, by: "MA", act: "a" };
const reference = { entente: "sealed/1" as const, digest, size: 4100, mediaType: "text/plain", label };
const empty = beginEntry({ form: {}, picked: [], typed: [] });

test("a text that was typed is to be sealed; a file that was sealed stands in the body", () => {
  const parts = partsOfStep("request", "finalReply");
  const typed = withTyped(empty, { name: "answer", typed: { ...noText, text: "Six places" } });
  const filed = withTyped(empty, { name: "answer", typed: { ...noText, as: "file", file: keptOf(reference) } });
  const rest = { parts, body: { summary: "Places" }, fixed: { channel: "c" }, documents: [] };
  expect(composedOf({ ...rest, entry: typed })).toEqual({
    body: { summary: "Places", channel: "c" },
    texts: [{ field: "answer", text: "Six places" }],
  });
  expect(composedOf({ ...rest, entry: filed })).toEqual({
    body: { summary: "Places", channel: "c", answer: reference },
    texts: [],
  });
});

test("lowering keeps policy, releasability and caveats, and changes the level alone", () => {
  const entry = withLower(withPicked(empty, [digest]), "unclassified");
  const parts = partsOfStep("dispatch", "lower");
  const { body } = composedOf({ entry, parts, body: { reason: "It is public" }, fixed: {}, documents: [document] });
  expect(body).toEqual({
    reason: "It is public",
    documents: [digest],
    label: { ...label, classification: "unclassified" },
  });
});

test("what is needed and not there is told by its member", () => {
  expect(missingIn(empty, { parts: partsOfStep("request", "finalReply"), picks: true })).toEqual(["answer"]);
  expect(missingIn(empty, { parts: partsOfStep("dispatch", "lower"), picks: true })).toEqual(["documents", "label"]);
  expect(missingIn(empty, { parts: partsOfStep("incident", "suspect"), picks: false })).toEqual([]);
});

test("an optional document may be left out, but not half sealed", () => {
  const parts = partsOfStep("request", "clarify");
  expect(missingIn(empty, { parts, picks: true })).toEqual([]);
  const half = withTyped(empty, {
    name: "document",
    typed: { ...noText, as: "file", file: { ...noUpload, upload: "u" } },
  });
  expect(missingIn(half, { parts, picks: true })).toEqual(["document"]);
});

test("the levels of all sealed documents in the form are found, those on their way are not", () => {
  const entry = { form: { attachments: [{ ...keptOf(reference) }, { ...noUpload, upload: "u" }] }, typed: {} };
  expect(levelsNamed(entry)).toEqual(["restricted"]);
});
