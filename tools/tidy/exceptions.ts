// What may break a rule of the house, and why. This list may only shrink: an entry that no finding needs any more is
// itself a finding.

export interface Exception {
  readonly path: string;
  readonly rule: string;
  readonly reason: string;
}

export const exceptions: readonly Exception[] = [
  {
    path: "vitest.config.ts",
    rule: "default export",
    reason: "Vitest reads its configuration from the default export.",
  },
  {
    path: "vite.config.ts",
    rule: "default export",
    reason: "Vite reads its configuration from the default export.",
  },
];
