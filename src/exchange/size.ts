// Sizes that this room computed itself, as the register's own type.

import { Fault, isRefusal } from "../base/index.ts";
import { parseTreeSize, type TreeSize } from "../register/index.ts";

/** Throws `Fault` when the number is no size: then a sum or difference here was wrong. */
export function sizeOf(value: number): TreeSize {
  const size = parseTreeSize(value);
  if (isRefusal(size)) throw new Fault("exchange.badSize", `No register has the size ${value}.`);
  return size;
}
