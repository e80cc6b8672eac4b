import type { WordsTable } from "./words.ts";

/** What the procedure `courier` refuses. */
export const courierRefusals = {
  "procedures.courierPackage": {
    failed: "The package {got} is not with the courier.",
    expected: "Packages that are still carried: {possible}.",
    todo: "Name packages that are still on their way.",
  },
  "procedures.courierWay": {
    failed: "This acknowledges another itinerary, {got}.",
    expected: "The itinerary as it stands, {expected}.",
    todo: "Read the itinerary as it stands, then acknowledge it.",
  },
  "procedures.courierDays": {
    failed: "The day {got} does not go with the days of the certificate.",
    expected: "Legs in their order, from {from} to {until}, and days that are not over.",
    todo: "Correct the days.",
  },
} as const satisfies WordsTable;
