import type { WordsTable } from "./words.ts";

/** What the room `seal` refuses. */
export const sealRefusals = {} as const satisfies WordsTable;
