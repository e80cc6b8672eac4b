import { expect, test } from "vitest";
import { parseSubmissions } from "./submission.ts";

const draft = {
  id: "017d3f4e-0000-7000-8000-000000000001",
  service: "registry",
  function: "registrar",
  dossier: "017d3f4e-0000-7000-8000-000000000001",
  procedure: "visit/1",
  step: "open",
  articles: ["6"],
  label: { policy: "P", classification: "open", releasableTo: ["IL", "MA"] },
  body: {},
};
const signature = "A".repeat(86);
const signed = { payload: "e30", officerSignatures: [{ protected: "e30", signature }] };

test("drafts and prepared acts are told apart, in the order they came", () => {
  expect(parseSubmissions({ acts: [draft, signed] })).toMatchObject([
    { id: draft.id, submission: { kind: "draft", draft } },
    { id: undefined, submission: { kind: "signed", officerSignatures: [{ protected: "e30" }] } },
  ]);
});

test("one act that cannot be read does not refuse the others", () => {
  const read = parseSubmissions({ acts: [{ ...draft, step: "1" }, 7, draft] });
  expect(read).toMatchObject([
    { id: draft.id, submission: { code: "acts.badDraft", details: { path: "step" } } },
    { id: undefined, submission: { code: "acts.badDraft" } },
    { submission: { kind: "draft" } },
  ]);
});

test.each([
  ["a payload of another alphabet", { ...signed, payload: "a+b=" }, "payload"],
  ["a payload with loose last bits", { ...signed, payload: "e31" }, "acts.0.payload"],
  ["a signature cut short", { ...signed, officerSignatures: [{ protected: "e30", signature: "AA" }] }, "officerS"],
  ["no signature", { ...signed, officerSignatures: [] }, "officerSignatures"],
  [
    "a signature with loose last bits",
    { ...signed, officerSignatures: [{ protected: "e30", signature: `${"A".repeat(85)}B` }] },
    "acts.0.officerSignatures.0.signature",
  ],
  [
    "a header that is no base64url",
    { ...signed, officerSignatures: [{ protected: "e", signature }] },
    "acts.0.officerSignatures.0.protected",
  ],
])("%s is refused as that act's result", (_, act, path) => {
  expect(parseSubmissions({ acts: [act] })).toMatchObject([
    { submission: { code: "api.badInput", details: { path: expect.stringContaining(path) } } },
  ]);
});

test("none, too many, or something else than acts refuses the request", () => {
  expect(parseSubmissions({ acts: [] })).toMatchObject({ code: "api.badInput" });
  expect(parseSubmissions({ acts: Array.from({ length: 501 }, () => draft) })).toMatchObject({ code: "api.badInput" });
  expect(parseSubmissions({ acts: [draft], more: 1 })).toMatchObject({ code: "api.badInput" });
  expect(parseSubmissions([draft])).toMatchObject({ code: "api.badInput" });
});
