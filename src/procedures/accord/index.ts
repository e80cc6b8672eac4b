// The door of the procedure of an instrument, for the rest of this room.

export { type AccordStep, accordProcedure } from "./accord.ts";
export { alternat, type Original } from "./alternat.ts";
export type { AccordData, AgreedText, Article, LanguageText, Version } from "./data.ts";
export { type ExampleContext as AccordExampleContext, examples as accordExamples } from "./examples.ts";
export { accordInForceOf, explainEntryIntoForce } from "./force.ts";
export { accordTerms, amendedText, applyAmendment } from "./holding.ts";
