// The id of the act that a half-filled form will become, chosen with its first letter and kept as long as the form is:
// the documents in it are sealed for that act and for no other.

import { useState } from "react";
import { newActId } from "../making.ts";

export interface KeptAct {
  readonly id: string;
  /** The act is registered, or the form begun anew: the next one has another id. */
  drop(): void;
}

/** `key` as of `useKept`. */
export function useKeptAct(key: string): KeptAct {
  const place = `entente.act.${key}`;
  const [id, setId] = useState(() => sessionStorage.getItem(place) ?? kept(place));
  return { id, drop: () => setId(kept(place)) };
}

function kept(place: string): string {
  const id = newActId();
  sessionStorage.setItem(place, id);
  return id;
}
