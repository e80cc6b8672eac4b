export { type ClearanceData, clearanceProcedure } from "./clearance.ts";
export { examples as clearanceExamples } from "./examples.ts";
