// The annual plan as its table shows it: each line with what is counted of the dossiers under it, the letters that
// wait, the report the plan tells, and a table from a spreadsheet read against it.

import { z } from "../../base/index.ts";
import { actId, count, inLanguages, instant, localTimes, partyCode, record } from "./common.ts";
import { dossierRow } from "./dossier.ts";

const status = z.enum(["planned", "confirmed", "executed", "postponed", "cancelled"]);
/** As the plan's form has it. */

const counted = z
  .strictObject({
    count,
    open: count,
    /** Open ones that await this side, and the other; one that awaits both counts for both. */
    own: count,
    other: count,
    /** Open ones whose nearest deadline has passed by this node's clock. */
    overdue: count,
    /** The nearest deadline of an open one. */
    due: z.strictObject({ at: instant, local: localTimes, owners: z.array(partyCode) }).optional(),
    /** Named in the plan, and no dossier this node knows. */
    unknown: count,
  })
  .meta({ id: "CountedDossiers" });

const planLine = z
  .strictObject({
    line: record,
    by: partyCode,
    digest: z.string(),
    status,
    note: z.string().optional(),
    dossiers: counted,
  })
  .meta({ id: "PlanLine" });

const letter = z
  .strictObject({
    by: partyCode,
    reference: z.string(),
    digest: z.string(),
    changes: z.array(record),
    reason: z.string(),
    at: instant,
    local: localTimes,
    answer: z.enum(["accepted", "declined", "withdrawn"]).optional(),
  })
  .meta({ id: "PlanLetter" });

const reported = z.strictObject({ line: z.string(), status, dossiers: count });

export const planTable = z
  .strictObject({
    row: dossierRow,
    caller: partyCode,
    year: z.number().int(),
    titles: inLanguages,
    /** Each side's own number for it. */
    references: z.record(z.string(), z.string()),
    /** Both have handed in their proposals: either side changes any line. */
    harmonising: z.boolean(),
    /** Of all lines: what both agree to and sign; absent before the first line. */
    version: z.string().optional(),
    signed: z.strictObject({ version: z.string(), at: instant, local: localTimes }).optional(),
    lines: z.array(planLine),
    letters: z.array(letter),
    /** What the plan tells of its year now: the body of the report's adoption. */
    report: z.array(reported),
    adopted: z.strictObject({ at: instant, local: localTimes }).optional(),
  })
  .meta({ id: "PlanTable", description: "The annual plan with what is counted of the dossiers under each line." });

export const lineDossiers = z
  .strictObject({
    items: z.array(dossierRow),
    /** Under the line, and not for this officer to read or not known here. */
    hidden: count,
  })
  .meta({ id: "LineDossiers", description: "The dossiers under one line: open ones first, then by deadline." });

const change = z.strictObject({
  line: z.string(),
  base: z.string(),
  set: record,
  clear: z.array(z.string()).optional(),
});

export const readPlanTable = z
  .strictObject({
    /** Bodies of `proposeLines` for the lines that are not in the plan. */
    proposals: z.array(z.strictObject({ lines: z.array(record) })),
    /** Bodies of `changeLine` for those that differ. */
    changes: z.array(change),
    /** Lines that are in the plan as they are in the table. */
    same: count,
    /** Rows that give no line: the first row under the columns' names is 1. */
    flaws: z.array(z.strictObject({ row: count, column: z.string(), problem: z.string() })),
  })
  .meta({ id: "ReadPlanTable", description: "What a table would change in the plan. Nothing is made of it yet." });

export const lineParams = z.strictObject({ dossier: actId, line: z.string().max(40) }).shape;

export type PlanTable = z.input<typeof planTable>;
export type PlanTableLine = z.input<typeof planLine>;
export type PlanLetter = z.input<typeof letter>;
export type ReadPlanTable = z.input<typeof readPlanTable>;
