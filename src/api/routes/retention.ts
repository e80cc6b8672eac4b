// The route of retention. What is due the node erases by itself; a hold is an act of the procedure `retention`.

import { z } from "../../base/index.ts";
import { jsonAnswer } from "../answer.ts";
import { noBody } from "../body.ts";
import { route } from "../route.ts";
import { accordParams, wholeNumber } from "../schemas/common.ts";
import { retentionDetail } from "../schemas/retention.ts";

export const retentionRoutes = {
  retention: route({
    method: "GET",
    path: "/api/accords/{accord}/retention",
    caller: "officer",
    params: accordParams,
    query: z.strictObject({
      days: wholeNumber({ min: 0, max: 36_500, usual: 30 }),
      limit: wholeNumber({ min: 1, max: 1_000, usual: 100 }),
    }),
    summary: "This side's rules of retention, and the sealed documents that are due within so many days.",
    body: noBody,
    answer: jsonAnswer(retentionDetail, "Rules, and what is due, held or not."),
  }),
} as const;
