// The calendar of visits: the weeks of a month, and what lies over several days as one bar from its first to its last.
// Dates are the host's, as text; nothing here knows a zone or a language.

export interface MonthDay {
  readonly date: string;
  readonly inMonth: boolean;
  readonly weekend: boolean;
}

/** Something that takes whole days. */
export interface Span {
  readonly id: string;
  readonly from: string;
  readonly until: string;
}

/** A span as far as it lies in one week: columns count from 0, and lanes from the top. */
export interface Bar {
  readonly id: string;
  readonly lane: number;
  readonly start: number;
  readonly days: number;
  /** It began in an earlier week, or goes on into a later one. */
  readonly began: boolean;
  readonly goesOn: boolean;
}

export interface Week {
  readonly days: readonly MonthDay[];
  readonly bars: readonly Bar[];
  /** Lanes that the bars take. */
  readonly lanes: number;
}

/** `2021-11` of a date, and of months before and after. */
export const monthOf = (date: string): string => date.slice(0, 7);

export function monthBeside(month: string, by: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months: by }).toString();
}

export const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);

/** The weeks a month touches. A week begins on the day after the weekend: ISO numbers, 7 for Sunday. */
export function weeksOf(month: string, weekend: readonly number[]): readonly (readonly MonthDay[])[] {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const begins = firstWeekday(weekend);
  let day = first.subtract({ days: (first.dayOfWeek - begins + 7) % 7 });
  const weeks: MonthDay[][] = [];
  while (weeks.length === 0 || monthOf(day.toString()) === month) {
    const days: MonthDay[] = [];
    for (let i = 0; i < 7; i++) {
      const date = day.toString();
      days.push({ date, inMonth: monthOf(date) === month, weekend: weekend.includes(day.dayOfWeek) });
      day = day.add({ days: 1 });
    }
    weeks.push(days);
  }
  return weeks;
}

/** Of Friday and Saturday it is Sunday, of Saturday and Sunday it is Monday. */
function firstWeekday(weekend: readonly number[]): number {
  const after = weekend.map((day) => (day % 7) + 1).find((day) => !weekend.includes(day));
  return after ?? 1;
}

/** The month with its spans laid in lanes: no two that share a day in one lane, and each in one lane within a week. */
export function calendarOf(input: {
  readonly month: string;
  readonly weekend: readonly number[];
  readonly spans: readonly Span[];
}): readonly Week[] {
  const { month, weekend } = input;
  const spans = input.spans
    .filter((span) => span.from <= span.until)
    .toSorted((a, b) => compare(a.from, b.from) || compare(b.until, a.until) || compare(a.id, b.id));
  return weeksOf(month, weekend).map((days) => weekWith(days, spans));
}

function weekWith(days: readonly MonthDay[], spans: readonly Span[]): Week {
  const dates = days.map((day) => day.date);
  const [first, last] = [dates[0] ?? "", dates.at(-1) ?? ""];
  const bars: Bar[] = [];
  for (const span of spans) {
    if (span.until < first || span.from > last) continue;
    const start = span.from < first ? 0 : dates.indexOf(span.from);
    const end = span.until > last ? dates.length - 1 : dates.indexOf(span.until);
    const taken = new Set(bars.filter((bar) => bar.start + bar.days > start).map((bar) => bar.lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    const began = span.from < first;
    bars.push({ id: span.id, lane, start, days: end - start + 1, began, goesOn: span.until > last });
  }
  return { days, bars, lanes: Math.max(0, ...bars.map((bar) => bar.lane + 1)) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** First and last date a month's calendar shows. */
export function shownDays(
  month: string,
  weekend: readonly number[],
): { readonly from: string; readonly until: string } {
  const days = weeksOf(month, weekend).flat();
  return { from: days[0]?.date ?? `${month}-01`, until: days.at(-1)?.date ?? `${month}-28` };
}
