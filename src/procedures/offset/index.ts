// The door of offset obligations, for the rest of this room.

export { type Claim, type OffsetData, offsetAccount, type Project } from "./data.ts";
export { examples as offsetExamples, otherExamples as otherOffsetExamples } from "./examples.ts";
export { offsetProcedure } from "./offset.ts";
