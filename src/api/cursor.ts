// Where a stream of events stands: how far it covers the two registers, in the founding's order. The registers are the
// only order there is, so a cursor outlives a restart and means the same in every process of the side.

export interface EventCursor {
  /** Leaves covered of the first and of the second side's register. */
  readonly sizes: readonly [number, number];
}

const shape = /^(0|[1-9]\d{0,15}):(0|[1-9]\d{0,15})$/;

export function formatCursor({ sizes: [first, second] }: EventCursor): string {
  return `${first}:${second}`;
}

/** Undefined for anything but `formatCursor`'s own writing; a reader with a bad cursor starts anew. */
export function parseCursor(text: string): EventCursor | undefined {
  const [, first, second] = shape.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const sizes = [Number(first), Number(second)] as const;
  return sizes.every(Number.isSafeInteger) ? { sizes } : undefined;
}
