// The lines of a plan as the table shows them: read by the plan's own form, chosen by what stands in the address. Pure.

import type { PlanTable, PlanTableLine } from "../../api/index.ts";
import { type Line, lineSchema } from "../../procedures/index.ts";
import { plainText } from "../parts/index.ts";

export interface ShownLine extends Omit<PlanTableLine, "line"> {
  /** As the plan's form has it. */
  readonly line: Line;
  /** Its place in the whole plan, from 1. */
  readonly place: number;
}

/** What is chosen among; empty for all. */
export interface LineFilter {
  readonly text: string;
  readonly status: string;
  readonly domain: string;
  /** `own`, `other`, or `late`. */
  readonly turn: string;
}

/** A line that is not of the form any more is left out: the node has judged each when it was proposed. */
export function linesOf(table: Pick<PlanTable, "lines">): readonly ShownLine[] {
  return table.lines.flatMap((one, i) => {
    const read = lineSchema.safeParse(one.line);
    return read.success ? [{ ...one, line: read.data, place: i + 1 }] : [];
  });
}

export function chosenLines(lines: readonly ShownLine[], filter: LineFilter): readonly ShownLine[] {
  const sought = plainText(filter.text);
  return lines.filter(({ line, status, dossiers }) => {
    if (filter.status !== "" && status !== filter.status) return false;
    if (filter.domain !== "" && line.domain !== filter.domain) return false;
    if (filter.turn === "own" && dossiers.own === 0) return false;
    if (filter.turn === "other" && dossiers.other === 0) return false;
    if (filter.turn === "late" && dossiers.overdue === 0) return false;
    const words = [line.id, line.venue ?? "", ...Object.values(line.titles), ...Object.values(line.leads ?? {})];
    return sought === "" || plainText(words.join(" ")).includes(sought);
  });
}

/** How many lines stand in each status, for the year's figures. */
export function figuresOf(lines: readonly ShownLine[]): Readonly<Record<ShownLine["status"], number>> {
  const figures = { planned: 0, confirmed: 0, executed: 0, postponed: 0, cancelled: 0 };
  for (const { status } of lines) figures[status] += 1;
  return figures;
}

/** The side that sends: the other one than receives; undefined where both do, or neither. */
export function sendingSide(line: Line, parties: readonly string[]): string | undefined {
  return line.receiving === undefined ? undefined : parties.find((party) => party !== line.receiving);
}
