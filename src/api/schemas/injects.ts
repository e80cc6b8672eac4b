// What a table would write into a main events list.

import { z } from "../../base/index.ts";
import { count, record } from "./common.ts";

export const readInjectsTable = z
  .strictObject({
    /** Bodies of the step `write`, in the order in which they are to be registered. */
    writes: z.array(record),
    /** Rows that are new or differ. */
    rows: count,
    /** Rows that are in the list as they are in the table. */
    same: count,
    /** Rows that give none of the list: the first row under the columns' names is 1. */
    flaws: z.array(z.strictObject({ row: count, column: z.string(), problem: z.string() })),
  })
  .meta({ id: "ReadInjectsTable", description: "What a table would write into the list. Nothing is made of it yet." });

export type ReadInjectsTable = z.input<typeof readInjectsTable>;
