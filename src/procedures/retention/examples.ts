// A body for every step of retention that fits the data at hand.

import type { JsonObject } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import type { RetentionData } from "./retention.ts";

type Context = Pick<StepContext<RetentionData>, "time" | "digest">;

const later = (time: number, days: number): string =>
  new Date(time + days * 86_400_000).toISOString().replace(/\.\d{3}Z$/, "Z");

export const examples: Readonly<Record<string, (context: Context) => JsonObject>> = {
  erase: ({ digest }) => ({ documents: [digest({ held: 1 })], rule: { name: "dispatch.restricted", days: 365 } }),
  hold: ({ digest, time }) => ({
    documents: [digest({ held: 1 })],
    reason: "An inquiry is under way.",
    until: later(time, 90),
  }),
  extend: ({ time }) => ({ reason: "The inquiry goes on.", until: later(time, 180) }),
  lift: () => ({ reason: "The inquiry has ended." }),
};
