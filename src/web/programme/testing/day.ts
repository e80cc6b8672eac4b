// The day of the design, for tests: lengths and movements are demonstration data.

import { isZoneName, type ZoneName } from "../../../acts/index.ts";
import type { Engagement } from "../../../procedures/index.ts";

export function zoneOf(name: string): ZoneName {
  if (!isZoneName(name)) throw new Error(`No zone: ${name}`);
  return name;
}

interface Given extends Partial<Omit<Engagement, "id" | "start">> {
  readonly time?: string;
  readonly date?: string;
  readonly zone?: string;
}

export function engagement(id: string, given: Given = {}): Engagement {
  const { time, date = "2021-11-24", zone = "Africa/Casablanca", ...rest } = given;
  const titles: Record<string, string> = { en: id };
  return {
    id,
    titles,
    start: { date, zone: zoneOf(zone), ...(time === undefined ? {} : { time }) },
    confirmed: true,
    source: "demonstration",
    ...rest,
  };
}

const move = (from: string, to: string, minutes: number): Engagement["movement"] => ({ from, to, minutes });

export const theDay: readonly Engagement[] = [
  engagement("signature", { confirmed: false }),
  engagement("reception", { time: "13:15", minutes: 60, confirmed: false, movement: move("Rabat", "QG", 20) }),
  engagement("lunch", { time: "15:30", minutes: 90, movement: move("QG", "Rabat", 20) }),
  engagement("brigade", { time: "18:00", minutes: 30, movement: move("Rabat", "Salé", 25) }),
  engagement("talks", { time: "18:45", minutes: 45, movement: move("Salé", "Rabat", 25) }),
];
