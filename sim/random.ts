// Chance from a seed: the 32-bit generator "mulberry32" (public domain, T. Ettinger), seeded through one round of its
// own mixing so that neighbouring seeds do not run alike. Every choice of a run is drawn from one of these, in an order
// that the seed alone fixes; so a seed is a whole history. Not for secrets.

export interface Random {
  /** At least 0, below 1. */
  unit(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of them; throws on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** A generator of its own for one part, so that a change in one part leaves the others' draws alone. */
  branch(name: string): Random;
}

export function randomOf(seed: number): Random {
  let state = mix(seed ^ 0x9e3779b9);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return mix(state) >>> 0;
  };
  const unit = (): number => next() / 2 ** 32;
  return {
    unit,
    between: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    chance: (probability) => unit() < probability,
    pick(items) {
      const item = items[Math.floor(unit() * items.length)];
      if (item === undefined) throw new RangeError("Nothing to pick from.");
      return item;
    },
    branch: (name) => randomOf(hashOf(name) ^ seed),
  };
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), value | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return mixed ^ (mixed >>> 14);
}

/** FNV-1a over the UTF-16 units of a short name. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash | 0;
}
