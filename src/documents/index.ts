// The door of the room `documents`: paper and standards. Labels of ADatP-4774 in XML, and tables for a spreadsheet.

export { csvText } from "./csv.ts";
export { readCsv } from "./csvRead.ts";
export { type CarriedLabel, labelOfMarking, markingFor, markingOfLabel } from "./label.ts";
export { formatLabelXml, parseLabelXml } from "./labelXml.ts";
export {
  type CategoryType,
  categoryTypes,
  type LabelFile,
  type Marking,
  type MarkingCategory,
  type MarkingKind,
  markingKinds,
  meaningOf,
} from "./marking.ts";
export { planRows, type ReadPlan, readPlanRows, type TableFlaw } from "./planTable.ts";
