// The host's date of a passage, as text. A gate logs thousands in a few days, so the days around each UTC date are
// worked out once a zone; every date itself comes from the calendar.

import { startOfDay } from "../calendar.ts";

interface Around {
  /** The local dates before, on and after the UTC date. */
  readonly dates: readonly [string, string, string];
  /** When the second and the third begin. */
  readonly starts: readonly [number, number];
}

const known = new Map<string, Around>();
const knownMax = 4096;

/** The local date, `2021-11-24`, of an instant in UTC, `2021-11-24T17:02:00Z`. */
export function localDay(zone: string, instant: string): string {
  const key = `${instant.slice(0, 10)} ${zone}`;
  const found = known.get(key) ?? around(zone, { date: instant.slice(0, 10), key });
  const at = Date.parse(instant);
  // No zone is a whole day away from UTC.
  if (at < found.starts[0]) return found.dates[0];
  return found.dates[at < found.starts[1] ? 1 : 2];
}

function around(zone: string, of: { date: string; key: string }): Around {
  const date = Temporal.PlainDate.from(of.date);
  const next = date.add({ days: 1 });
  const found: Around = {
    dates: [date.subtract({ days: 1 }).toString(), date.toString(), next.toString()],
    starts: [startOfDay(zone, date), startOfDay(zone, next)],
  };
  // Bounded: instants come from the other side too. A full table is simply begun anew.
  if (known.size >= knownMax) known.clear();
  known.set(of.key, found);
  return found;
}
