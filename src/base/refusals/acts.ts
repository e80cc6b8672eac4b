import type { WordsTable } from "./words.ts";

/** What the room `acts` refuses. */
export const actsRefusals = {} as const satisfies WordsTable;
