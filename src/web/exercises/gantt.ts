// The planning of an exercise on an axis of days: conferences, tasks, phases and the exercise itself, each as a bar
// between two days, placed by share of the whole, so that it is drawn from either edge of the page.

import type { ExerciseShown } from "./exercise-data.ts";

export type BarKind = "conference" | "task" | "exercise" | "phase";
export type BarStanding = "planned" | "begun" | "done" | "dropped" | "late";

export interface Bar {
  readonly key: string;
  readonly kind: BarKind;
  readonly id: string;
  /** By language, or the one text there is; undefined for what is named by its kind. */
  readonly title: Readonly<Record<string, string>> | string | undefined;
  /** A conference's kind. */
  readonly of?: string;
  readonly party?: string | undefined;
  /** Days, `YYYY-MM-DD`, the last included. */
  readonly from: string;
  readonly until: string;
  readonly standing: BarStanding;
}

export interface Scale {
  readonly from: string;
  readonly until: string;
  /** The first days of the months shown, with their place. */
  readonly months: readonly { readonly month: string; readonly start: number }[];
}

const dayMs = 86_400_000;
const numberOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;
const dateOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

/** `today`: by the node's clock. Sorted by their first day. */
export function barsOf(data: ExerciseShown, today: string): readonly Bar[] {
  const past = (until: string): boolean => until < today;
  const conferences = data.conferences.map(
    (one): Bar => ({
      key: `conference ${one.id}`,
      kind: "conference",
      id: one.id,
      title: one.titles,
      of: one.kind,
      party: one.by,
      from: one.from,
      until: one.until,
      standing: one.held ? "done" : past(one.until) ? "late" : "planned",
    }),
  );
  const tasks = data.tasks.map(
    (one): Bar => ({
      key: `task ${one.id}`,
      kind: "task",
      id: one.id,
      title: one.title,
      party: one.owner,
      from: one.from,
      until: one.until,
      standing:
        one.progress === "done" || one.progress === "dropped"
          ? one.progress
          : past(one.until)
            ? "late"
            : one.progress === "begun"
              ? "begun"
              : "planned",
    }),
  );
  const phases = (data.explan?.text.phases ?? []).map(
    (one): Bar => ({
      key: `phase ${one.id}`,
      kind: "phase",
      id: one.id,
      title: one.titles,
      from: one.from.slice(0, 10),
      until: one.until.slice(0, 10),
      standing: data.ended ? "done" : data.startedAt === undefined ? "planned" : "begun",
    }),
  );
  const { proposal } = data;
  const whole: Bar[] = proposal
    ? [
        {
          key: "exercise",
          kind: "exercise",
          id: "",
          title: proposal.titles,
          party: proposal.host,
          from: proposal.from,
          until: proposal.until,
          standing: data.ended ? "done" : data.startedAt === undefined ? "planned" : "begun",
        },
      ]
    : [];
  return [...conferences, ...tasks, ...whole, ...phases].toSorted(
    (a, b) => a.from.localeCompare(b.from) || a.until.localeCompare(b.until) || a.key.localeCompare(b.key),
  );
}

/** An axis from the first of the bars, or today, to the last of them; undefined where there is no bar. */
export function scaleOf(bars: readonly Bar[], today: string): Scale | undefined {
  if (bars.length === 0) return undefined;
  const last = bars.reduce((most, one) => (one.until > most ? one.until : most), "");
  const first = bars.reduce((least, one) => (one.from < least ? one.from : least), today < last ? today : last);
  const axis = { from: first, until: last };
  const months: { month: string; start: number }[] = [];
  for (let month = `${first.slice(0, 7)}-01`; month <= last; month = nextMonth(month)) {
    const day = month < first ? first : month;
    months.push({ month, start: placeOf(axis, { from: day, until: day }).start });
  }
  return { ...axis, months: thinned(months) };
}

function nextMonth(month: string): string {
  return `${dateOf(numberOf(month) + 32).slice(0, 7)}-01`;
}

/** As many names of months as have room beside each other, and none where the axis ends. */
function thinned<One extends { readonly start: number }>(months: readonly One[]): readonly One[] {
  const every = Math.ceil(months.length / 6);
  return months.filter(({ start }, place) => place % every === 0 && start < 85);
}

/** Where days stand on the axis: percent of its length from its beginning, and how much of it. */
export function placeOf(
  axis: { readonly from: string; readonly until: string },
  of: { readonly from: string; readonly until: string },
): { readonly start: number; readonly size: number } {
  const whole = numberOf(axis.until) + 1 - numberOf(axis.from);
  const start = ((numberOf(of.from) - numberOf(axis.from)) / whole) * 100;
  const size = ((numberOf(of.until) + 1 - numberOf(of.from)) / whole) * 100;
  return { start: Math.max(0, start), size: Math.min(size, 100 - Math.max(0, start)) };
}
