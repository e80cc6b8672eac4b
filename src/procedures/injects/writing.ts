// Rows that one act writes: new ones under the numbers of the side that writes them, and changed ones on the text that
// stands. What a row hangs from must be there, in the list or in the same act.

import { isPartyCode } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse, type z } from "../../base/index.ts";
import type { StepContext } from "../declaration.ts";
import type { writeBody } from "./bodies.ts";
import { type InjectRow, type InjectsData, nextVersion, type Row } from "./data.ts";
import { beforeRelease, type Inject } from "./rows.ts";

export type InjectsContext = StepContext<InjectsData>;
export type Written = z.output<typeof writeBody>;

/** The most rows of a rank that a list holds. */
export const ranksMax = { objectives: 60, events: 400, incidents: 1000, injects: 5000 } as const;
type Rank = keyof typeof ranksMax;

interface Identified {
  readonly id: string;
}

/** The list with the rows of an act, or the reason one of them cannot stand. Nothing of what is given is changed. */
export function withRows(context: InjectsContext, written: Written): InjectsData | Refusal {
  const { data, digest } = context;
  const { objectives = [], events = [], incidents = [], injects = [] } = written;
  const twice = repeated([objectives, events, incidents, injects].flat());
  if (twice !== undefined) return refuse("procedures.injectSameRow", { got: twice });
  const made = {
    objectives: rank(context, { rank: "objectives", rows: objectives }),
    events: rank(context, { rank: "events", rows: events }),
    incidents: rank(context, { rank: "incidents", rows: incidents }),
    injects: rank(context, { rank: "injects", rows: injects }),
  };
  const { objectives: first, events: second, incidents: third, injects: fourth } = made;
  if (isRefusal(first)) return first;
  if (isRefusal(second)) return second;
  if (isRefusal(third)) return third;
  if (isRefusal(fourth)) return fourth;
  const drafted = fourth.map((one): InjectRow => ({ ...one, stage: one.row.idea ? "idea" : "drafted" }));
  const after: InjectsData = {
    ...data,
    objectives: withAll(data.objectives, first),
    events: withAll(data.events, second),
    incidents: withAll(data.incidents, third),
    injects: withAll(data.injects, drafted),
  };
  const refusal = full(after) ?? orphan(after, written) ?? stranger(context, injects);
  if (refusal) return refusal;
  const changed = [...first, ...second, ...third, ...fourth].map(({ row, digest: own }) => [row.id, own]);
  return { ...after, version: nextVersion(data, { changed, digest }) };
}

function repeated(rows: readonly Identified[]): string | undefined {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return undefined;
}

function withAll<Made extends Row<Identified>>(
  rows: Readonly<Record<string, Made>>,
  made: readonly Made[],
): Readonly<Record<string, Made>> {
  if (made.length === 0) return rows;
  return { ...rows, ...Object.fromEntries(made.map((one) => [one.row.id, one])) };
}

function rank<Text extends Identified & { readonly base?: string | undefined }>(
  context: InjectsContext,
  input: { readonly rank: Rank; readonly rows: readonly Text[] },
): readonly Row<Omit<Text, "base">>[] | Refusal {
  const made: Row<Omit<Text, "base">>[] = [];
  for (const { base, ...row } of input.rows) {
    const refusal = place(context, { rank: input.rank, id: row.id, base });
    if (refusal) return refusal;
    made.push({ row, by: context.side, digest: context.digest(row) });
  }
  return made;
}

/** Why a row cannot stand under its number. */
function place(
  { data, side }: InjectsContext,
  input: { readonly rank: Rank; readonly id: string; readonly base: string | undefined },
): Refusal | undefined {
  const { rank: of, id, base } = input;
  const found = of === "injects" ? data.injects[id] : data[of][id];
  if (base === undefined) {
    const prefix = `${side.toLowerCase()}-`;
    if (!id.startsWith(prefix)) return refuse("procedures.injectNumber", { got: id, prefix });
    const taken = data.objectives[id] ?? data.events[id] ?? data.incidents[id] ?? data.injects[id];
    return taken ? refuse("procedures.injectSameRow", { got: id }) : undefined;
  }
  if (!found) return refuse("procedures.injectNoRow", { got: id });
  if (found.by !== side) return refuse("procedures.injectNotOwn", { row: id, by: found.by });
  if (found.digest !== base)
    return refuse("procedures.injectOtherText", { row: id, got: base, expected: found.digest });
  if (!("stage" in found) || beforeRelease.some((one) => one === found.stage)) return undefined;
  return refuse("procedures.injectStage", { inject: id, stage: String(found.stage), expected: [...beforeRelease] });
}

function full(data: InjectsData): Refusal | undefined {
  for (const [of, most] of Object.entries(ranksMax)) {
    const count = Object.keys(rowsOf(data, of)).length;
    if (count > most) return refuse("procedures.injectLength", { count, most });
  }
  return undefined;
}

function rowsOf(data: InjectsData, of: string): object {
  if (of === "objectives") return data.objectives;
  if (of === "events") return data.events;
  return of === "incidents" ? data.incidents : data.injects;
}

/** A row that hangs from nothing. */
function orphan(after: InjectsData, written: Written): Refusal | undefined {
  const { events = [], incidents = [], injects = [] } = written;
  const found =
    events.find((one) => !after.objectives[one.objective]) ??
    incidents.find((one) => !after.events[one.event]) ??
    injects.find((one) => !after.incidents[one.incident]);
  if (!found) return undefined;
  const parent = "objective" in found ? found.objective : "event" in found ? found.event : found.incident;
  return refuse("procedures.injectParent", { row: found.id, got: parent });
}

function stranger({ terms }: InjectsContext, injects: readonly Inject[]): Refusal | undefined {
  const found = injects.find(({ audience }) => !isPartyCode(audience) || !terms.parties.includes(audience));
  if (!found) return undefined;
  return refuse("procedures.injectAudience", { inject: found.id, got: found.audience, parties: [...terms.parties] });
}

/** The list without these rows of one's own; what others hang from stays. */
export function withoutRows(context: InjectsContext, ids: readonly string[]): InjectsData | Refusal {
  const { data, side, digest } = context;
  const gone = new Set(ids);
  for (const id of ids) {
    const found = data.objectives[id] ?? data.events[id] ?? data.incidents[id] ?? data.injects[id];
    if (!found) return refuse("procedures.injectNoRow", { got: id });
    if (found.by !== side) return refuse("procedures.injectNotOwn", { row: id, by: found.by });
    const stage = data.injects[id]?.stage;
    if (stage !== undefined && !beforeRelease.includes(stage))
      return refuse("procedures.injectStage", { inject: id, stage, expected: [...beforeRelease] });
  }
  const after = {
    ...data,
    objectives: without(data.objectives, gone),
    events: without(data.events, gone),
    incidents: without(data.incidents, gone),
    injects: without(data.injects, gone),
  };
  const left =
    Object.values(after.events).find(({ row }) => gone.has(row.objective)) ??
    Object.values(after.incidents).find(({ row }) => gone.has(row.event)) ??
    Object.values(after.injects).find(({ row }) => gone.has(row.incident));
  if (left) return refuse("procedures.injectHangs", { row: left.row.id });
  return { ...after, version: nextVersion(data, { changed: [...gone].sort(), digest }) };
}

function without<Made>(rows: Readonly<Record<string, Made>>, gone: ReadonlySet<string>): Record<string, Made> {
  return Object.fromEntries(Object.entries(rows).filter(([id]) => !gone.has(id)));
}
