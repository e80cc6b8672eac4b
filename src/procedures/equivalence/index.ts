// The door of the tables of equivalence, for the rest of this room.

export {
  type EquivalenceData,
  type EquivalenceStep,
  equivalenceProcedure,
  tableOf,
} from "./equivalence.ts";
export {
  type ExampleContext as EquivalenceExampleContext,
  examples as equivalenceExamples,
  exampleTable,
} from "./examples.ts";
