import { expect, test } from "vitest";
import { refusalLine, refuse } from "../base/index.ts";
import { keptRefusal, toldRefusal } from "./kept-refusal.ts";

test("a kept refusal reads back as it was given", () => {
  const given = refuse("procedures.wrongState", { step: "sign", state: "draft", from: ["a", "b"], possible: [] });
  expect(keptRefusal({ code: given.code, details: JSON.stringify(given.details) })).toEqual(given);
});

test("a code of a newer version is shown by its name, with its details", () => {
  const refusal = toldRefusal({ code: "visit.moonPhase", details: { phase: "full" } });
  expect(refusal.code).toBe("node.unknownRefusal");
  expect(refusalLine(refusal)).toContain('visit.moonPhase ({"phase":"full"})');
});

test("a name that every object has is no code", () => {
  expect(toldRefusal({ code: "constructor", details: {} }).code).toBe("node.unknownRefusal");
});

test("details that are no JSON are shown as the text they are", () => {
  expect(keptRefusal({ code: "node.busy", details: "{half" }).details).toEqual({ text: "{half" });
  expect(keptRefusal({ code: "node.busy", details: '{"a":{"b":1}}' }).details).toEqual({ text: '{"a":{"b":1}}' });
});
