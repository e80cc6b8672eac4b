// The door of contests, for the rest of this room.

export { type ContestData, type ContestStep, contestedLeaf, contestProcedure } from "./contest.ts";
export { type ExampleContext as ContestExampleContext, examples as contestExamples } from "./examples.ts";
