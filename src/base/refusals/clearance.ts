import type { WordsTable } from "./words.ts";

/** What the procedure `clearance` refuses. */
export const clearanceRefusals = {
  "procedures.clearanceLevel": {
    failed: "The level {got} is lower than the one that is asked for.",
    expected: "{level} or a higher level.",
    todo: "Confirm at that level, or answer that there is no clearance.",
  },
  "procedures.clearanceUntil": {
    failed: "The day {got} is over, or no later than the one that stands.",
    expected: "A day to come, later than the one that stands.",
    todo: "Give a later day.",
  },
} as const satisfies WordsTable;
