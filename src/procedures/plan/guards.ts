// Why a step of the plan cannot be made. Each guard answers with its own refusal.

import { type Refusal, refuse } from "../../base/index.ts";
import type { StepContext } from "../declaration.ts";
import { type Letter, type PlanData, type Reported, reportOf } from "./data.ts";
import { type LineStatus, statusesAfter } from "./line.ts";
import { lineOfDossier } from "./links.ts";

export type PlanContext = StepContext<PlanData>;

/** What is agreed to or signed is the version its author read. */
export function guardVersion({ data }: PlanContext, version: string): Refusal | undefined {
  if (data.lines.length === 0) return refuse("procedures.planEmpty", { year: data.year });
  const expected = data.version ?? "none";
  return version === expected ? undefined : refuse("procedures.planOtherVersion", { got: version, expected });
}

/** A letter of the other side that has no answer, or with `own` one of this side's. */
export function letterFor(
  { data, side }: PlanContext,
  input: { readonly letter: string; readonly of: "own" | "other" },
): Letter | Refusal {
  const open = data.letters.filter((one) => one.answer === undefined && (one.by === side) === (input.of === "own"));
  const found = open.find((one) => one.digest === input.letter);
  if (found) return found;
  return refuse("procedures.planNoLetter", {
    got: input.letter,
    open: open.length > 0 ? open.map((one) => one.reference) : "none",
  });
}

export function guardReference({ data, side }: PlanContext, reference: string): Refusal | undefined {
  const used = data.letters.some((one) => one.by === side && one.reference === reference);
  return used ? refuse("procedures.planLetterNumber", { got: reference }) : undefined;
}

export function guardStatus(
  { data }: PlanContext,
  input: { readonly line: string; readonly status: LineStatus },
): Refusal | undefined {
  const found = data.lines.find((one) => one.line.id === input.line);
  if (!found) return refuse("procedures.planNoLine", { got: input.line });
  const possible = statusesAfter(found.status);
  if (possible.includes(input.status)) return undefined;
  return refuse("procedures.planStatus", {
    line: input.line,
    got: input.status,
    status: found.status,
    possible: possible.length > 0 ? [...possible] : "none",
  });
}

/** Lines that are there, and dossiers under no line yet. */
export function guardLinks(
  { data }: PlanContext,
  links: readonly { readonly line: string; readonly dossier: string }[],
): Refusal | undefined {
  for (const { line, dossier } of links) {
    if (!data.lines.some((one) => one.line.id === line)) return refuse("procedures.planNoLine", { got: line });
    const under = lineOfDossier(data.links, dossier);
    if (under !== undefined) return refuse("procedures.planLinked", { dossier, line: under });
  }
  return undefined;
}

/** The report says what the plan says, line by line. */
export function guardReport({ data }: PlanContext, reported: readonly Reported[]): Refusal | undefined {
  const expected = reportOf(data);
  const count = Math.max(expected.length, reported.length);
  for (let i = 0; i < count; i++) {
    const [is, said] = [expected[i], reported[i]];
    if (is?.line === said?.line && is?.status === said?.status && is?.dossiers === said?.dossiers) continue;
    return refuse("procedures.planReport", { got: rowText(said), expected: rowText(is) });
  }
  return undefined;
}

function rowText(row: Reported | undefined): string {
  return row ? `${row.line} ${row.status} ${row.dossiers}` : "none";
}
