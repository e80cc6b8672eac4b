// A page of a long list, and how one is asked for.

export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; undefined on the last page. Taken from an index, never from a time. */
  readonly next: string | undefined;
}

/** A page request. `limit` 1 to 500. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}
