// A table from a spreadsheet beside the plan: lines that are new, lines that differ, as bodies of the acts that would
// make them so. Pure.

import type { ReadPlanTable } from "../../api/index.ts";
import type { ReadPlan } from "../../documents/index.ts";
import type { Line, PlanData } from "../../procedures/index.ts";

/** An act carries 48,000 bytes, its head and its other fields included. */
const bodyBytesMax = 36_000;
const bodyLinesMax = 40;
/** What a line has whatever happens; everything else can be cleared. */
const kept: ReadonlySet<string> = new Set(["id", "titles", "domain", "form", "costs"]);

export function planDifferences(data: PlanData, read: ReadPlan): ReadPlanTable {
  const added: Line[] = [];
  const changes: ReadPlanTable["changes"][number][] = [];
  let same = 0;
  for (const line of read.lines) {
    const known = data.lines.find((one) => one.line.id === line.id);
    const change = known && changeOf(known.line, line);
    if (!known) added.push(line);
    else if (change) changes.push({ line: line.id, base: known.digest, ...change });
    else same += 1;
  }
  return { proposals: inActs(added), changes, same, flaws: read.flaws.map((flaw) => ({ ...flaw })) };
}

function changeOf(before: Line, after: Line): { set: Record<string, unknown>; clear?: string[] } | undefined {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  const set = [...now].filter(([name, value]) => textOf(old.get(name)) !== textOf(value));
  const clear = [...old.keys()].filter((name) => !now.has(name) && !kept.has(name));
  if (set.length === 0 && clear.length === 0) return undefined;
  return { set: Object.fromEntries(set), ...(clear.length > 0 ? { clear } : {}) };
}

/** The same text for equal values, whatever the order of their names. */
function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value) ?? "";
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function inActs(lines: readonly Line[]): ReadPlanTable["proposals"] {
  const acts: Line[][] = [];
  let bytes = 0;
  for (const line of lines) {
    const size = Buffer.byteLength(JSON.stringify(line));
    const last = acts.at(-1);
    if (last && last.length < bodyLinesMax && bytes + size <= bodyBytesMax) {
      last.push(line);
      bytes += size;
    } else {
      acts.push([line]);
      bytes = size;
    }
  }
  return acts.map((one) => ({ lines: one.map((line) => ({ ...line })) }));
}
