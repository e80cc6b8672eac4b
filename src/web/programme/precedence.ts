// Delegations in protocol order. The visitor's is a list of its own; the host's is read off the lines, each of which
// names its participants in order of precedence, so the orders of all lines are merged into one.

import type { Engagement } from "../../procedures/index.ts";

/** The host's side of a programme: who receives, then who takes part, in one order that no line contradicts. */
export function hostOrder(engagements: readonly Engagement[]): string[] {
  const lists = engagements.map((one) => [
    ...(one.host === undefined ? [] : [one.host]),
    ...(one.participants?.host ?? []),
  ]);
  return mergedOrder(lists);
}

/**
 * One list in which every two names stand as they stand in the lists that name both. Where two lists contradict each
 * other the earlier list has its way; where none says, who is named first comes first.
 */
export function mergedOrder(lists: readonly (readonly string[])[]): string[] {
  const order: string[] = [];
  for (const list of lists) {
    // New names go behind the last known one that precedes them in their own list.
    let after = -1;
    const known = new Set(order);
    let leading = list.findIndex((name) => known.has(name));
    if (leading === -1) leading = list.length;
    for (const [i, name] of list.entries()) {
      const at = order.indexOf(name);
      if (at !== -1) {
        after = Math.max(after, at);
        continue;
      }
      const first = i < leading ? order.indexOf(list[leading] ?? "") : -1;
      const place = first !== -1 ? first : after === -1 ? order.length : after + 1;
      order.splice(place, 0, name);
      after = place;
    }
  }
  return order;
}
