// The door of requests for information, for the rest of this room.

export type { RequestData } from "./data.ts";
export { examples as requestExamples, otherExamples as otherRequestExamples } from "./examples.ts";
export { openRequestStates, requestProcedure } from "./request.ts";
