import type { WordsTable } from "./words.ts";

/** What the room `procedures` refuses. */
export const proceduresRefusals = {} as const satisfies WordsTable;
