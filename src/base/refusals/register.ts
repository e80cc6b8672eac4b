import type { WordsTable } from "./words.ts";

/** What the room `register` refuses. */
export const registerRefusals = {} as const satisfies WordsTable;
