// Routes about labels in XML: reading a file that came from elsewhere, and giving out an act's or a document's label.

import { z } from "../../base/index.ts";
import { jsonAnswer, textAnswer } from "../answer.ts";
import { noBody, parsedBody, readPart, usualBodyBytes } from "../body.ts";
import { route } from "../route.ts";
import { accordId, accordParams, actId, noQuery } from "../schemas/common.ts";
import { importedLabels } from "../schemas/label.ts";

const imported = z.strictObject({ xml: z.string().max(usualBodyBytes) });

export const labelRoutes = {
  importLabel: route({
    method: "POST",
    path: "/api/accords/{accord}/labels/import",
    caller: "officer",
    params: accordParams,
    query: noQuery,
    summary: "Reads labels in XML (ADatP-4774, also bound by ADatP-4778). Nothing is kept.",
    // As JSON the XML may be escaped throughout.
    body: parsedBody({
      schema: imported,
      limit: 6 * usualBodyBytes,
      parse: (value) => readPart(imported, { where: "body", value }),
    }),
    answer: jsonAnswer(importedLabels, "What the labels say, and the one that counts here."),
  }),
  exportLabel: route({
    method: "GET",
    path: "/api/accords/{accord}/acts/{act}/label",
    caller: "officer",
    params: z.strictObject({ accord: accordId, act: actId }),
    query: z.strictObject({ document: z.string().max(80).optional() }),
    summary: "The label of an act, or of a document that it names, as XML (ADatP-4774).",
    body: noBody,
    answer: textAnswer({ description: "The label.", type: "application/xml; charset=utf-8" }),
  }),
} as const;
