// A half-filled form, kept in this tab from the first letter on: a link that is cut, a session that ends or a page that
// is loaded anew loses nothing. It is dropped when what it was for is registered, and with the tab.

import { useState } from "react";
import { type Entry, parseEntry } from "./entry.ts";

export interface Kept {
  readonly entry: Entry;
  /** Whether it came from an earlier visit of this tab. */
  readonly found: boolean;
  set(entry: Entry): void;
  drop(): void;
}

/** `key` names what the form is for; `begin` gives the entry to begin with. */
export function useKept(key: string, begin: () => Entry): Kept {
  const place = `entente.form.${key}`;
  const [state, setState] = useState(() => {
    const before = read(place);
    return { entry: before ?? begin(), found: before !== undefined };
  });
  return {
    ...state,
    set(entry) {
      setState((before) => ({ ...before, entry }));
      sessionStorage.setItem(place, JSON.stringify(entry));
    },
    drop() {
      sessionStorage.removeItem(place);
      setState({ entry: begin(), found: false });
    },
  };
}

function read(place: string): Entry | undefined {
  const text = sessionStorage.getItem(place);
  if (text === null) return undefined;
  try {
    return parseEntry(JSON.parse(text));
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
