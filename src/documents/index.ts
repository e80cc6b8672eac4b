// The door of the room `documents`: paper and standards. Labels of ADatP-4774 in XML, tables for a
// spreadsheet, and what is told to the public as a feed.

export { atomText } from "./atom.ts";
export { csvText } from "./csv.ts";
export { readCsv } from "./csvRead.ts";
export { type FeedEntry, type FeedFacts, type FeedLink, legible, type PublicFeed } from "./feed.ts";
export {
  type InjectWriting,
  injectRows,
  injectWrites,
  type ReadInjects,
  readInjectRows,
} from "./injectTable.ts";
export { type JsonFeed, type JsonFeedItem, jsonFeed, jsonFeedItem } from "./jsonFeed.ts";
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
export { type Press, type PressText, pressText } from "./pressText.ts";
export { type PressLanguage, pressLanguages, pressWords } from "./pressWords.ts";
export { readTable } from "./table.ts";
export { xlsxBytes } from "./xlsx.ts";
