// A refusal on the wire: application/problem+json (RFC 9457). A reader of answers needs its form and not its words.

import { z } from "../../base/index.ts";
import { refusalText } from "./common.ts";

export const problem = z
  .looseObject({
    /** Where the words of the code stand. */
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    ...refusalText.shape,
  })
  .meta({ id: "Problem", description: "Why not (RFC 9457): what failed, what would have been accepted, what to do." });

export type Problem = z.input<typeof problem>;
