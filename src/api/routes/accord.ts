// Routes about one accord: how far it has come, its procedures, its dossiers, who is designated.

import { z } from "../../base/index.ts";
import { jsonAnswer } from "../answer.ts";
import { noBody } from "../body.ts";
import { route } from "../route.ts";
import { accordId, accordParams, actId, noParams, noQuery } from "../schemas/common.ts";
import { dossierDetail, dossierPage, dossierQuery } from "../schemas/dossier.ts";
import { directory } from "../schemas/link.ts";
import { accordDetail, accordSummary } from "../schemas/node.ts";
import { procedureDetail, procedureSummary } from "../schemas/procedure.ts";

const reading = { method: "GET", caller: "officer", query: noQuery, body: noBody } as const;

export const accordRoutes = {
  accords: route({
    ...reading,
    path: "/api/accords",
    params: noParams,
    summary: "The accords this node runs.",
    answer: jsonAnswer(z.strictObject({ items: z.array(accordSummary) }), "Every accord."),
  }),
  accord: route({
    ...reading,
    path: "/api/accords/{accord}",
    params: accordParams,
    summary: "One accord: the sides, its state, its articles, the two registers.",
    answer: jsonAnswer(accordDetail, "The accord."),
  }),
  procedures: route({
    ...reading,
    path: "/api/accords/{accord}/procedures",
    params: accordParams,
    summary: "The procedures that can be run under the accord.",
    answer: jsonAnswer(z.strictObject({ items: z.array(procedureSummary) }), "Every procedure."),
  }),
  procedure: route({
    ...reading,
    path: "/api/accords/{accord}/procedures/{procedure}",
    params: z.strictObject({
      accord: accordId,
      procedure: z.string().max(40).meta({ description: "The procedure's name, without its version." }),
    }),
    summary: "One procedure: roles, states, steps with their forms, deadlines, and the diagram.",
    answer: jsonAnswer(procedureDetail, "The procedure."),
  }),
  dossiers: route({
    ...reading,
    path: "/api/accords/{accord}/dossiers",
    params: accordParams,
    query: dossierQuery,
    summary: "Dossiers, a page at a time.",
    answer: jsonAnswer(dossierPage, "One page."),
  }),
  dossier: route({
    ...reading,
    path: "/api/accords/{accord}/dossiers/{dossier}",
    params: z.strictObject({ accord: accordId, dossier: actId }),
    summary: "One dossier: where it stands, what can be done next, its deadlines, its acts.",
    answer: jsonAnswer(dossierDetail, "The dossier."),
  }),
  directory: route({
    ...reading,
    path: "/api/accords/{accord}/directory",
    params: accordParams,
    summary: "The services, functions and keys both sides have designated.",
    answer: jsonAnswer(directory, "The directory."),
  }),
} as const;
