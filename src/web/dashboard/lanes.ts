// Where what happens in a stretch of days is drawn: each thing over its days, in the first lane that is free on all of
// them. Pure: days are counted from the first one shown.

export interface Span {
  /** First and last day, counted from 0; may begin before and end after the days shown. */
  readonly from: number;
  readonly until: number;
}

export interface Laid<Thing> {
  readonly thing: Thing;
  /** Days shown, the last included. */
  readonly first: number;
  readonly last: number;
  readonly lane: number;
  /** It goes on beyond what is shown, at that end. */
  readonly before: boolean;
  readonly after: boolean;
}

/** The things that touch the `days` shown, the earliest first and of two that begin together the longer. */
export function layOut<Thing extends Span>(things: readonly Thing[], days: number): readonly Laid<Thing>[] {
  /** Of each lane the first day that is free. */
  const free: number[] = [];
  return things
    .filter((thing) => thing.until >= 0 && thing.from < days && thing.until >= thing.from)
    .toSorted((a, b) => a.from - b.from || b.until - a.until)
    .map((thing) => {
      const first = Math.max(0, thing.from);
      const last = Math.min(days - 1, thing.until);
      const open = free.findIndex((day) => day <= first);
      const lane = open === -1 ? free.length : open;
      free[lane] = last + 1;
      return { thing, first, last, lane, before: thing.from < 0, after: thing.until >= days };
    });
}

const dayMs = 86_400_000;

/** Days from one ISO date to another; negative when the other is earlier. */
export function daysFrom(date: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(date)) / dayMs);
}
