// The route of the statistics of an accord.

import { jsonAnswer } from "../answer.ts";
import { noBody } from "../body.ts";
import { route } from "../route.ts";
import { accordParams, noQuery } from "../schemas/common.ts";
import { statistics } from "../schemas/statistics.ts";

export const statisticsRoutes = {
  statistics: route({
    method: "GET",
    path: "/api/accords/{accord}/statistics",
    caller: "officer",
    params: accordParams,
    query: noQuery,
    summary: "Volume, answering time, what is overdue and reasons given, by article, procedure and side.",
    body: noBody,
    answer: jsonAnswer(statistics, "The figures."),
  }),
} as const;
