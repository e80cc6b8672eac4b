import type { WordsTable } from "./words.ts";

/** What the room `policy` refuses. */
export const policyRefusals = {
  "policy.denied": {
    failed: 'This side\'s policy denies {officer} {what} in the procedure "{procedure}": {because}.',
    expected: "an officer acting as one of {functions}, where no rule forbids it.",
    todo: "Ask an officer of such a function, or ask the security authority whether the policy should change.",
  },
} as const satisfies WordsTable;
