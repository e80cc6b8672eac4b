// Routes of a main events list as a table: given out for a spreadsheet, and a table read against the list. What is made
// of a table is made by acts as any other.

import { z } from "../../base/index.ts";
import { jsonAnswer, octetsAnswer, textAnswer } from "../answer.ts";
import { noBody, octetsBody } from "../body.ts";
import { route } from "../route.ts";
import { accordId, actId, noQuery, workbookType } from "../schemas/common.ts";
import { readInjectsTable } from "../schemas/injects.ts";

const theList = {
  caller: "officer",
  params: z.strictObject({ accord: accordId, dossier: actId }),
  query: noQuery,
} as const;

/** Bytes of a table that is read at all: some thousands of injects with their texts. */
const tableBytesMax = 4_000_000;

export const injectsRoutes = {
  injectsTableFile: route({
    ...theList,
    method: "GET",
    path: "/api/accords/{accord}/injects/{dossier}/table.csv",
    body: noBody,
    summary: "The rows of a main events list as a table for a spreadsheet (RFC 4180).",
    notes:
      "Objectives, events and incidents before the injects, each with its rank in the first column. Stage and real " +
      "time are told and not read. A cell that a spreadsheet would take for a formula has an apostrophe before it.",
    answer: textAnswer({ description: "The table.", type: "text/csv; charset=utf-8; header=present" }),
  }),
  injectsTableBook: route({
    ...theList,
    method: "GET",
    path: "/api/accords/{accord}/injects/{dossier}/table.xlsx",
    body: noBody,
    summary: "The rows of a main events list as a workbook for a spreadsheet (XLSX).",
    notes: "The same table: one sheet, every cell text.",
    answer: octetsAnswer({ description: "The workbook.", type: workbookType }),
  }),
  readInjectsTable: route({
    ...theList,
    method: "POST",
    path: "/api/accords/{accord}/injects/{dossier}/table",
    body: octetsBody(tableBytesMax),
    summary: "Reads a table (XLSX or CSV) against the list: what it would write, and which rows are flawed.",
    notes:
      "Makes nothing: the bodies it gives are registered as acts of the list. Rows that are not in the table stay.",
    answer: jsonAnswer(readInjectsTable, "What the table would write."),
  }),
} as const;
