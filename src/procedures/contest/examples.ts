// A body for every step of a contest that fits the data at hand: for the exhaustive test, and to show what a form
// holds.

import type { JsonObject } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import type { ContestData, ContestStep } from "./contest.ts";

export type ExampleContext = Pick<
  StepContext<ContestData>,
  "data" | "side" | "other" | "roles" | "terms" | "time" | "digest"
>;

export const examples: Readonly<Record<ContestStep, (context: ExampleContext) => JsonObject>> = {
  contest: ({ other, digest }) => ({
    party: other,
    index: 0,
    leaf: digest("an example leaf"),
    code: "procedures.notSigned",
    details: { service: "liaison-bureau" },
  }),
  acknowledge: () => ({ remark: "Seen." }),
  explain: () => ({ text: "The key was rotated the day before; the act was made again." }),
};
