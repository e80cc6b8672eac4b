// One row of `document` as the port has it, and the digest as the column has it.

import type { DocumentRow, DocumentState } from "../portDocuments.ts";
import type { Accords } from "./accords.ts";
import { indexOfKey, registerOfKey } from "./keys.ts";
import { actId, bytes, damaged, flag, integer, optional, type Row, text } from "./row.ts";

export const documentStates = { expected: 0, partial: 1, held: 2, erased: 3 } as const satisfies Record<
  DocumentState,
  number
>;

const stateNames: readonly DocumentState[] = ["expected", "partial", "held", "erased"];

const prefix = "sha256:";

/** The 32 bytes of a digest's text. */
export function digestBytes(digest: string): Uint8Array<ArrayBuffer> {
  const hex = digest.startsWith(prefix) ? digest.slice(prefix.length) : "";
  return /^[0-9a-f]{64}$/.test(hex) ? Uint8Array.fromHex(hex) : damaged(digest);
}

export function digestText(row: Row, column: string): string {
  return prefix + bytes(row, column).toHex();
}

/** `accords` tells whose the register is in which the naming act stands. */
export function documentOf(row: Row, accords: Accords): DocumentRow {
  const leaf = optional(integer, { row, column: "leaf" });
  const from = optional(text, { row, column: "sealed_from" });
  const accord = accords.numbered(integer(row, "accord"));
  return {
    digest: digestText(row, "digest"),
    size: integer(row, "size"),
    reference: text(row, "reference"),
    act: actId(row, "act"),
    named:
      leaf === undefined
        ? undefined
        : {
            party: accords.registerNumbered(registerOfKey(leaf)).party,
            index: indexOfKey(leaf),
            dossier: actId(row, "dossier"),
          },
    author: flag(row, "own") ? accord.own.party : accord.other.party,
    sealed:
      from === undefined ? undefined : { from, to: text(row, "sealed_to"), keys: text(row, "sealed_keys").split(" ") },
    state: stateNames[integer(row, "state")] ?? damaged(`state ${integer(row, "state")}`),
    changedAt: integer(row, "changed_at"),
    deliveredAt: optional(integer, { row, column: "delivered_at" }),
    openedBy: optional(actId, { row, column: "opened_by" }),
    erasedBy: optional(actId, { row, column: "erased_by" }),
  };
}
