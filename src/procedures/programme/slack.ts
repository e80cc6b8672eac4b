// The arithmetic of a running order: how much time lies between two engagements, how much of it the first one's length
// and the movement to the next take, and what is left. A negative rest is a clash. Nothing is guessed: where a length
// or a movement was not entered the rest is unknown, and only what is known counts towards a clash.

import { type Engagement, instantOf } from "./engagement.ts";

/** What was not entered. `start`: one of the two times; `length`, `movement`: of the stretch between them. */
export type Unknown = "start" | "length" | "movement";

/** Between two engagements; all figures in minutes, undefined where not known. */
export interface Slack {
  readonly from: string;
  readonly to: string;
  /** Engagements without a time that lie between the two. */
  readonly between: readonly string[];
  /** From the start of the first to the start of the second. */
  readonly gap: number | undefined;
  readonly length: number | undefined;
  readonly movement: number | undefined;
  /** Length and movement together. */
  readonly needed: number | undefined;
  /** `gap` less `needed`. */
  readonly slack: number | undefined;
  /** What is left at the most: `gap` less what is known to be needed. Equals `slack` when all is known. */
  readonly atMost: number | undefined;
  readonly clash: boolean;
  readonly unknown: readonly Unknown[];
}

/**
 * Each pair of engagements that follow one another, in running order. Where untimed engagements stand between two timed
 * ones the pair around them is given too, so that they cannot hide a clash.
 */
export function slackOf(engagements: readonly Engagement[]): Slack[] {
  const found: Slack[] = [];
  let timed: { readonly index: number } | undefined;
  for (const [index, second] of engagements.entries()) {
    const first = engagements[index - 1];
    if (first) found.push(stretch([first, second]));
    if (second.start.time === undefined) continue;
    if (timed && timed.index < index - 1) found.push(stretch(engagements.slice(timed.index, index + 1)));
    timed = { index };
  }
  return found;
}

export function clashesOf(engagements: readonly Engagement[]): Slack[] {
  return slackOf(engagements).filter((one) => one.clash);
}

/** From the first of the engagements to the last, through all between. */
function stretch(engagements: readonly Engagement[]): Slack {
  const first = engagements[0];
  const last = engagements.at(-1);
  if (!first || !last) throw new TypeError("A stretch has two ends.");
  const lengths = engagements.slice(0, -1).map((one) => one.minutes);
  const movements = engagements.slice(1).map((one, i) => movementBetween(engagements[i], one));
  const [start, end] = [instantOf(first.start), instantOf(last.start)];
  const gap = start === undefined || end === undefined ? undefined : (end - start) / 60_000;
  const length = sum(lengths);
  const movement = sum(movements);
  const needed = length === undefined || movement === undefined ? undefined : length + movement;
  const known = [...lengths, ...movements].reduce<number>((total, one) => total + (one ?? 0), 0);
  const atMost = gap === undefined ? undefined : gap - known;
  return {
    from: first.id,
    to: last.id,
    between: engagements.slice(1, -1).map((one) => one.id),
    gap,
    length,
    movement,
    needed,
    slack: gap === undefined || needed === undefined ? undefined : gap - needed,
    atMost,
    clash: atMost !== undefined && atMost < 0,
    unknown: unknownOf({ start: gap, length, movement }),
  };
}

/** The movement entered before the second; none is needed where both are at one venue. */
function movementBetween(first: Engagement | undefined, second: Engagement): number | undefined {
  if (second.movement) return second.movement.minutes;
  const [here, there] = [first?.venue, second.venue];
  const same = here && there && here.name === there.name && here.city === there.city;
  return same ? 0 : undefined;
}

function sum(parts: readonly (number | undefined)[]): number | undefined {
  let total = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    total += part;
  }
  return total;
}

function unknownOf(figures: Readonly<Record<Unknown, number | undefined>>): readonly Unknown[] {
  const names: readonly Unknown[] = ["start", "length", "movement"];
  return names.filter((name) => figures[name] === undefined);
}
