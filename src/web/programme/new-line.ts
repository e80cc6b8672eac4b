// A line that is added: everything but its day is still to be said.

import { type Change, changeSchema, type Engagement } from "../../procedures/index.ts";

export interface NewLine {
  readonly id: string;
  /** Its title in the reader's language, to be replaced. */
  readonly titles: Readonly<Record<string, string>>;
  readonly date: string;
  readonly zone: string;
}

export function addedLine({ id, titles, date, zone }: NewLine): Change {
  const engagement = { id, titles, start: { date, zone }, confirmed: false, source: "agreed" };
  return changeSchema.parse({ kind: "add", engagement });
}

/** An id no line has. */
export function newLineId(engagements: readonly Engagement[]): string {
  let number = engagements.length + 1;
  while (engagements.some((one) => one.id === `line-${number}`)) number += 1;
  return `line-${number}`;
}
