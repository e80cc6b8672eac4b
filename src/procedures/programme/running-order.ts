// The running order as each audience may see it. A view is a schema that keeps what it names and drops the rest, so a
// field that is added to an engagement is hidden from everybody until a view names it.

import { z } from "../../base/index.ts";
import type { ProgrammeData } from "./data.ts";
import { type Engagement, engagementShape, instantOf } from "./engagement.ts";

export const audiences = ["principal", "security", "driver", "press"] as const;
export type Audience = (typeof audiences)[number];

/** What every audience is told of a line; the rest as far as its view shows it. */
type Seen = Pick<Engagement, "id" | "titles" | "start"> & Partial<Omit<Engagement, "id" | "titles" | "start">>;

/** A line of a running order. Instants are milliseconds since 1970, undefined where not known. */
export type OrderLine = Seen & {
  readonly startsAt: number | undefined;
  readonly endsAt: number | undefined;
  /** When the movement before it must leave. */
  readonly leavesAt: number | undefined;
};

const whole = z.object(engagementShape);
const publicVenue = z.object({ name: z.string(), city: z.string().optional() });
const journey = z.object({ from: z.string(), to: z.string(), minutes: z.number().optional() });

const principal = whole.omit({ medical: true, planB: true, visit: true, source: true }).extend({
  movement: journey.optional(),
});
const security = whole.omit({ gifts: true, dress: true, seating: true });
const driver = whole.pick({ id: true, titles: true, start: true, venue: true, movement: true });
const press = whole
  .pick({ id: true, titles: true, start: true, press: true })
  .extend({ venue: publicVenue.optional() });

/**
 * The lines an audience sees, in running order. Drivers see only engagements they drive to; the press only those that
 * are settled and open to it, without gates, rooms, movements or levels.
 */
export function runningOrder(data: Pick<ProgrammeData, "engagements">, audience: Audience): OrderLine[] {
  return data.engagements.filter((one) => concerns(one, audience)).map((one) => line(one, audience));
}

function concerns(engagement: Engagement, audience: Audience): boolean {
  if (audience === "driver") return engagement.movement !== undefined;
  if (audience !== "press") return true;
  return engagement.confirmed && engagement.press !== undefined && engagement.press !== "none";
}

function line(engagement: Engagement, audience: Audience): OrderLine {
  const startsAt = instantOf(engagement.start);
  const after = (minutes: number | undefined): number | undefined =>
    startsAt === undefined || minutes === undefined ? undefined : startsAt + minutes * 60_000;
  const { movement, minutes } = engagement;
  // The press is told when something begins; when a convoy leaves would tell it where and when to wait.
  const leavesAt = audience === "press" || movement?.minutes === undefined ? undefined : after(-movement.minutes);
  return {
    ...seenBy(engagement, audience),
    startsAt,
    endsAt: after(audience === "press" ? undefined : minutes),
    leavesAt,
  };
}

function seenBy(engagement: Engagement, audience: Audience): Seen {
  switch (audience) {
    case "principal":
      return principal.parse(engagement);
    case "security":
      return security.parse(engagement);
    case "driver":
      return driver.parse(engagement);
    case "press":
      return press.parse(engagement);
  }
}
