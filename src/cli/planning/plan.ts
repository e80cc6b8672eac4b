// `entente plan`: the annual plan's table in the terminal, as a file for a spreadsheet, and a file read against it.

import type { PlanTable, ReadPlanTable } from "../../api/index.ts";
import { isRefusal, z } from "../../base/index.ts";
import { type Call, done, type Outcome } from "../command.ts";
import { turnText } from "../dossier/lines.ts";
import { flawLine, standing, tableContent, tableSave, writeBodies } from "./table.ts";

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
  return tableSave(call, "plan");
}

/** Tells what a table would change, and writes the bodies of the acts that would; registers nothing. */
export async function planRead(call: Call): Promise<Outcome> {
  const stands = await standing(call);
  if (isRefusal(stands)) return stands;
  const content = tableContent(call, stands.given);
  if (isRefusal(content)) return content;
  const read = await stands.client.call("readPlanTable", { params: stands.params, content });
  if (isRefusal(read)) return read;
  const bodies = [
    ...read.proposals.map((body, i) => ({ name: `proposeLines-${i + 1}`, body })),
    ...read.changes.map((body) => ({ name: `changeLine-${body.line}`, body })),
  ];
  const written = writeBodies(call, { given: stands.given, bodies });
  return isRefusal(written) ? written : done([...readLines(read), ...written], { ...read });
}

function readLines(read: ReadPlanTable): readonly string[] {
  const added = read.proposals.reduce((sum, one) => sum + one.lines.length, 0);
  return [
    `New lines: ${added}, in ${read.proposals.length} acts of the step proposeLines`,
    `Changed lines: ${read.changes.length}, each by the step changeLine`,
    `As in the plan: ${read.same}`,
    ...read.flaws.map(flawLine),
  ];
}
