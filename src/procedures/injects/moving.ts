// Injects moved on by many rows at once: who may, from which stage, and what comes of each.

import { type Refusal, refuse } from "../../base/index.ts";
import { type InjectRow, type InjectsData, withInjects } from "./data.ts";
import { doneStages, type Inject, type Stage } from "./rows.ts";
import type { InjectsContext } from "./writing.ts";

/** Whose row it must be: the side's own, one the other side wrote, or one that is played to the side. */
type Whose = "own" | "other" | "audience";

interface Named {
  readonly inject: string;
  readonly base?: string;
}

export interface Rule {
  readonly from: readonly Stage[];
  readonly whose: Whose;
}

export function guardMoves(
  context: InjectsContext,
  input: { readonly injects: readonly Named[]; readonly rule: Rule },
): Refusal | undefined {
  for (const named of input.injects) {
    const refusal = guardMove(context, { named, rule: input.rule });
    if (refusal) return refusal;
  }
  return undefined;
}

function guardMove(
  { data, side }: InjectsContext,
  { named, rule }: { readonly named: Named; readonly rule: Rule },
): Refusal | undefined {
  const found = data.injects[named.inject];
  if (!found) return refuse("procedures.injectNoRow", { got: named.inject });
  if (rule.whose === "own" && found.by !== side)
    return refuse("procedures.injectNotOwn", { row: named.inject, by: found.by });
  if (rule.whose === "other" && found.by === side)
    return refuse("procedures.injectOwnReview", { inject: named.inject, by: found.by });
  if (rule.whose === "audience" && found.row.audience !== side)
    return refuse("procedures.injectNotAudience", { inject: named.inject, audience: found.row.audience });
  if (named.base !== undefined && named.base !== found.digest)
    return refuse("procedures.injectOtherText", { row: named.inject, got: named.base, expected: found.digest });
  if (rule.from.includes(found.stage)) return undefined;
  return refuse("procedures.injectStage", { inject: named.inject, stage: found.stage, expected: [...rule.from] });
}

/** The data with each of these injects changed. */
export function moved<One extends Named>(
  context: InjectsContext,
  input: { readonly injects: readonly One[]; change(found: InjectRow, one: One): InjectRow },
): InjectsData {
  const { data, digest } = context;
  const changed = input.injects.flatMap((one) => {
    const found = data.injects[one.inject];
    return found ? [input.change(found, one)] : [];
  });
  return withInjects(data, { changed, digest });
}

/**
 * Held: those that are scheduled. One that went out meanwhile stays out, and the others are held all the same: a hold
 * is for safety, and must not fail as a whole for one row.
 */
export function guardHold({ data }: InjectsContext, injects: readonly Named[]): Refusal | undefined {
  const unknown = injects.find((one) => !data.injects[one.inject]);
  if (unknown) return refuse("procedures.injectNoRow", { got: unknown.inject });
  const [first] = injects;
  if (injects.some((one) => data.injects[one.inject]?.stage === "scheduled")) return undefined;
  const stage = data.injects[first?.inject ?? ""]?.stage ?? "none";
  return refuse("procedures.injectStage", { inject: first?.inject ?? "none", stage, expected: ["scheduled"] });
}

/** Repeated under numbers that are new and this side's. */
export function guardRepeat(
  { data, side }: InjectsContext,
  injects: readonly { readonly as: string }[],
): Refusal | undefined {
  const prefix = `${side.toLowerCase()}-`;
  const seen = new Set<string>();
  for (const { as } of injects) {
    if (!as.startsWith(prefix)) return refuse("procedures.injectNumber", { got: as, prefix });
    if (seen.has(as) || (data.injects[as] ?? data.objectives[as] ?? data.events[as] ?? data.incidents[as]))
      return refuse("procedures.injectSameRow", { got: as });
    seen.add(as);
  }
  return undefined;
}

/** The same text under its new number, ready to go out again. */
export function repetition(
  context: InjectsContext,
  input: { readonly found: InjectRow; readonly as: string; readonly real: number },
): InjectRow {
  const row: Inject = { ...input.found.row, id: input.as };
  const own = context.digest(row);
  // Reviewed with the row it repeats: nothing but the number is another.
  return {
    row,
    by: context.side,
    digest: own,
    stage: "scheduled",
    reviewed: own,
    real: input.real,
    repeats: input.found.row.id,
  };
}

/** What is frozen or closed is the list its author read. */
export function guardVersion(
  { data }: InjectsContext,
  input: { readonly version: string; readonly ready: readonly Stage[] },
): Refusal | undefined {
  const rows = Object.values(data.injects);
  if (rows.length === 0) return refuse("procedures.injectsEmpty", {});
  const open = rows.filter(({ stage }) => !input.ready.includes(stage));
  if (open.length > 0)
    return refuse("procedures.injectsOpen", {
      count: open.length,
      injects: open.slice(0, 10).map(({ row, stage }) => `${row.id} ${stage}`),
      expected: [...input.ready],
    });
  const expected = data.version ?? "none";
  return input.version === expected ? undefined : refuse("procedures.injectsVersion", { got: input.version, expected });
}

/** What a list may be frozen with: everything is on the clock, or will not be played. */
export const frozenStages: readonly Stage[] = ["scheduled", "held", "skipped", "idea"];
export const closedStages: readonly Stage[] = doneStages;
