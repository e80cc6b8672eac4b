// What differs between the pages as they should be and as they are on disk.

export interface Differences {
  readonly missing: readonly string[];
  readonly differing: readonly string[];
  readonly stray: readonly string[];
}

export function compare(pages: ReadonlyMap<string, string>, onDisk: ReadonlyMap<string, string>): Differences {
  const wanted = [...pages.keys()];
  return {
    missing: wanted.filter((path) => !onDisk.has(path)),
    differing: wanted.filter((path) => onDisk.has(path) && onDisk.get(path) !== pages.get(path)),
    stray: [...onDisk.keys()].filter((path) => !pages.has(path)),
  };
}
