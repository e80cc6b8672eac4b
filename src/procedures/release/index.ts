// The door of release requests, for the rest of this room.

export { examples as releaseExamples } from "./examples.ts";
export { type ReleaseData, releaseProcedure } from "./release.ts";
