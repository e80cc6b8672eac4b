// Where a page of the dossier list ended: the sort key of its last row. It comes back from outside and is parsed as
// such. A row that moved in the list between two pages may be seen twice or not at all; no other is ever skipped or
// repeated.

import { base64url, fromBase64url, fromHex, fromUtf8, type Refusal, refuse, utf8 } from "../../base/index.ts";

/** The list's key, descending; see migrations/0001.sql. */
export interface Position {
  readonly open: number;
  readonly urgency: number;
  readonly openedAt: number;
  readonly id: Uint8Array;
}

export function formatCursor({ open, urgency, openedAt, id }: Position): string {
  return base64url(utf8(`${open} ${urgency} ${openedAt} ${id.toHex()}`));
}

const form = /^([01]) (-?(?:0|[1-9]\d{0,15})) (-?(?:0|[1-9]\d{0,15})) ([0-9a-f]{32})$/;

export function parseCursor(cursor: string): Position | Refusal {
  const bytes = cursor.length > 120 ? undefined : fromBase64url(cursor);
  const match = form.exec((bytes && fromUtf8(bytes)) ?? "");
  const id = fromHex(match?.[4] ?? "-");
  if (match === null || id === undefined) return refuse("store.badCursor", { got: cursor.slice(0, 120) });
  return { open: Number(match[1]), urgency: Number(match[2]), openedAt: Number(match[3]), id };
}
