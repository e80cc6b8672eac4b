export { defaultPolicies } from "./default.cedar.ts";
export { type Allowed, createPolicy, type Matter, type Policy } from "./policy.ts";
export type { Officer, Question } from "./question.ts";
