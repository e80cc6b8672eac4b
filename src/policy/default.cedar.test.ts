// The policy a side starts with: complete over every procedure, naming no step that is not there, and holding the
// separations of duty that it promises.

import { expect, test } from "vitest";
import { isRefusal } from "../base/index.ts";
import { allProcedures } from "../procedures/index.ts";
import { defaultPolicies } from "./default.cedar.ts";
import { createPolicy } from "./policy.ts";
import type { Question } from "./question.ts";

const policy = createPolicy({ policies: defaultPolicies, cacheSize: 1000 });

const everyFunction = [
  "administrator",
  "auditor",
  "head-of-delegation",
  "head-of-protocol",
  "liaison-officer",
  "planner",
  "plenipotentiary",
  "protocol-officer",
  "registrar",
  "security-authority",
  "security-officer",
  "spokesperson",
  "treaty-officer",
] as const;

function asked(name: (typeof everyFunction)[number], change: Partial<Question> = {}): Question {
  return {
    officer: { id: "o-1", party: "MA", service: "defence", functions: [name] },
    action: "act",
    procedure: "visit",
    step: "draft",
    level: 0,
    service: "defence",
    at: "2021-11-24T14:30:00Z",
    ...change,
  };
}

/** "allowed", or the rules that forbid; none when no rule allows. */
function answerTo(question: Question): unknown {
  const answer = policy.decide(question);
  return isRefusal(answer) ? answer.details.rules : "allowed";
}

const everyStep = allProcedures.flatMap(({ name, steps }) =>
  Object.keys(steps).map((step) => ({ procedure: name, step })),
);

test("every step of every procedure may be made by somebody", () => {
  const orphans = everyStep.filter((each) => policy.functionsThatMay({ action: "act", ...each }).length === 0);
  expect(orphans).toEqual([]);
});

test("the policy names no procedure and no step that does not exist", () => {
  const known = new Set(everyStep.map(({ procedure, step }) => `${procedure}.${step}`));
  const named = defaultPolicies.split(";").flatMap((rule) => {
    const procedure = /resource == Procedure::"([^"]+)"/.exec(rule)?.[1];
    const lists = [...rule.matchAll(/\[([^\]]*)\]\.contains\(context\.step\)/g)].map((match) => match[1] ?? "");
    return [...lists.join().matchAll(/"([^"]+)"/g)].map((match) => `${procedure}.${match[1]}`);
  });
  expect(named.length).toBeGreaterThanOrEqual(known.size);
  expect(named.filter((each) => !known.has(each))).toEqual([]);
});

test("a step nobody has declared is denied to everyone", () => {
  const permitted = everyFunction.filter((name) => answerTo(asked(name, { step: "declareWar" })) === "allowed");
  expect(permitted).toEqual([]);
});

test("an auditor reads every dossier and acts in none, not even in another function", () => {
  const officer = { ...asked("auditor").officer, functions: ["auditor", "liaison-officer"], dossiers: ["d-1"] };
  expect(answerTo(asked("auditor", { action: "read", officer, dossier: "d-2" }))).toBe("allowed");
  expect(answerTo(asked("auditor", { officer }))).toEqual(["auditors-only-read"]);
  expect(answerTo(asked("auditor", { officer, function: "liaison-officer" }))).toEqual(["auditors-only-read"]);
});

test("an administrator administers, and neither acts nor reads", () => {
  expect(answerTo(asked("administrator", { action: "administer" }))).toBe("allowed");
  expect(answerTo(asked("administrator", { action: "read" }))).toEqual([]);
  expect(answerTo(asked("administrator"))).toEqual(["administrators-do-not-act"]);
  expect(answerTo(asked("liaison-officer", { action: "administer" }))).toEqual([]);
});

test("an administrator opens no sealed document, and neither does an auditor; a liaison officer does", () => {
  expect(answerTo(asked("administrator", { action: "open" }))).toEqual(["administrators-do-not-act"]);
  expect(answerTo(asked("auditor", { action: "open" }))).toEqual(["auditors-only-read"]);
  expect(answerTo(asked("liaison-officer", { action: "open" }))).toBe("allowed");
  expect(answerTo(asked("liaison-officer", { action: "open", service: "intelligence" }))).toEqual(["own-service"]);
  expect(answerTo(asked("spokesperson", { action: "open" }))).toEqual([]);
});

test("only the security officer reads the access log, not even who administers the node", () => {
  const log = { action: "administer", procedure: "access-log" } as const;
  expect(answerTo(asked("security-officer", log))).toBe("allowed");
  expect(answerTo(asked("administrator", log))).toEqual(["access-log-closed"]);
  expect(answerTo(asked("auditor", log))).toEqual(["access-log-closed", "auditors-only-read"]);
  expect(policy.functionsThatMay(log)).toEqual(["security-officer"]);
});

test("the security officer changes a colleague's clearance and nobody their own", () => {
  const clearance = { action: "administer", procedure: "officers" } as const;
  expect(answerTo(asked("security-officer", { ...clearance, composer: "o-2" }))).toBe("allowed");
  expect(answerTo(asked("security-officer", { ...clearance, composer: "o-1" }))).toEqual(["own-clearance"]);
  expect(answerTo(asked("administrator", { ...clearance, composer: "o-1" }))).toEqual(["own-clearance"]);
  expect(answerTo(asked("liaison-officer", { ...clearance, composer: "o-2" }))).toEqual([]);
});

test("only a plenipotentiary signs and denounces", () => {
  const may = (step: string) => policy.functionsThatMay({ action: "act", procedure: "accord", step });
  expect(may("sign")).toEqual(["plenipotentiary"]);
  expect(may("denounce")).toEqual(["plenipotentiary"]);
  expect(may("initial")).toEqual(["head-of-delegation"]);
});

test("who made the step before does not certify or endorse a visit; another officer of the function does", () => {
  for (const [name, step] of [
    ["security-officer", "certify"],
    ["security-authority", "endorse"],
  ] as const) {
    expect(answerTo(asked(name, { step, author: "o-1" }))).toEqual(["four-eyes"]);
    expect(answerTo(asked(name, { step, author: "o-2" }))).toBe("allowed");
  }
  expect(answerTo(asked("liaison-officer", { step: "redraft", author: "o-1" }))).toBe("allowed");
});

test("an officer acts for the officer's own service only", () => {
  expect(answerTo(asked("liaison-officer"))).toBe("allowed");
  expect(answerTo(asked("liaison-officer", { service: "intelligence" }))).toEqual(["own-service"]);
});

test("above the lowest level a valid clearance is needed, to read as to act", () => {
  const officer = { ...asked("liaison-officer").officer, clearance: { level: 1, until: "2022-01-01T00:00:00Z" } };
  for (const action of ["act", "read", "compose", "open"] as const) {
    expect(answerTo(asked("liaison-officer", { action, level: 1 }))).toEqual(["clearance"]);
    expect(answerTo(asked("liaison-officer", { action, level: 1, officer }))).toBe("allowed");
    expect(answerTo(asked("liaison-officer", { action, level: 2, officer }))).toEqual(["clearance"]);
    expect(answerTo(asked("liaison-officer", { action, level: 1, officer, at: "2022-01-01T00:00:00Z" }))).toEqual([
      "clearance",
    ]);
  }
});

test("an officer kept to some dossiers neither reads nor acts in another", () => {
  const officer = { ...asked("liaison-officer").officer, dossiers: ["d-1"] };
  for (const action of ["act", "read", "compose", "open"] as const) {
    expect(answerTo(asked("liaison-officer", { action, officer, dossier: "d-1" }))).toBe("allowed");
    expect(answerTo(asked("liaison-officer", { action, officer, dossier: "d-2" }))).toEqual(["need-to-know"]);
  }
});
