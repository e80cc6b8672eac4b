// Changes an officer has made on the screen and not yet sent: each can be taken back and made again, and what is sent
// in the end is the difference to the version on which they began. Nothing here is signed or leaves the page.

import { isRefusal, type Refusal } from "../../base/index.ts";
import { applyChanges, type Change, type Engagement, instantOf, type Start } from "../../procedures/index.ts";

export interface Edits {
  /** The digest of the version the edits began on. */
  readonly base: string;
  readonly before: readonly Engagement[];
  readonly done: readonly Edit[];
  readonly undone: readonly Edit[];
}

/** One thing the officer did. Moves of one gesture, a drag or a held key, are one thing. */
export interface Edit {
  readonly gesture: string;
  readonly after: readonly Engagement[];
}

export const noEdits = (base: string, before: readonly Engagement[]): Edits => ({ base, before, done: [], undone: [] });

/** The list as the screen shows it. */
export function present(edits: Edits): readonly Engagement[] {
  return edits.done.at(-1)?.after ?? edits.before;
}

export const isEdited = (edits: Edits): boolean => edits.done.length > 0;

/** The edits with these changes made; refused when one of them cannot be. What had been taken back is forgotten. */
export function edited(edits: Edits, input: { gesture: string; changes: readonly Change[] }): Edits | Refusal {
  const after = applyChanges(present(edits), input.changes);
  if (isRefusal(after)) return after;
  const last = edits.done.at(-1);
  const earlier = last?.gesture === input.gesture ? edits.done.slice(0, -1) : edits.done;
  return { ...edits, done: [...earlier, { gesture: input.gesture, after: inRunningOrder(after) }], undone: [] };
}

export function undo(edits: Edits): Edits {
  const last = edits.done.at(-1);
  return last ? { ...edits, done: edits.done.slice(0, -1), undone: [...edits.undone, last] } : edits;
}

export function redo(edits: Edits): Edits {
  const next = edits.undone.at(-1);
  return next ? { ...edits, done: [...edits.done, next], undone: edits.undone.slice(0, -1) } : edits;
}

/**
 * By time; an engagement without one stays behind the line it followed. Running order is what slack is reckoned in, so
 * a line that is moved past another must change places with it.
 */
export function inRunningOrder(engagements: readonly Engagement[]): readonly Engagement[] {
  const groups: { readonly at: number; readonly lines: Engagement[] }[] = [{ at: Number.NEGATIVE_INFINITY, lines: [] }];
  for (const one of engagements) {
    const at = instantOf(one.start);
    if (at === undefined) groups.at(-1)?.lines.push(one);
    else groups.push({ at, lines: [one] });
  }
  return groups.sort((a, b) => a.at - b.at).flatMap((group) => group.lines);
}

/** A start so many minutes later, on its zone's own clock; undefined while its time is not set. */
export function startMoved(start: Start, minutes: number): Start | undefined {
  const at = instantOf(start);
  return at === undefined ? undefined : startAt(at + minutes * 60_000, start.zone);
}

/** The start of an instant, milliseconds since 1970, in a zone. */
export function startAt(ms: number, zone: Start["zone"]): Start {
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  return { date: local.toPlainDate().toString(), time: local.toPlainTime().toString().slice(0, 5), zone };
}

/** Steps by which a line moves: the grid of a running order, and a finer one. */
export const grid = { usual: 5, fine: 1, coarse: 15 } as const;

/** The move nearest to a distance that puts the start on the grid of its clock. */
export function snapped(start: Start, minutes: number, step: number = grid.usual): number {
  const [hours = 0, past = 0] = (start.time ?? "00:00").split(":").map(Number);
  const from = hours * 60 + past;
  return Math.round((from + minutes) / step) * step - from;
}
