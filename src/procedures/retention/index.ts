// The door of retention, for the rest of this room.

export { examples as retentionExamples } from "./examples.ts";
export { type RetentionData, retentionProcedure } from "./retention.ts";
