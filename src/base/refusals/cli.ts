import type { WordsTable } from "./words.ts";

/** What the room `cli` refuses. */
export const cliRefusals = {} as const satisfies WordsTable;
