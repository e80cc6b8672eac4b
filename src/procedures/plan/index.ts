export { decliningReasons, reportBody } from "./bodies.ts";
export { type Change, linesMax } from "./changes.ts";
export { type Letter, type PlanData, type PlanLine, type Reported, reportOf } from "./data.ts";
export { exampleLine, examples as planExamples } from "./examples.ts";
export { costRules, type Line, type LineStatus, lineForms, lineSchema, statuses, statusesAfter } from "./line.ts";
export { planProcedure } from "./plan.ts";
