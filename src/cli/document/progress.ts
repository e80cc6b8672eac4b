// How far a file is, in lines: one for every tenth of a long one, and one at its end.

import type { Terminal } from "../terminal.ts";
import type { Source } from "./source.ts";

/** Below this a file is there before anyone would look. */
const longBytes = 4 * 1024 * 1024;

/** Told on the error output, for the answer is the act. */
export function progressTo(terminal: Pick<Terminal, "err">, { name, size }: Pick<Source, "name" | "size">) {
  let told = -1;
  return (offset: number): void => {
    const tenth = size === 0 ? 10 : Math.floor((10 * offset) / size);
    if (size < longBytes || tenth <= told) return;
    told = tenth;
    terminal.err(`${name}: ${tenth * 10} % of ${sizeText(size)}`);
  };
}

/** `1.2 MB`: for people, in powers of ten. */
export function sizeText(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
