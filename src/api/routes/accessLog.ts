// Routes of the access log. There is none that changes it.

import { z } from "../../base/index.ts";
import { jsonAnswer, textAnswer } from "../answer.ts";
import { noBody } from "../body.ts";
import { route } from "../route.ts";
import { accessPage } from "../schemas/accessLog.ts";
import { accordParams, wholeNumber } from "../schemas/common.ts";

const start = wholeNumber({ min: 0, max: Number.MAX_SAFE_INTEGER, usual: 0 });

const theLog = { method: "GET", caller: "officer", params: accordParams, body: noBody } as const;

export const accessLogRoutes = {
  accessLog: route({
    ...theLog,
    path: "/api/accords/{accord}/access-log",
    query: z.strictObject({ start, limit: wholeNumber({ min: 1, max: 1_000, usual: 100 }) }),
    summary: "Who had which sealed document opened, allowed or not, in order. For this side's security officer.",
    notes: "Never leaves this side: the other side's node and its auditors have no way to it.",
    answer: jsonAnswer(accessPage, "One page of the log."),
  }),
  accessLogTable: route({
    ...theLog,
    path: "/api/accords/{accord}/access-log.csv",
    query: z.strictObject({ start, limit: wholeNumber({ min: 1, max: 10_000, usual: 10_000 }) }),
    summary: "The same as a table for a spreadsheet (RFC 4180).",
    notes: "A cell that a spreadsheet would take for a formula has an apostrophe before it.",
    answer: textAnswer({ description: "The table.", type: "text/csv; charset=utf-8; header=present" }),
  }),
} as const;
