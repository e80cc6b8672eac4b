// Routes for the pages of visits and programmes: lists with their days, the lead time of a request before it is sent,
// and the content of a programme's earlier versions.

import { z } from "../../base/index.ts";
import { jsonAnswer } from "../answer.ts";
import { noBody } from "../body.ts";
import { route } from "../route.ts";
import { accordId, accordParams, actId, noQuery } from "../schemas/common.ts";
import { journeyQuery, leadTime, leadTimeQuery, programmePage, programmeVersion, visitPage } from "../schemas/visit.ts";

const reading = { method: "GET", caller: "officer", params: accordParams, body: noBody } as const;

export const visitRoutes = {
  visits: route({
    ...reading,
    path: "/api/accords/{accord}/visits",
    query: journeyQuery,
    summary: "Requests for visit with their days, sites and decisions, a page at a time.",
    answer: jsonAnswer(visitPage, "One page."),
  }),
  visitLeadTime: route({
    ...reading,
    path: "/api/accords/{accord}/visits/lead-time",
    query: leadTimeQuery,
    summary: "By when this side would have to send a request for visit, on both sides' clocks.",
    answer: jsonAnswer(leadTime, "The rule and the instant, by this node's clock and the terms that hold now."),
  }),
  programmes: route({
    ...reading,
    path: "/api/accords/{accord}/programmes",
    query: journeyQuery,
    summary: "Programmes of official visits with their days and clashes, a page at a time.",
    answer: jsonAnswer(programmePage, "One page."),
  }),
  programmeVersion: route({
    ...reading,
    path: "/api/accords/{accord}/programmes/{dossier}/versions/{number}",
    params: z.strictObject({
      accord: accordId,
      dossier: actId,
      number: z
        .string()
        .regex(/^[1-9]\d{0,5}$/, "a version's number")
        .transform(Number)
        .meta({ description: "1 for the first." }),
    }),
    query: noQuery,
    summary: "One version of a programme, whole.",
    answer: jsonAnswer(programmeVersion, "The version."),
  }),
} as const;
