export { defaultPolicies } from "./default.cedar.ts";
export { type Allowed, createPolicy, type Matter, type Policy } from "./policy.ts";
export type { Action, Officer, Question } from "./question.ts";
export type { PolicyRule } from "./rules.ts";
