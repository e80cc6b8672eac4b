// A figure of the bench: what was measured, in which unit, against which limit measured in the same run, and their
// ratio. On a noisy machine only the ratio means something.

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The limit it is held against, in the same unit; absent where the figure is only told. */
  readonly limit?: number;
  readonly ratio?: number;
  /** What the issue or the design asks for, in words. */
  readonly wanted?: string;
}

export function against(figure: Omit<Figure, "ratio"> & { readonly limit: number }): Figure {
  return { ...figure, ratio: figure.value / figure.limit };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One line for a reader. */
export function figureLine(figure: Figure): string {
  const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 3));
  const limit = figure.limit === undefined ? "" : `  of ${round(figure.limit)}: ${(figure.ratio ?? 0).toFixed(2)}`;
  const wanted = figure.wanted === undefined ? "" : `  (${figure.wanted})`;
  return `${figure.name.padEnd(26)} ${round(figure.value).padStart(10)} ${figure.unit.padEnd(8)}${limit}${wanted}`;
}
