// `entente dossiers`: the list, open ones first. `entente dossier`: one of them, whole.

import type { DossierDetail, DossierRow } from "../../api/index.ts";
import { isRefusal, z } from "../../base/index.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { actionLines, deadlineLines, localText, rowLines, turnText } from "./lines.ts";

const listOptions = z.object({
  accord: z.string().optional(),
  procedure: z.string().optional(),
  state: z.string().optional(),
  turn: z.string().optional(),
  open: z.boolean().optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, "not a number from 1 to 9999")
    .transform(Number)
    .default(100),
});

/** Rows in one page of the API. */
const pageMax = 500;

export async function dossiers(call: Call): Promise<Outcome> {
  const given = readCall(listOptions, call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const { procedure, state, turn, open, limit } = given;
  const rows: DossierRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await standing.client.call("dossiers", {
      params: { accord: accord.accord },
      query: { procedure, state, turn, open, cursor, limit: Math.min(pageMax, limit - rows.length) },
    });
    if (isRefusal(page)) return page;
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && rows.length < limit);
  const lines = rows.length === 0 ? ["No dossier."] : rows.flatMap(rowLines);
  return done([...lines, ...(cursor === undefined ? [] : ["There are more: raise --limit."])], {
    items: rows,
    more: cursor !== undefined,
  });
}

const oneOptions = z.object({ accord: z.string().optional(), id: z.string(), data: z.boolean().default(false) });

export async function dossier(call: Call): Promise<Outcome> {
  const given = readCall(oneOptions, call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const params = { accord: accord.accord, dossier: given.id };
  const detail = await standing.client.call("dossier", { params });
  if (isRefusal(detail)) return detail;
  const data = given.data ? [JSON.stringify(detail.data ?? {}, null, 2)] : [];
  return done([...linesOf(detail), ...data], { ...detail });
}

function linesOf(detail: DossierDetail): readonly string[] {
  const { row, roles, acts } = detail;
  return [
    `${row.procedure}: ${row.title}`,
    `State: ${row.state}, ${turnText(row)}`,
    `Roles: ${Object.entries(roles)
      .map(([role, party]) => `${role} ${party}`)
      .join(", ")}`,
    ...actionLines(detail),
    ...deadlineLines(detail),
    ...acts.map((act) => {
      const became = act.outcome.kind === "effective" ? "" : ` [${act.outcome.kind}]`;
      const said = `${act.step} by ${act.service}/${act.function}`;
      return `Act: ${localText(act.local)}  ${act.party} ${act.index}  ${said}  ${act.rung}${became}  ${act.id}`;
    }),
  ];
}
