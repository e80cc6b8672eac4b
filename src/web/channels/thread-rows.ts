// The threads in the order that the reader wants them in. The node gives them open ones first, by the nearest deadline.

import type { Thread } from "../../api/index.ts";

export const orders = ["due", "changed", "subject", "state"] as const;
export type Order = (typeof orders)[number];

export function isOrder(text: string): text is Order {
  return orders.some((order) => order === text);
}

/** `collate`: compares two texts as the reader's language does. */
export function inOrder(
  threads: readonly Thread[],
  by: { readonly order: Order; readonly collate: (one: string, other: string) => number },
): readonly Thread[] {
  switch (by.order) {
    case "due":
      return threads;
    case "changed":
      return threads.toSorted((one, other) => (one.row.changedAt < other.row.changedAt ? 1 : -1));
    case "subject":
      return threads.toSorted((one, other) => by.collate(one.row.title, other.row.title));
    case "state":
      return threads.toSorted((one, other) => by.collate(one.row.state, other.row.state));
  }
}

/** A title that begins with its side's own number: `DI-7 · Subject`. */
export function titleParts(title: string): { readonly reference: string; readonly subject: string } {
  const mark = title.indexOf(" · ");
  if (mark === -1) return { reference: "", subject: title };
  return { reference: title.slice(0, mark), subject: title.slice(mark + 3) };
}
