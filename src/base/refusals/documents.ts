import type { WordsTable } from "./words.ts";

/** What the room `documents` refuses. */
export const documentsRefusals = {
  "documents.xmlTooLarge": {
    failed: "The XML has {bytes} bytes.",
    expected: "at most {limit}: a label is short.",
    todo: "Ask its author for the label alone.",
  },
  "documents.xmlBomb": {
    failed: "The XML has {problem}.",
    expected: "elements, attributes and text, of no great depth or number; no DOCTYPE, no entities of its own.",
    todo: "Take it for an attack unless its author can explain it, and ask for a plain label.",
  },
  "documents.notXml": {
    failed: "The text is not well-formed XML: {problem}.",
    expected: "XML 1.0 in UTF-8 with namespaces.",
    todo: "Ask its author for the file again.",
  },
  "documents.notLabel": {
    failed: "The XML is no label: {problem}.",
    expected: "a confidentiality label of ADatP-4774, Edition A, or labels bound by ADatP-4778.",
    todo: "Ask its author which format it is.",
  },
  "documents.labelPart": {
    failed: "The label has {what}, which cannot be kept here.",
    expected: "a policy, a classification, categories, a privacy mark, an originator and dates.",
    todo: "Have its author give the label without it, or handle the document on paper.",
  },
  "documents.notCarried": {
    failed: "A label of this accord cannot say what this one says: {what}.",
    expected: 'a classification, "Releasable To", "Context" and "Special Handling", and nothing else that restricts.',
    todo: "Have the equivalence of the two policies say how such a document is to be labelled, and label it so.",
  },
  "documents.noReleasability": {
    failed: "The label does not say to which parties the document may be released.",
    expected: 'a category "Releasable To" that names parties by their codes.',
    todo: "Ask the originator to whom it may be released.",
  },
  "documents.noLabelOfPolicy": {
    failed: "None of the labels is of the policy {policy}; they are of {policies}.",
    expected: "the originator's label, or an alternative one, of that policy.",
    todo: "Have the equivalence of the two policies say what the document's level is here.",
  },
  "documents.notWorkbook": {
    failed: "The file is no workbook that can be read: {problem}.",
    expected: "a workbook (XLSX) as a spreadsheet saves it, with the table on its first sheet.",
    todo: "Save the table again as XLSX, or as CSV in UTF-8.",
  },
  "documents.tableFlaw": {
    failed: "The table cannot be read in row {row}: {problem}.",
    expected: "a table as a spreadsheet saves it: XLSX with values and no formulas, or CSV in UTF-8, quotes closed.",
    todo: "Save the table again, with values in place of formulas.",
  },
  "documents.tableColumn": {
    failed: "The columns are not those of this table: {got}.",
    expected: "each once, of {known}.",
    todo: "Export the table as it stands and fill that in.",
  },
  "documents.tableEmpty": {
    failed: "The table has no row under the names of its columns.",
    expected: "the names of the columns, then one row for each line.",
    todo: "Fill in at least one row.",
  },
} as const satisfies WordsTable;
