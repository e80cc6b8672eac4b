// The route of what goes by the channels.

import { jsonAnswer } from "../answer.ts";
import { noBody } from "../body.ts";
import { route } from "../route.ts";
import { accordParams } from "../schemas/common.ts";
import { threadPage, threadQuery } from "../schemas/thread.ts";

export const threadRoutes = {
  threads: route({
    method: "GET",
    path: "/api/accords/{accord}/threads",
    caller: "officer",
    params: accordParams,
    query: threadQuery,
    summary: "Requests, dispatches, releases and incidents, of one channel or of all.",
    body: noBody,
    answer: jsonAnswer(threadPage, "The threads."),
  }),
} as const;
