// What of a dossier stands in a calendar besides its deadlines: a visit's days, a programme's engagements.

export interface Dated {
  /** Stays with the entry over all versions of it; unique in its dossier. Lowercase letters, digits and hyphens. */
  readonly key: string;
  /** By language; absent where the dossier's own title says it. */
  readonly titles?: Readonly<Record<string, string>>;
  readonly when:
    | {
        readonly kind: "time";
        /** Milliseconds since 1970. */
        readonly from: number;
        /** Absent while nobody has entered a length. */
        readonly minutes?: number;
        readonly zone: string;
      }
    | {
        readonly kind: "days";
        /** ISO 8601 dates, both included. */
        readonly from: string;
        readonly until: string;
      };
  readonly place?: string;
  /** Whether both count on it. */
  readonly settled: boolean;
}
