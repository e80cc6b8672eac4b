export {
  movesMax as injectMovesMax,
  openBody as injectsOpenBody,
  returnReasons as injectReturnReasons,
  rowsMax as injectRowsMax,
  stopCauses,
  writeBody as injectsWriteBody,
} from "./bodies.ts";
export { type InjectRow, type InjectsData, injectsInOrder, type Row as InjectsRow } from "./data.ts";
export { exampleFrame, exampleInject, examples as injectsExamples } from "./examples.ts";
export { injectsProcedure } from "./injects.ts";
export {
  type Event as ListEvent,
  eventSchema,
  type Incident,
  type Inject,
  incidentSchema,
  injectMeans,
  injectSchema,
  injectTypes,
  type Objective,
  objectiveSchema,
  type Stage as InjectStage,
  stages as injectStages,
} from "./rows.ts";
export { ranksMax as injectRanksMax } from "./writing.ts";
