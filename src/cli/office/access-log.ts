// `entente access-log`: who had which sealed document opened, to the terminal or as a table for a spreadsheet.

import type { AccessEntry, AccessPage, PathInput } from "../../api/index.ts";
import { isRefusal, type Refusal, z } from "../../base/index.ts";
import type { NodeClient } from "../client/client.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { writeNew } from "../files.ts";
import { fileOption } from "../side/fields.ts";

const number = (usual: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "not a number")
    .transform(Number)
    .default(usual);

const options = z.object({
  accord: z.string().optional(),
  csv: z.boolean().default(false),
  start: number(0),
  limit: number(Number.MAX_SAFE_INTEGER),
  out: fileOption.optional(),
});

/** Entries in one page, and in one table. */
const pageMax = 1_000;
const tableMax = 10_000;

interface Wanted {
  readonly accord: string;
  readonly start: number;
  readonly limit: number;
}

export async function accessLog(call: Call): Promise<Outcome> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const wanted = { accord: accord.accord, start: given.start, limit: given.limit };
  if (!given.csv && given.out === undefined) return listed(standing.client, wanted);
  const text = await table(standing.client, wanted);
  if (isRefusal(text)) return text;
  if (given.out === undefined) {
    if (!call.globals.json) call.terminal.write(text);
    return done([], { csv: text });
  }
  const file = call.terminal.path(given.out);
  return writeNew(file, text) ?? done([`Table: ${file}`], { file });
}

async function listed(client: NodeClient, wanted: Wanted): Promise<Outcome> {
  const items: AccessEntry[] = [];
  for (let next: number | undefined = wanted.start; next !== undefined && items.length < wanted.limit; ) {
    const query: PathInput["query"] = { start: next, limit: Math.min(pageMax, wanted.limit - items.length) };
    const page: AccessPage | Refusal = await client.call("accessLog", { params: { accord: wanted.accord }, query });
    if (isRefusal(page)) return page;
    items.push(...page.items);
    next = page.next;
  }
  return done(items.length === 0 ? ["Nothing was asked for."] : items.map(entryLine), { items });
}

function entryLine(one: AccessEntry): string {
  const by = `${one.officer} (${one.service}/${one.function})`;
  const rules = one.rules.length > 0 ? one.rules.join(" ") : "no rule allows it";
  const answer = one.allowed ? `${one.action} allowed` : `${one.action} denied`;
  return `${one.index}  ${one.at}  ${by}  ${answer}: ${rules}  ${one.document}  dossier ${one.dossier}`;
}

/** The whole table: the node gives it in pieces, each with its header. */
async function table(client: NodeClient, wanted: Wanted): Promise<string | Refusal> {
  let text = "";
  for (let taken = 0; taken < wanted.limit; taken += tableMax) {
    const query = { start: wanted.start + taken, limit: Math.min(tableMax, wanted.limit - taken) };
    const piece = await client.call("accessLogTable", { params: { accord: wanted.accord }, query });
    if (isRefusal(piece)) return piece;
    const head = piece.indexOf("\r\n") + 2;
    if (text !== "" && piece.length === head) break;
    text += text === "" ? piece : piece.slice(head);
    if (piece.length === head) break;
  }
  return text;
}
