// Nominees from a spreadsheet. Three columns go into the register: `nominee`, `function` and, where it is there,
// `priority`. Every other column is personal data, whatever it is called: it goes into a sealed document of the
// nominee's own and nowhere else. Untrusted: a file comes from anywhere.

import { type CsvRecord, readCsv } from "../visits/csv.ts";

/** As many as one act carries. */
export const nomineesMax = 40;

export interface ReadNominee {
  readonly nominee: string;
  readonly function: string;
  readonly priority: number;
  /** By the column's name as the file has it; empty cells left out. */
  readonly personal: Readonly<Record<string, string>>;
}

export type NomineeProblem =
  | "unreadable"
  | "empty"
  | "noColumn"
  | "twiceColumn"
  | "tooMany"
  | "number"
  | "taken"
  | "function"
  | "priority"
  | "noDetails";

export interface NomineeFlaw {
  readonly problem: NomineeProblem;
  /** Of the file, the first being 1. */
  readonly line: number;
  readonly got: string;
}

export interface ReadNominees {
  readonly nominees: readonly ReadNominee[];
  readonly flaws: readonly NomineeFlaw[];
}

/** Where nothing is said a nominee comes after those whose priority is. */
const usualPriority = 5;

interface NomineesFrom {
  readonly bytes: Uint8Array;
  /** What numbers begin with: the side's code and a hyphen, in lower case. */
  readonly prefix: string;
  /** Numbers that nominees of the course have already. */
  readonly taken: ReadonlySet<string>;
  /** Whether details must be there: for whoever goes to the other side. */
  readonly details: boolean;
}

/** Every flaw of the file at once; the nominees may be taken over when there is none. */
export function nomineesFrom(from: NomineesFrom): ReadNominees {
  const read = readCsv(from.bytes);
  if (read.kind === "flawed") return flawed({ problem: "unreadable", line: read.line, got: "" });
  const [head, ...records] = read.records;
  if (!head || records.length === 0) return flawed({ problem: "empty", line: 1, got: "" });
  if (records.length > nomineesMax) return flawed({ problem: "tooMany", line: 1, got: String(records.length) });
  const columns = head.fields.map((name) => name.trim());
  const missing = ["nominee", "function"].find((name) => !columns.includes(name));
  if (missing !== undefined) return flawed({ problem: "noColumn", line: head.line, got: missing });
  const twice = columns.find((name, i) => columns.indexOf(name) !== i);
  if (twice !== undefined) return flawed({ problem: "twiceColumn", line: head.line, got: twice });
  const nominees: ReadNominee[] = [];
  const flaws: NomineeFlaw[] = [];
  const taken = new Set(from.taken);
  for (const record of records) {
    const nominee = nomineeOf(columns, record);
    const problem = flawOf(nominee, { ...from, taken });
    if (problem) flaws.push({ ...problem, line: record.line });
    else nominees.push(nominee);
    taken.add(nominee.nominee);
  }
  return { nominees, flaws };
}

const flawed = (flaw: NomineeFlaw): ReadNominees => ({ nominees: [], flaws: [flaw] });

function nomineeOf(columns: readonly string[], { fields }: CsvRecord): ReadNominee {
  const cells = new Map(columns.map((name, i) => [name, (fields[i] ?? "").trim()]));
  const open = ["nominee", "function", "priority"];
  const personal = [...cells].filter(([name, cell]) => !open.includes(name) && cell !== "");
  const priority = cells.get("priority") ?? "";
  return {
    nominee: cells.get("nominee") ?? "",
    function: cells.get("function") ?? "",
    priority: priority === "" ? usualPriority : /^[1-9]$/.test(priority) ? Number(priority) : Number.NaN,
    personal: Object.fromEntries(personal),
  };
}

function flawOf(
  { nominee, function: office, priority, personal }: ReadNominee,
  { prefix, taken, details }: NomineesFrom,
): Pick<NomineeFlaw, "problem" | "got"> | undefined {
  if (!nominee.startsWith(prefix) || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(nominee))
    return { problem: "number", got: nominee };
  if (taken.has(nominee)) return { problem: "taken", got: nominee };
  if (office.length === 0 || office.length > 120) return { problem: "function", got: office };
  if (Number.isNaN(priority)) return { problem: "priority", got: nominee };
  if (details && Object.keys(personal).length === 0) return { problem: "noDetails", got: nominee };
  return undefined;
}

/** What is sealed about a nominee: a table of two columns, as text that anybody's machine reads. */
export function detailsText({ nominee, personal }: ReadNominee): string {
  return `${JSON.stringify({ entente: "nominee-details/1", nominee, personal }, null, 2)}\n`;
}
