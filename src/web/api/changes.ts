// What the other side has done since the page was opened, until the reader has looked: what lists and pages mark.

import { useSyncExternalStore } from "react";

export interface Change {
  readonly dossier: string;
  readonly act: string;
}

let changes: readonly Change[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Change[]): void {
  changes = next;
  for (const listener of listeners) listener();
}

export function noteChange(change: Change): void {
  if (!changes.some((each) => each.act === change.act)) set([...changes, change]);
}

/** The reader has the dossier before them: it is marked no longer. */
export function seeChanges(dossier: string): void {
  if (changes.some((each) => each.dossier === dossier)) set(changes.filter((each) => each.dossier !== dossier));
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What came in since, of every dossier; the same array until something is added or seen. */
export function useChanges(): readonly Change[] {
  return useSyncExternalStore(listen, () => changes);
}
