// The annual plan as a table for a spreadsheet, written and read back: one row a line, one column a field, a column of
// its own for each language's title and each side's lead body. Status and the number of dossiers are told and not read:
// those are acts of their own.

import type { PartyCode } from "../acts/index.ts";
import { flawOf, type Refusal, refuse } from "../base/index.ts";
import { type Line, lineSchema, type PlanData } from "../procedures/index.ts";

export interface TableFlaw {
  /** 1 for the first row under the names of the columns. */
  readonly row: number;
  readonly column: string;
  readonly problem: string;
}

export interface ReadPlan {
  readonly lines: readonly Line[];
  readonly flaws: readonly TableFlaw[];
}

interface Column {
  readonly name: string;
  /** The text of a cell; empty for what is not settled. */
  write(line: Line): string;
  /** What the cell says of the line, as its form has it; undefined for an empty one. */
  read(cell: string): unknown;
}

const textColumn = (name: keyof Line): Column => ({
  name,
  write: (line) => String(line[name] ?? ""),
  read: (cell) => (cell === "" ? undefined : cell),
});

const plainColumns: readonly Column[] = [
  ...(["id", "domain", "form", "costs", "venue", "receiving", "from", "until"] as const).map(textColumn),
  {
    ...textColumn("participants"),
    // Left as text where it is no number, so that the form tells what is wrong.
    read: (cell) => (cell === "" ? undefined : /^\d{1,9}$/.test(cell) ? Number(cell) : cell),
  },
  textColumn("modalities"),
  textColumn("level"),
  {
    name: "languages",
    write: ({ languages }) => (languages ?? []).join(" "),
    read: (cell) => (cell === "" ? undefined : cell.split(/[\s,;]+/)),
  },
  {
    name: "interpretation",
    write: ({ interpretation }) => (interpretation === undefined ? "" : interpretation ? "yes" : "no"),
    read: (cell) => (cell === "" ? undefined : cell === "yes" ? true : cell === "no" ? false : cell),
  },
];
const told = ["status", "dossiers"] as const;

/** The columns' names and a row for each line; titles in these languages, and lead bodies of these sides. */
export function planRows(
  data: Pick<PlanData, "lines" | "links">,
  input: { readonly languages: readonly string[]; readonly parties: readonly PartyCode[] },
): readonly (readonly string[])[] {
  const titled = new Set([...input.languages, ...data.lines.flatMap(({ line }) => Object.keys(line.titles))]);
  const columns = [
    ...plainColumns.map((one) => ({ name: one.name, cell: (line: Line) => one.write(line) })),
    ...[...titled].map((language) => ({
      name: `title ${language}`,
      cell: (line: Line) => textIn(line.titles, language),
    })),
    ...input.parties.map((party) => ({ name: `lead ${party}`, cell: (line: Line) => textIn(line.leads, party) })),
  ];
  return [
    [...columns.map((one) => one.name), ...told],
    ...data.lines.map(({ line, status }) => [
      ...columns.map((one) => one.cell(line)),
      status,
      String(data.links[line.id]?.length ?? 0),
    ]),
  ];
}

function textIn(texts: Readonly<Record<string, string>> | undefined, key: string): string {
  return texts?.[key] ?? "";
}

/**
 * The lines of a table, with what is wrong in the rows that give none. Refused (`documents.tableColumn`,
 * `documents.tableEmpty`) where the columns are not a plan's.
 */
export function readPlanRows(rows: readonly (readonly string[])[]): ReadPlan | Refusal {
  const [header, ...body] = rows;
  if (!header || body.length === 0) return refuse("documents.tableEmpty", {});
  const names = header.map((name) => name.trim());
  const unknown = names.find((name, i) => !isKnown(name) || names.indexOf(name) !== i);
  const needed = ["id", "domain", "form", "costs"].find((name) => !names.includes(name));
  if (unknown !== undefined || needed !== undefined)
    return refuse("documents.tableColumn", {
      got: unknown ?? `no column ${needed}`,
      known: [...plainColumns.map((one) => one.name), "title fr", "lead MA", ...told],
    });
  const lines: Line[] = [];
  const flaws: TableFlaw[] = [];
  for (const [i, cells] of body.entries()) {
    const parsed = lineSchema.safeParse(lineOf(names, cells));
    if (parsed.success) lines.push(parsed.data);
    else {
      const { path, problem } = flawOf(parsed.error);
      flaws.push({ row: i + 1, column: String(path), problem: String(problem) });
    }
  }
  return { lines, flaws };
}

function isKnown(name: string): boolean {
  if (told.some((one) => one === name) || plainColumns.some((one) => one.name === name)) return true;
  return /^(?:title|lead) \S+$/.test(name);
}

function lineOf(names: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const line: Record<string, unknown> = {};
  const titles: Record<string, string> = {};
  const leads: Record<string, string> = {};
  for (const [i, name] of names.entries()) {
    const cell = (cells[i] ?? "").trim();
    const [kind, key] = name.split(" ");
    if (kind === "title" && key !== undefined && cell !== "") titles[key] = cell;
    if (kind === "lead" && key !== undefined && cell !== "") leads[key] = cell;
    const value = plainColumns.find((one) => one.name === name)?.read(cell);
    if (value !== undefined) line[name] = value;
  }
  return { ...line, titles, ...(Object.keys(leads).length > 0 ? { leads } : {}) };
}
