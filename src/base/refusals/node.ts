import type { WordsTable } from "./words.ts";

/** What the room `node` refuses. */
export const nodeRefusals = {} as const satisfies WordsTable;
