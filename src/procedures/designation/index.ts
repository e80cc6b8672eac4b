// The door of designations, for the rest of this room.

export { serviceKinds } from "./bodies.ts";
export {
  type DesignatedFunction,
  type DesignatedKey,
  type DesignatedSealingKey,
  type DesignationData,
  serviceOf,
} from "./data.ts";
export { type DesignationStep, designationProcedure } from "./designation.ts";
export { type ExampleContext as DesignationExampleContext, examples as designationExamples } from "./examples.ts";
