import { expect, test } from "vitest";
import { refusalWords, refuse } from "../base/index.ts";
import { problemOf, refusalTextOf, statusOf } from "./problem.ts";
import { problem } from "./schemas/problem.ts";

test("a refusal becomes a problem with its code, its words and where they are explained", () => {
  const refused = refuse("api.unknown", { what: "dossier", got: "x" });
  expect(problemOf(refused)).toMatchObject({
    type: "/api#api.unknown",
    status: 404,
    code: "api.unknown",
    failed: "There is no dossier x here.",
    details: { what: "dossier", got: "x" },
  });
  expect(problem.safeParse(problemOf(refused)).success).toBe(true);
});

test("a refusal inside an answer has its lists as lists", () => {
  const refused = refuse("acts.unknownLevel", { got: "a", policy: "p", levels: ["x", "y"] });
  expect(refusalTextOf(refused).details).toEqual({ got: "a", policy: "p", levels: ["x", "y"] });
});

test("a caller's mistake is told from one of ours and from what cannot be done now", () => {
  expect(statusOf("api.fault")).toBe(500);
  expect(statusOf("api.tooLarge")).toBe(413);
  expect(statusOf("policy.denied")).toBe(403);
  expect(statusOf("acts.badDraft")).toBe(400);
  expect(statusOf("procedures.wrongState")).toBe(409);
});

test("every refusal there is has a status of its kind", () => {
  for (const code of Object.keys(refusalWords)) {
    const status = statusOf(code as keyof typeof refusalWords);
    expect(status >= 400 && status < 600, code).toBe(true);
  }
});
