// Times as the API writes them: instants in UTC, and the same instant on each side's clock. Zones by name, never an
// offset: the offset is computed for the instant.

import type { PartyCode, ZoneName } from "../acts/index.ts";

/** `2021-11-24T14:30:00Z`; milliseconds since 1970 in, and out to the millisecond only when there are any. */
export function isoInstant(ms: number): string {
  return new Date(ms).toISOString().replace(".000Z", "Z");
}

/** By party, `2021-11-24T16:30+02:00[Asia/Jerusalem]` (RFC 9557), to the minute. */
export function localTimesOf(
  ms: number,
  zones: readonly { readonly party: PartyCode; readonly zone: ZoneName }[],
): Record<string, string> {
  const instant = Temporal.Instant.fromEpochMilliseconds(ms);
  return Object.fromEntries(
    zones.map(({ party, zone }) => [party, instant.toZonedDateTimeISO(zone).toString({ smallestUnit: "minute" })]),
  );
}
