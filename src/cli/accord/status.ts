// `entente accord status`: how far the accord has come, and why.

import type { AccordDetail, DossierDetail } from "../../api/index.ts";
import { isRefusal, z } from "../../base/index.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { actionLines, localText } from "../dossier/lines.ts";

export async function accordStatus(call: Call): Promise<Outcome> {
  const given = readCall(z.object({ accord: z.string().optional() }), call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const { client } = standing;
  const accord = await accordOf(client, given.accord);
  if (isRefusal(accord)) return accord;
  const { dossier } = accord.status;
  const detail = dossier && (await client.call("dossier", { params: { accord: accord.accord, dossier } }));
  if (isRefusal(detail)) return detail;
  return done(linesOf(accord, detail || undefined), { accord, ...(detail ? { dossier: detail } : {}) });
}

function linesOf(accord: AccordDetail, detail: DossierDetail | undefined): readonly string[] {
  const { status, own, other, registers } = accord;
  const until = status.endsAtLocal ? [`Until: ${localText(status.endsAtLocal)}`] : [];
  return [
    `${Object.values(accord.names)[0] ?? ""} (${accord.accord})`,
    `State: ${status.state}`,
    ...(status.inForceFromLocal ? [`In force from: ${localText(status.inForceFromLocal)}`] : []),
    ...until,
    `Why: ${status.explanation}`,
    ...[own, other].map((party) => {
      const register = registers[party];
      return `Register of ${party}: ${register?.size ?? 0} leaves, ${register?.heldByBoth ?? 0} held by both`;
    }),
    ...accord.articles.map((article) => {
      const title = Object.values(article.titles)[0] ?? "";
      const grants = article.domains.length > 0 ? article.domains.join(", ") : "nothing by itself";
      return `Article ${article.number} ${title}: ${grants}${article.applies ? "" : " (does not apply now)"}`;
    }),
    ...(detail ? [`Dossier: ${detail.row.dossier}`, ...actionLines(detail)] : []),
  ];
}
