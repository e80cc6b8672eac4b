// The day as it runs, by the node's clock: what is over, what is under way, what is next, and what will be late. Late
// is what the arithmetic of the running order says; nobody reports arrivals.

import { type Engagement, instantOf } from "../../procedures/index.ts";

export interface LiveLine {
  readonly id: string;
  readonly phase: "over" | "running" | "next" | "ahead" | "untimed";
  /** Minutes until it begins, or since it began; undefined without a time. */
  readonly minutes: number | undefined;
  /** Minutes after its start at which, by lengths and movements, it can begin. */
  readonly late: number;
  /** Minutes it was moved by since the version both agreed to; 0 when it was not, or is not in that version. */
  readonly moved: number;
}

export interface LiveInput {
  readonly engagements: readonly Engagement[];
  /** The version both agreed to, when it is known. */
  readonly agreed: readonly Engagement[] | undefined;
  /** Milliseconds since 1970, by the node's clock. */
  readonly now: number;
}

export function liveLines({ engagements, agreed, now }: LiveInput): LiveLine[] {
  const planned = new Map((agreed ?? []).map((one) => [one.id, instantOf(one.start)]));
  let free = Number.NEGATIVE_INFINITY;
  let nextSeen = false;
  return engagements.map((one, i) => {
    const at = instantOf(one.start);
    if (at === undefined) {
      // What it takes is known only when it is entered; where it goes is not known at all.
      free += (one.minutes ?? 0) * 60_000 + (one.movement?.minutes ?? 0) * 60_000;
      return { id: one.id, phase: "untimed", minutes: undefined, late: 0, moved: 0 };
    }
    const begins = Math.max(at, free + (one.movement?.minutes ?? 0) * 60_000);
    const ends = begins + (one.minutes ?? 0) * 60_000;
    // Without a length it runs until the next one begins, and that is no reason to be late.
    const until = one.minutes === undefined ? (nextStart(engagements, i) ?? begins) : ends;
    free = ends;
    const phase = phaseOf({ begins, until, now }, nextSeen);
    if (phase === "next") nextSeen = true;
    const was = planned.get(one.id);
    return {
      id: one.id,
      phase,
      minutes: Math.round((begins - now) / 60_000),
      late: Math.round((begins - at) / 60_000),
      moved: was === undefined ? 0 : Math.round((at - was) / 60_000),
    };
  });
}

function nextStart(engagements: readonly Engagement[], after: number): number | undefined {
  for (const one of engagements.slice(after + 1)) {
    const at = instantOf(one.start);
    if (at !== undefined) return at;
  }
  return undefined;
}

function phaseOf(line: { begins: number; until: number; now: number }, nextSeen: boolean): LiveLine["phase"] {
  if (line.now >= line.until && line.until > line.begins) return "over";
  if (line.now >= line.begins) return line.until > line.begins ? "running" : "over";
  return nextSeen ? "ahead" : "next";
}
