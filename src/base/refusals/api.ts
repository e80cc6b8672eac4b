import type { WordsTable } from "./words.ts";

/** What the room `api` refuses. */
export const apiRefusals = {} as const satisfies WordsTable;
