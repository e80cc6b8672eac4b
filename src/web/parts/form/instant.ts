// An instant as a form holds it: a wall clock's date and time with the zone whose clock was looked at, such as
// `2021-11-24T10:00[Africa/Casablanca]`. The register keeps the instant in UTC, and where the form asks for it the
// zone.

export interface WallClock {
  /** `2021-11-24`, or "" while none is given. */
  readonly date: string;
  /** `10:00`, or "". */
  readonly time: string;
  readonly zone: string;
}

const wall = /^(\d{4}-\d{2}-\d{2})?T(\d{2}:\d{2})?\[([A-Za-z0-9_+\-/]{1,64})\]$/;
const utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

export function wallClockText(clock: WallClock): string {
  return clock.date === "" && clock.time === "" ? "" : `${clock.date}T${clock.time}[${clock.zone}]`;
}

/** What a kept entry shows on the clock of `zone`; an entry that was already an instant is shown there too. */
export function wallClockOf(text: string, zone: string): WallClock {
  const [, date = "", time = "", own] = wall.exec(text) ?? [];
  if (own !== undefined) return { date, time, zone: own };
  if (!utc.test(text)) return { date: "", time: "", zone };
  const there = Temporal.Instant.from(text).toZonedDateTimeISO(zone);
  return { date: there.toPlainDate().toString(), time: there.toPlainTime().toString({ smallestUnit: "minute" }), zone };
}

/**
 * The instant in UTC to the second, as an act tells it; undefined when the text is not whole. An hour that a zone has
 * twice is the first of the two, one that it skips is moved on (RFC 9557, "compatible").
 */
export function instantFrom(text: string): string | undefined {
  if (utc.test(text)) return text;
  const [, date, time, zone] = wall.exec(text) ?? [];
  if (date === undefined || time === undefined || zone === undefined) return undefined;
  try {
    const there = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone);
    return there.toInstant().toString({ smallestUnit: "second" });
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}
