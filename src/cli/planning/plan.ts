// `entente plan`: the annual plan's table in the terminal, as a file for a spreadsheet, and a file read against it.

import { Readable } from "node:stream";
import type { PlanTable, ReadPlanTable } from "../../api/index.ts";
import { isRefusal, type Refusal, z } from "../../base/index.ts";
import type { NodeClient } from "../client/client.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { turnText } from "../dossier/lines.ts";
import { readBytes, writeNew } from "../files.ts";
import { fileOption } from "../side/fields.ts";

const options = z.object({
  accord: z.string().optional(),
  id: z.string(),
  out: fileOption.optional(),
  file: z.string().optional(),
});
type Given = z.output<typeof options>;

interface Standing {
  readonly given: Given;
  readonly client: NodeClient;
  readonly params: { readonly accord: string; readonly dossier: string };
}

async function standing(call: Call): Promise<Standing | Refusal> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  const stands = standingOf(call);
  if (isRefusal(stands)) return stands;
  const accord = await accordOf(stands.client, given.accord);
  if (isRefusal(accord)) return accord;
  return { given, client: stands.client, params: { accord: accord.accord, dossier: given.id } };
}

export async function planShow(call: Call): Promise<Outcome> {
  const stands = await standing(call);
  if (isRefusal(stands)) return stands;
  const table = await stands.client.call("plan", { params: stands.params });
  return isRefusal(table) ? table : done(tableLines(table), { ...table });
}

function tableLines(table: PlanTable): readonly string[] {
  const { row, year, lines, letters, version } = table;
  return [
    `Plan of ${year}: ${row.state}, ${turnText(row)}`,
    `Version: ${version ?? "none yet"}`,
    ...lines.map(({ line, status, dossiers }) => {
      const days = [line.from, line.until].filter((day) => day !== undefined).join(" to ") || "days not settled";
      const { count, open, own, overdue } = dossiers;
      const under = `${count} dossiers, ${open} open, ${own} await us, ${overdue} late`;
      return `${line.id}  ${status}  ${line.form}  ${days}  ${line.costs}  ${under}  ${titleOf(line.titles)}`;
    }),
    ...letters.map((one) => `Letter ${one.by} ${one.reference}: ${one.answer ?? "awaits an answer"}  ${one.digest}`),
  ];
}

function titleOf(titles: unknown): string {
  const texts = z.record(z.string(), z.string()).safeParse(titles);
  return texts.success ? (texts.data.en ?? Object.values(texts.data)[0] ?? "") : "";
}

export async function planSave(call: Call): Promise<Outcome> {
  const stands = await standing(call);
  if (isRefusal(stands)) return stands;
  const csv = await stands.client.call("planTableFile", { params: stands.params });
  if (isRefusal(csv)) return csv;
  if (stands.given.out === undefined) {
    if (!call.globals.json) call.terminal.write(csv);
    return done([], { csv });
  }
  const file = call.terminal.path(stands.given.out);
  return writeNew(file, csv) ?? done([`Table: ${file}`], { file });
}

/** Tells what a table would change, and writes the bodies of the acts that would; registers nothing. */
export async function planRead(call: Call): Promise<Outcome> {
  const stands = await standing(call);
  if (isRefusal(stands)) return stands;
  const bytes = readBytes(call.terminal.path(stands.given.file ?? ""));
  if (isRefusal(bytes)) return bytes;
  const content = { length: bytes.length, pieces: Readable.from([bytes]) };
  const read = await stands.client.call("readPlanTable", { params: stands.params, content });
  if (isRefusal(read)) return read;
  const written = stands.given.out === undefined ? [] : bodiesIn(call.terminal.path(stands.given.out), read);
  return isRefusal(written) ? written : done([...readLines(read), ...written], { ...read });
}

function readLines(read: ReadPlanTable): readonly string[] {
  const added = read.proposals.reduce((sum, one) => sum + one.lines.length, 0);
  return [
    `New lines: ${added}, in ${read.proposals.length} acts of the step proposeLines`,
    `Changed lines: ${read.changes.length}, each by the step changeLine`,
    `As in the plan: ${read.same}`,
    ...read.flaws.map((flaw) => `Row ${flaw.row}, ${flaw.column}: ${flaw.problem}`),
  ];
}

/** One file for each act: `<prefix>-proposeLines-1.json`, to be given to `entente act --body`. */
function bodiesIn(prefix: string, read: ReadPlanTable): readonly string[] | Refusal {
  const bodies = [
    ...read.proposals.map((body, i) => ({ name: `${prefix}-proposeLines-${i + 1}.json`, body })),
    ...read.changes.map((body) => ({ name: `${prefix}-changeLine-${body.line}.json`, body })),
  ];
  for (const { name, body } of bodies) {
    const refused = writeNew(name, `${JSON.stringify(body, null, 2)}\n`);
    if (refused) return refused;
  }
  return bodies.map(({ name }) => `Body: ${name}`);
}
