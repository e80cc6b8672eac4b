// The door of dispatches, for the rest of this room.

export type { DispatchData } from "./data.ts";
export { dispatchProcedure } from "./dispatch.ts";
export { examples as dispatchExamples } from "./examples.ts";
