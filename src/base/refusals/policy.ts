import type { WordsTable } from "./words.ts";

/** What the room `policy` refuses. */
export const policyRefusals = {} as const satisfies WordsTable;
