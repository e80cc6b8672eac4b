import type { WordsTable } from "./words.ts";

/** What the room `store` refuses. */
export const storeRefusals = {} as const satisfies WordsTable;
