// Changes of lines: one at a time while the plan is harmonised, a set of them in a letter once it is signed. Each names
// the text it changes, so that of two that cross the second has no effect instead of undoing the first unseen.

import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import { digestText } from "../forms.ts";
import type { PlanLine } from "./data.ts";
import type { PlanContext } from "./guards.ts";
import { guardLine, type Line, lineId, lineSchema, lineShape } from "./line.ts";

export const linesMax = 200;

const optionalFields = [
  "venue",
  "receiving",
  "from",
  "until",
  "participants",
  "modalities",
  "leads",
  "level",
  "languages",
  "interpretation",
] as const satisfies readonly (keyof typeof lineShape)[];

const { id: _id, ...changeable } = lineShape;

export const settingShape = {
  line: lineId,
  /** The digest of the line as its author read it. */
  base: digestText,
  set: z.strictObject(changeable).partial(),
  /** Fields that are not settled any more. */
  clear: z.array(z.enum(optionalFields)).max(optionalFields.length).optional(),
};

export const changeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("add"), line: lineSchema }),
  z.strictObject({ kind: z.literal("set"), ...settingShape }),
  z.strictObject({ kind: z.literal("cancel"), line: lineId, base: digestText }),
]);
export type Change = z.infer<typeof changeSchema>;
type Setting = Omit<Extract<Change, { kind: "set" }>, "kind">;

/** The lines after all changes, or the reason one of them is not possible. Nothing of what is given is changed. */
export function withChanges(context: PlanContext, changes: readonly Change[]): readonly PlanLine[] | Refusal {
  let lines = context.data.lines;
  for (const change of changes) {
    const after = withChange(context, { lines, change });
    if (isRefusal(after)) return after;
    lines = after;
  }
  return lines;
}

function withChange(
  context: PlanContext,
  input: { readonly lines: readonly PlanLine[]; readonly change: Change },
): readonly PlanLine[] | Refusal {
  const { lines, change } = input;
  switch (change.kind) {
    case "add":
      return withLines({ ...context, data: { ...context.data, lines } }, [change.line]);
    case "set":
      return withSetting({ ...context, data: { ...context.data, lines } }, change);
    case "cancel": {
      const found = lineAt(lines, change);
      if (isRefusal(found)) return found;
      return lines.map((one) => (one === found ? { ...one, status: "cancelled" } : one));
    }
  }
}

/** The lines with new ones of the acting side, in the order of their ids. */
export function withLines(context: PlanContext, added: readonly Line[]): readonly PlanLine[] | Refusal {
  const { data, side, terms, digest } = context;
  const prefix = `${side.toLowerCase()}-`;
  const known = new Set(data.lines.map((one) => one.line.id));
  for (const line of added) {
    if (!line.id.startsWith(prefix)) return refuse("procedures.planLineNumber", { got: line.id, prefix });
    if (known.has(line.id)) return refuse("procedures.planSameLine", { got: line.id });
    known.add(line.id);
    const refusal = guardLine(line, { year: data.year, terms });
    if (refusal) return refusal;
  }
  if (known.size > linesMax) return refuse("procedures.planLength", { count: known.size, most: linesMax });
  const made = added.map((line): PlanLine => ({ line, by: side, digest: digest(line), status: "planned" }));
  return [...data.lines, ...made].sort((a, b) => (a.line.id < b.line.id ? -1 : 1));
}

/** The lines with one of them changed. */
export function withSetting(context: PlanContext, setting: Setting): readonly PlanLine[] | Refusal {
  const { data, terms, digest } = context;
  const found = lineAt(data.lines, setting);
  if (isRefusal(found)) return found;
  const cleared = Object.fromEntries(
    Object.entries(found.line).filter(([field]) => !setting.clear?.some((empty) => empty === field)),
  );
  // Parsed and not only spread: the result is a line by the same rule as one that was proposed whole.
  const line = lineSchema.parse({ ...cleared, ...setting.set });
  const refusal = guardLine(line, { year: data.year, terms });
  if (refusal) return refusal;
  return data.lines.map((one) => (one === found ? { ...one, line, digest: digest(line) } : one));
}

/** The line as the author of a change read it; executed and cancelled ones are not changed any more. */
export function lineAt(
  lines: readonly PlanLine[],
  input: { readonly line: string; readonly base: string },
): PlanLine | Refusal {
  const found = lines.find((one) => one.line.id === input.line);
  if (!found) return refuse("procedures.planNoLine", { got: input.line });
  if (found.digest !== input.base)
    return refuse("procedures.planLineOther", { line: input.line, got: input.base, expected: found.digest });
  if (found.status === "executed" || found.status === "cancelled")
    return refuse("procedures.planLineEnded", { line: input.line, status: found.status });
  return found;
}
