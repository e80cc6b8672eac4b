// The route of the statistics of an accord.

import { jsonAnswer, textAnswer } from "../answer.ts";
import { noBody } from "../body.ts";
import { route } from "../route.ts";
import { accordParams, noQuery } from "../schemas/common.ts";
import { statistics } from "../schemas/statistics.ts";

const figures = { method: "GET", caller: "officer", params: accordParams, query: noQuery, body: noBody } as const;

export const statisticsRoutes = {
  statistics: route({
    ...figures,
    path: "/api/accords/{accord}/statistics",
    summary: "Volume, answering time, what is overdue and reasons given, by article, procedure and side.",
    answer: jsonAnswer(statistics, "The figures."),
  }),
  statisticsTable: route({
    ...figures,
    path: "/api/accords/{accord}/statistics.csv",
    summary: "The same as a table for a spreadsheet (RFC 4180): one row for each figure.",
    answer: textAnswer({ description: "The table.", type: "text/csv; charset=utf-8; header=present" }),
  }),
} as const;
