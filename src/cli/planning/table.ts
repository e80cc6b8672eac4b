// What the tables of dossiers have in common in the terminal: the dossier a command is about, the table written to a
// file or printed, a file read against the dossier, and the bodies of the acts that it would take.

import { Readable } from "node:stream";
import { isRefusal, type Refusal, z } from "../../base/index.ts";
import type { NodeClient } from "../client/client.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { readBytes, writeNew } from "../files.ts";
import { fileOption } from "../side/fields.ts";

const options = z.object({
  accord: z.string().optional(),
  id: z.string(),
  out: fileOption.optional(),
  file: z.string().optional(),
});
type Given = z.output<typeof options>;

export interface Standing {
  readonly given: Given;
  readonly client: NodeClient;
  readonly params: { readonly accord: string; readonly dossier: string };
}

export async function standing(call: Call): Promise<Standing | Refusal> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  const stands = standingOf(call);
  if (isRefusal(stands)) return stands;
  const accord = await accordOf(stands.client, given.accord);
  if (isRefusal(accord)) return accord;
  return { given, client: stands.client, params: { accord: accord.accord, dossier: given.id } };
}

const routes = {
  plan: { text: "planTableFile", book: "planTableBook" },
  injects: { text: "injectsTableFile", book: "injectsTableBook" },
} as const;

/** Gives out a table: to a new file, as a workbook where its name ends with `.xlsx`; or printed. */
export async function tableSave(call: Call, of: keyof typeof routes): Promise<Outcome> {
  const stands = await standing(call);
  if (isRefusal(stands)) return stands;
  const { given, client, params } = stands;
  const asBook = given.out?.toLowerCase().endsWith(".xlsx") === true;
  const table = await client.call(asBook ? routes[of].book : routes[of].text, { params });
  if (isRefusal(table)) return table;
  if (given.out !== undefined) {
    const file = call.terminal.path(given.out);
    return writeNew(file, table) ?? done([`Table: ${file}`], { file });
  }
  const csv = String(table);
  if (!call.globals.json) call.terminal.write(csv);
  return done([], { csv });
}

/** The file that a command reads, as the body of a request. */
export function tableContent(
  call: Call,
  given: Given,
): { readonly length: number; readonly pieces: Readable } | Refusal {
  const bytes = readBytes(call.terminal.path(given.file ?? ""));
  return isRefusal(bytes) ? bytes : { length: bytes.length, pieces: Readable.from([bytes]) };
}

export interface NamedBody {
  readonly name: string;
  readonly body: unknown;
}

/** One file for each act, `<prefix>-<name>.json`, to be given to `entente act --body`; nothing without `--out`. */
export function writeBodies(
  call: Call,
  { given, bodies }: { readonly given: Given; readonly bodies: readonly NamedBody[] },
): readonly string[] | Refusal {
  if (given.out === undefined) return [];
  const prefix = call.terminal.path(given.out);
  const names = bodies.map(({ name }) => `${prefix}-${name}.json`);
  for (const [i, { body }] of bodies.entries()) {
    const refused = writeNew(names[i] ?? "", `${JSON.stringify(body, null, 2)}\n`);
    if (refused) return refused;
  }
  return names.map((name) => `Body: ${name}`);
}

/** A row of a table that gives nothing, as a line. */
export function flawLine(flaw: { readonly row: number; readonly column: string; readonly problem: string }): string {
  return `Row ${flaw.row}, ${flaw.column}: ${flaw.problem}`;
}
