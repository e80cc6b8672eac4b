// Routes about the node itself, and the description of the API.

import { z } from "../../base/index.ts";
import { jsonAnswer, textAnswer } from "../answer.ts";
import { jsonBody, noBody } from "../body.ts";
import { route } from "../route.ts";
import { instant, noParams, noQuery } from "../schemas/common.ts";
import { clock, nodeInfo } from "../schemas/node.ts";

const nothing = { params: noParams, query: noQuery, body: noBody } as const;

export const nodeRoutes = {
  openApi: route({
    ...nothing,
    method: "GET",
    path: "/api/openapi.json",
    caller: "anyone",
    summary: "This description, as OpenAPI 3.1.",
    answer: jsonAnswer(z.record(z.string(), z.unknown()), "The description."),
  }),
  page: route({
    ...nothing,
    method: "GET",
    path: "/api",
    caller: "anyone",
    summary: "This description, as a page to read.",
    answer: textAnswer({ description: "The page.", type: "text/html; charset=utf-8" }),
  }),
  node: route({
    ...nothing,
    method: "GET",
    path: "/api/node",
    caller: "anyone",
    summary: "Whose node this is, its clock, and the accords it runs.",
    answer: jsonAnswer(nodeInfo, "The node."),
  }),
  setClock: route({
    ...nothing,
    method: "POST",
    path: "/api/demonstration/clock",
    caller: "officer",
    summary: "Sets the clock of a demonstration node.",
    notes: "Refused by any other node. The clock may go back; what is registered keeps the time it was given.",
    body: jsonBody(z.strictObject({ instant })),
    answer: jsonAnswer(clock, "The clock as it stands now."),
  }),
} as const;
