// Where the lines of one day stand on the timeline: engagements in their lane, movements in theirs, what overlaps as an
// overlap, and the free stretches between. Minutes since the day's first instant; nothing here knows pixels or
// directions. The arithmetic of slack is the procedure's own.

import { type Engagement, instantOf, type Slack, slackOf } from "../../procedures/index.ts";

/** What one engagement looks like on the timeline. */
export interface EventBlock {
  readonly id: string;
  /** Minutes since the day's first instant; before it, negative, for what began the day before. */
  readonly at: number;
  readonly len: number;
  /** Nobody has entered a length: `len` is only room to stand in, its end is drawn open. */
  readonly open: boolean;
  /** Engagements at the same time stand beside one another: this one's column of so many, the first being 0. */
  readonly column: number;
  readonly columns: number;
  readonly clash: boolean;
}

export interface MovementBlock {
  /** The engagement it leads to. */
  readonly id: string;
  readonly at: number;
  readonly len: number;
  /** Minutes after the start of the engagement it leads to; 0 when it arrives in time. */
  readonly late: number;
}

/** A stretch of the lane in which nothing is set. */
export interface Pause {
  readonly at: number;
  readonly len: number;
}

export interface DayLayout {
  readonly from: number;
  readonly span: number;
  readonly hours: readonly { readonly at: number; readonly clock: string }[];
  readonly events: readonly EventBlock[];
  readonly movements: readonly MovementBlock[];
  readonly pauses: readonly Pause[];
  /** Where a movement lies over the engagement it leads to. */
  readonly overlaps: readonly (Pause & { readonly id: string })[];
  /** Ids of the day's engagements without a time, in running order. */
  readonly untimed: readonly string[];
}

export interface DayInput {
  readonly engagements: readonly Engagement[];
  /** ISO date and IANA zone of the day that is shown. */
  readonly date: string;
  readonly zone: string;
}

/** Room for an engagement without a length, and the least for a movement's words. */
const openLength = 45;
const shortestPause = 15;
const margin = 15;
const emptyDay = { from: 8 * 60, until: 18 * 60 };

interface Placed {
  readonly engagement: Engagement;
  readonly at: number;
  readonly end: number;
  readonly open: boolean;
}

export function layoutDay({ engagements, date, zone }: DayInput): DayLayout {
  const day = Temporal.PlainDate.from(date);
  const opens = day.toZonedDateTime(zone).epochMilliseconds;
  const length = (day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - opens) / 60_000;
  const placed = placedOn(engagements, { opens, length });
  const movements = placed.flatMap((one, i) => movementTo(one, placed[i - 1]));
  const clashing = clashingIds(slackOf(engagements));
  const events = inColumns(placed).map(
    ({ engagement, at, end, open, column, columns }): EventBlock => ({
      id: engagement.id,
      at,
      len: end - at,
      open,
      column,
      columns,
      clash: clashing.has(engagement.id),
    }),
  );
  const edges = [...events, ...movements];
  const first = Math.min(...(edges.length > 0 ? edges.map((one) => one.at) : [emptyDay.from]));
  const last = Math.max(...(edges.length > 0 ? edges.map((one) => one.at + one.len) : [emptyDay.until]));
  const from = Math.max(0, first - margin);
  return {
    from,
    span: Math.min(length, last + margin) - from,
    hours: hoursBetween({ opens, zone, from, until: Math.min(length, last + margin) }),
    events,
    movements,
    pauses: pausesOf(placed, movements),
    overlaps: movements.filter((one) => one.late > 0).map((one) => overlapOf(one)),
    untimed: engagements.filter((one) => one.start.time === undefined && one.start.date === date).map((one) => one.id),
  };
}

/** Timed engagements that touch the day, by their start. */
function placedOn(engagements: readonly Engagement[], day: { opens: number; length: number }): Placed[] {
  const timed = engagements.flatMap((engagement) => {
    const at = instantOf(engagement.start);
    return at === undefined ? [] : [{ engagement, at: (at - day.opens) / 60_000 }];
  });
  timed.sort((a, b) => a.at - b.at);
  return timed
    .map(({ engagement, at }, i): Placed => {
      const { minutes } = engagement;
      const next = timed[i + 1];
      const room = next ? next.at - at - (next.engagement.movement?.minutes ?? 0) : openLength;
      const shown = minutes ?? Math.max(20, Math.min(openLength, room));
      return { engagement, at, end: at + shown, open: minutes === undefined };
    })
    .filter(({ at, end }) => end > 0 && at < day.length);
}

/** A movement ends when its engagement begins, unless the one before has not ended by when it would have to leave. */
function movementTo(one: Placed, before: Placed | undefined): MovementBlock[] {
  const minutes = one.engagement.movement?.minutes;
  if (minutes === undefined) return [];
  const leaves = one.at - minutes;
  const at = before && !before.open ? Math.max(leaves, before.end) : leaves;
  return [{ id: one.engagement.id, at, len: minutes, late: at - leaves }];
}

function overlapOf({ id, at, len, late }: MovementBlock): DayLayout["overlaps"][number] {
  return { id, at: at + len - late, len: late };
}

/** Both ends of a clash are marked at the later one, where it is felt; the pair is told beside it. */
function clashingIds(slacks: readonly Slack[]): ReadonlySet<string> {
  return new Set(slacks.filter((one) => one.clash).map((one) => one.to));
}

type Columned = Placed & { column: number; columns: number };

/** Groups that overlap share the lane's width, each member in the first column that is free. */
function inColumns(placed: readonly Placed[]): Columned[] {
  const found: Columned[] = [];
  let group: Columned[] = [];
  let groupEnd = Number.NEGATIVE_INFINITY;
  const close = (): void => {
    const columns = Math.max(0, ...group.map((one) => one.column + 1));
    for (const one of group) found.push({ ...one, columns });
    group = [];
  };
  for (const one of placed) {
    if (one.at >= groupEnd) {
      close();
      groupEnd = Number.NEGATIVE_INFINITY;
    }
    const taken = new Set(group.filter((other) => other.end > one.at).map((other) => other.column));
    let column = 0;
    while (taken.has(column)) column += 1;
    group.push({ ...one, column, columns: 0 });
    groupEnd = Math.max(groupEnd, one.end);
  }
  close();
  return found;
}

function pausesOf(placed: readonly Placed[], movements: readonly MovementBlock[]): Pause[] {
  const pauses: Pause[] = [];
  let free: number | undefined;
  for (const one of placed) {
    const movement = movements.find((each) => each.id === one.engagement.id);
    const until = Math.min(one.at, movement?.at ?? one.at);
    if (free !== undefined && until - free >= shortestPause) pauses.push({ at: free, len: until - free });
    free = one.open ? undefined : Math.max(free ?? one.end, one.end);
  }
  return pauses;
}

/** Full hours of the zone's own clock, so that a day on which the clock is set keeps its labels right. */
function hoursBetween(input: { opens: number; zone: string; from: number; until: number }): DayLayout["hours"] {
  const { opens, zone, from, until } = input;
  const hours: { at: number; clock: string }[] = [];
  for (let at = Math.ceil(from / 60) * 60; at <= until; at += 60) {
    const local = Temporal.Instant.fromEpochMilliseconds(opens + at * 60_000).toZonedDateTimeISO(zone);
    hours.push({ at, clock: local.toPlainTime().toString().slice(0, 5) });
  }
  return hours;
}
