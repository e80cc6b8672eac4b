export { committeeProcedure } from "./committee.ts";
export { type CommitteeData, minutesIn, openActions, type TrackedAction, versionsOf } from "./data.ts";
export { examples as committeeExamples } from "./examples.ts";
