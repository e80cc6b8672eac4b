// Routes of the annual plan: its living table, the dossiers under a line, the table as a file, and a file read against
// it. What is made of a file is made by acts as any other.

import { z } from "../../base/index.ts";
import { jsonAnswer, octetsAnswer, textAnswer } from "../answer.ts";
import { noBody, octetsBody } from "../body.ts";
import { route } from "../route.ts";
import { accordId, actId, noQuery, workbookType } from "../schemas/common.ts";
import { lineDossiers, lineParams, planTable, readPlanTable } from "../schemas/plan.ts";

const planParams = z.strictObject({ accord: accordId, dossier: actId });
const thePlan = { caller: "officer", params: planParams, query: noQuery } as const;

/** Bytes of a table that is read at all. */
const tableBytesMax = 1_000_000;

export const planRoutes = {
  plan: route({
    ...thePlan,
    method: "GET",
    path: "/api/accords/{accord}/plans/{dossier}",
    body: noBody,
    summary: "The annual plan: its lines, what is counted of the dossiers under each, letters and report.",
    notes: "Dossiers an officer may not read are counted too; nothing else is told of them.",
    answer: jsonAnswer(planTable, "The plan as it stands."),
  }),
  planLineDossiers: route({
    ...thePlan,
    method: "GET",
    path: "/api/accords/{accord}/plans/{dossier}/lines/{line}/dossiers",
    params: z.strictObject({ accord: accordId, ...lineParams }),
    body: noBody,
    summary: "The dossiers that carry out one line of the plan, at most two hundred.",
    answer: jsonAnswer(lineDossiers, "The dossiers the officer may read."),
  }),
  planTableFile: route({
    ...thePlan,
    method: "GET",
    path: "/api/accords/{accord}/plans/{dossier}/table.csv",
    body: noBody,
    summary: "The plan's lines as a table for a spreadsheet (RFC 4180).",
    notes: "A cell that a spreadsheet would take for a formula has an apostrophe before it.",
    answer: textAnswer({ description: "The table.", type: "text/csv; charset=utf-8; header=present" }),
  }),
  planTableBook: route({
    ...thePlan,
    method: "GET",
    path: "/api/accords/{accord}/plans/{dossier}/table.xlsx",
    body: noBody,
    summary: "The plan's lines as a workbook for a spreadsheet (XLSX).",
    notes: "The same table: one sheet, every cell text.",
    answer: octetsAnswer({ description: "The workbook.", type: workbookType }),
  }),
  readPlanTable: route({
    ...thePlan,
    method: "POST",
    path: "/api/accords/{accord}/plans/{dossier}/table",
    body: octetsBody(tableBytesMax),
    summary: "Reads a table (XLSX or CSV) against the plan: what would be proposed and changed, which rows are flawed.",
    notes: "Makes nothing: the bodies it gives are registered as acts of the plan.",
    answer: jsonAnswer(readPlanTable, "What the table would change."),
  }),
} as const;
