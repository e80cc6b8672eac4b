import type { WordsTable } from "./words.ts";

/** What the room `proof` refuses. */
export const proofRefusals = {
  "proof.badFile": {
    failed: "The proof file is not of its form: {problem}.",
    expected: "A file as `entente prove` writes it.",
    todo: "Ask for the proof again, whole and unchanged.",
  },
  "proof.otherCards": {
    failed: "The founding in the file names another card of {party} than the one given.",
    expected: "The cards that the two sides published for this accord.",
    todo: "Check which card is the right one, with the party itself.",
  },
  "proof.notAParty": {
    failed: "The file says the act is of {party}, which is not a party to the founding.",
    expected: "One of the two parties.",
    todo: "Ask for the proof again.",
  },
} as const satisfies WordsTable;
