// An officer's calendar addresses. The secret in one is told once, when it is made.

import { z } from "../../base/index.ts";
import { functionCode, instant } from "./common.ts";

export const calendarLanguage = z.enum(["fr", "ar", "he", "en"]);

const kept = { function: functionCode, language: calendarLanguage, madeAt: instant } as const;

export const calendarAddress = z.strictObject(kept).meta({ id: "CalendarAddress" });

export const calendarAddresses = z
  .strictObject({ items: z.array(calendarAddress) })
  .meta({ id: "CalendarAddresses", description: "The feeds an officer has an address for, without their secrets." });

export const madeCalendar = z
  .strictObject({
    ...kept,
    /** The path of the feed, with its secret. Whoever has it reads the feed. */
    path: z.string(),
  })
  .meta({ id: "MadeCalendar" });
