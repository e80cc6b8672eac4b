import type { WordsTable } from "./words.ts";

/** What the room `exchange` refuses. */
export const exchangeRefusals = {} as const satisfies WordsTable;
