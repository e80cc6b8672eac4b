// A zone's rules as a calendar file carries them (VTIMEZONE, RFC 5545 §3.6.5): the offset that holds when the file's
// first time is reached, and every change of it up to the last. Changes are listed one by one: Morocco's follow
// Ramadan, which no yearly rule says.

/** `from`, `until`: the first and the last time in the file, milliseconds since 1970. */
export function timezone(
  zone: string,
  { from, until }: { readonly from: number; readonly until: number },
): readonly string[] {
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).subtract({ days: 1 });
  const first = { local: at.toPlainDateTime(), before: at.offset, after: at.offset, offsetMs: at.offsetNanoseconds };
  const changes = [first];
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (!next || next.epochMilliseconds > until) break;
    const before = next.subtract({ nanoseconds: 1 });
    changes.push({
      // On the clock that is left: RFC 5545 has the onset told by the offset before it.
      local: before.toPlainDateTime().round({ smallestUnit: "second", roundingMode: "halfExpand" }),
      before: before.offset,
      after: next.offset,
      offsetMs: next.offsetNanoseconds,
    });
    at = next;
  }
  const least = Math.min(...changes.map(({ offsetMs }) => offsetMs));
  const summerTime = changes.some(({ offsetMs }) => offsetMs !== least);
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    ...changes.flatMap(({ local, before, after, offsetMs }) => {
      const kind = summerTime && offsetMs > least ? "DAYLIGHT" : "STANDARD";
      return [
        `BEGIN:${kind}`,
        `DTSTART:${compact(local)}`,
        `TZOFFSETFROM:${offsetText(before)}`,
        `TZOFFSETTO:${offsetText(after)}`,
        `TZNAME:${after}`,
        `END:${kind}`,
      ];
    }),
    "END:VTIMEZONE",
  ];
}

/** `+0100`, with seconds only where a zone has them. */
function offsetText(offset: string): string {
  return offset.replaceAll(":", "");
}

/** `20211124T184500`. */
export function compact(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "");
}
