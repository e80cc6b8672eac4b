// A main events list as one table for a spreadsheet, written and read back without loss: a row a row of the list, its
// rank in the first column, what it hangs from in the third. Stage and real time are told and not read: those are acts
// of their own.

import { flawOf, type Refusal, refuse, utf8, type z } from "../base/index.ts";
import {
  eventSchema,
  type InjectsData,
  incidentSchema,
  injectRowsMax,
  injectSchema,
  injectsInOrder,
  type injectsWriteBody,
  objectiveSchema,
} from "../procedures/index.ts";
import type { TableFlaw } from "./planTable.ts";

const ranks = ["objective", "event", "incident", "inject"] as const;
type Rank = (typeof ranks)[number];
type Writing = z.output<typeof injectsWriteBody>;
export type InjectWriting = Writing;
type RankKey = keyof Writing;

const texts = [
  "title",
  "type",
  "means",
  "from",
  "to",
  "audience",
  "time",
  "text",
  "expected",
  "capability",
  "controller",
  "note",
] as const;
const columns = ["rank", "id", "parent", ...texts, "day", "attachments", "idea"] as const;
const told = ["stage", "real"] as const;
const parents = { event: "objective", incident: "event", inject: "incident" } as const;
const keys = { objective: "objectives", event: "events", incident: "incidents", inject: "injects" } as const;
const schemas = { objective: objectiveSchema, event: eventSchema, incident: incidentSchema, inject: injectSchema };

type Ranks = Pick<InjectsData, "objectives" | "events" | "incidents" | "injects">;

/** The columns' names and a row for each row of the list: what hangs from another comes after it. */
export function injectRows(data: Ranks): readonly (readonly string[])[] {
  const above = (["objective", "event", "incident"] as const).flatMap((rank) =>
    Object.values(data[keys[rank]])
      .map(({ row }) => cells(rank, { ...row }))
      .sort(([, a = ""], [, b = ""]) => (a < b ? -1 : 1)),
  );
  const injects = injectsInOrder(data).map(({ row, stage, real }) => [
    ...cells("inject", { ...row }),
    stage,
    real === undefined ? "" : new Date(real).toISOString().replace(".000Z", "Z"),
  ]);
  return [[...columns, ...told], ...above.map((row) => [...row, "", ""]), ...injects];
}

function cells(rank: Rank, row: Readonly<Record<string, unknown>>): string[] {
  const plain = (name: string): string => String(row[name] ?? "");
  const parent = rank === "objective" ? "" : plain(parents[rank]);
  const attachments = Array.isArray(row.attachments) ? row.attachments.join(" ") : "";
  const idea = row.idea === true ? "yes" : "";
  return [rank, plain("id"), parent, ...texts.map(plain), plain("day"), attachments, idea];
}

export interface ReadInjects {
  readonly rows: Required<{ readonly [Key in RankKey]: NonNullable<Writing[Key]> }>;
  readonly flaws: readonly TableFlaw[];
}

/** Refused (`documents.tableColumn`, `documents.tableEmpty`) where the columns are not a list's. */
export function readInjectRows(table: readonly (readonly string[])[]): ReadInjects | Refusal {
  const [header, ...body] = table;
  if (!header || body.length === 0) return refuse("documents.tableEmpty", {});
  const names = header.map((name) => name.trim());
  const known: readonly string[] = [...columns, ...told];
  const unknown = names.find((name, i) => !known.includes(name) || names.indexOf(name) !== i);
  const needed = ["rank", "id", "title"].find((name) => !names.includes(name));
  if (unknown !== undefined || needed !== undefined)
    return refuse("documents.tableColumn", { got: unknown ?? `no column ${needed}`, known: [...known] });
  const rows: ReadInjects["rows"] = { objectives: [], events: [], incidents: [], injects: [] };
  const flaws: TableFlaw[] = [];
  for (const [i, line] of body.entries()) {
    const cell = (name: string): string => line[names.indexOf(name)] ?? "";
    const problem = readRow(cell, rows);
    if (problem) flaws.push({ row: i + 1, ...problem });
  }
  return { rows, flaws };
}

function readRow(cell: (name: string) => string, rows: ReadInjects["rows"]): Omit<TableFlaw, "row"> | undefined {
  const rank = ranks.find((one) => one === cell("rank").trim());
  if (!rank) return { column: "rank", problem: `one of ${ranks.join(", ")}` };
  const given = rowOf(rank, cell);
  const parsed = schemas[rank].safeParse(given);
  if (!parsed.success) {
    const { path, problem } = flawOf(parsed.error);
    return { column: String(path), problem: String(problem) };
  }
  if (rank === "objective") rows.objectives.push(objectiveSchema.parse(given));
  else if (rank === "event") rows.events.push(eventSchema.parse(given));
  else if (rank === "incident") rows.incidents.push(incidentSchema.parse(given));
  else rows.injects.push(injectSchema.parse(given));
  return undefined;
}

/** The row as its form has it; what no cell tells is left out, and what is no number is left for the form to tell. */
function rowOf(rank: Rank, cell: (name: string) => string): Record<string, unknown> {
  const named = (name: string, value: unknown): [string, unknown][] =>
    value === undefined || value === "" ? [] : [[name, value]];
  const head = [
    ...named("id", cell("id").trim()),
    ...named("title", cell("title")),
    ...(rank === "objective" ? [] : named(parents[rank], cell("parent").trim())),
  ];
  if (rank !== "inject") return Object.fromEntries(head);
  const day = cell("day").trim();
  const attachments = cell("attachments").trim();
  return Object.fromEntries([
    ...head,
    ...texts.filter((name) => name !== "title").flatMap((name) => named(name, cell(name))),
    ...named("day", /^-?\d{1,4}$/.test(day) ? Number(day) : day),
    ...named("attachments", attachments === "" ? "" : attachments.split(/\s+/)),
    ...named("idea", cell("idea").trim() === "yes" ? true : cell("idea").trim()),
  ]);
}

/** Bytes of rows in one act: what is signed around them and the base 64 of it stay under a leaf's limit. */
const bytesMax = 36_000;

/** What the table would write into the list: bodies of the step `write`, parents before what hangs from them. */
export function injectWrites(
  data: Ranks,
  input: { readonly rows: ReadInjects["rows"]; digest(value: unknown): string },
): readonly Writing[] {
  const bodies: Writing[] = [];
  let body: Writing = {};
  let bytes = 0;
  const put = <Row extends { readonly id: string }>(key: RankKey, row: Row): void => {
    const standing = data[key][row.id];
    if (standing && standing.digest === input.digest(row)) return;
    const full = { ...row, ...(standing ? { base: standing.digest } : {}) };
    const size = utf8(JSON.stringify(full)).length + 2;
    if (bytes > 0 && (bytes + size > bytesMax || (body[key]?.length ?? 0) >= injectRowsMax)) {
      bodies.push(body);
      body = {};
      bytes = 0;
    }
    body = { ...body, [key]: [...(body[key] ?? []), full] };
    bytes += size;
  };
  for (const row of input.rows.objectives) put("objectives", row);
  for (const row of input.rows.events) put("events", row);
  for (const row of input.rows.incidents) put("incidents", row);
  for (const row of input.rows.injects) put("injects", row);
  if (bytes > 0) bodies.push(body);
  return bodies;
}
