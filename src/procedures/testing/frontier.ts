// What is to be explored next: of all dossiers reached and not yet looked at, one that the least used step led to; of
// those the latest and any other in turn, the choice being the same every time. So rare steps are followed as soon as
// they become possible, and common ones as often as is needed to make the rare ones possible.

export class Frontier<Item> {
  readonly #ways = new Map<string, { used: number; weight: number; readonly items: Item[] }>();

  #turn = 0;

  /** `weight`: a way of weight 3 is gone once where one of weight 1 is gone three times. */
  add(item: Item, { way, weight }: { way: string; weight: number }): void {
    const known = this.#ways.get(way) ?? { used: 0, weight, items: [] };
    this.#ways.set(way, known);
    known.items.push(item);
  }

  next(): Item | undefined {
    let best: { used: number; weight: number; readonly items: Item[] } | undefined;
    for (const way of this.#ways.values())
      if (way.items.length > 0 && (best === undefined || way.used < best.used)) best = way;
    if (!best) return undefined;
    best.used += best.weight;
    this.#turn += 1;
    const { items } = best;
    const position = this.#turn % 2 === 0 ? items.length - 1 : (this.#turn * 7919) % items.length;
    return items.splice(position, 1)[0];
  }
}
