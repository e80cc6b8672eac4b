// Who lets what out of a side: never the officer who composed it, and nobody who has no part in it.

import { expect, test } from "vitest";
import { isRefusal } from "../../base/index.ts";
import { defaultPolicies } from "../default.cedar.ts";
import { createPolicy } from "../policy.ts";
import type { Question } from "../question.ts";

const policy = createPolicy({ policies: defaultPolicies, cacheSize: 1000 });

function answer(name: string, change: Partial<Question> & Pick<Question, "procedure">): unknown {
  const decided = policy.decide({
    officer: { id: "o-1", party: "MA", service: "channel", functions: [name] },
    action: "act",
    level: 0,
    service: "channel",
    at: "2022-03-01T09:00:00Z",
    ...change,
  });
  return isRefusal(decided) ? decided.details.rules : "allowed";
}

const lettingOut: readonly (readonly [procedure: string, step: string, by: string])[] = [
  ["request", "release", "release-officer"],
  ["request", "finalReply", "liaison-officer"],
  ["request", "noHoldings", "liaison-officer"],
  ["dispatch", "send", "release-officer"],
  ["dispatch", "correct", "liaison-officer"],
  ["dispatch", "lower", "release-officer"],
  ["release", "grant", "security-authority"],
  ["release", "grantSanitised", "release-officer"],
];

test.each(lettingOut)("%s %s is let out by another than who composed it", (procedure, step, by) => {
  expect(answer(by, { procedure, step, composer: "o-2" })).toBe("allowed");
  expect(answer(by, { procedure, step, composer: "o-1" })).toEqual([`${procedure}-four-eyes`]);
});

test("what is only acknowledged, opened or destroyed needs no second officer", () => {
  expect(answer("liaison-officer", { procedure: "request", step: "acknowledge", composer: "o-1" })).toBe("allowed");
  expect(answer("security-officer", { procedure: "dispatch", step: "attestDestruction", composer: "o-1" })).toBe(
    "allowed",
  );
});

test("a release officer reads, writes and opens, and keeps no channel", () => {
  for (const action of ["read", "compose", "open"] as const)
    expect(answer("release-officer", { procedure: "dispatch", action })).toBe("allowed");
  expect(answer("release-officer", { procedure: "channel", step: "close" })).toEqual([]);
});

test("who works on visits or protocol lets nothing out through a channel", () => {
  for (const name of ["protocol-officer", "planner", "treaty-officer", "registrar"])
    expect(answer(name, { procedure: "dispatch", step: "send", composer: "o-2" })).toEqual([]);
});
