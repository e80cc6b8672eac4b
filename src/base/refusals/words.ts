/** The words of one refusal. `{name}` is filled from the refusal's details. Whole sentences, plain English. */
export interface Words {
  /** What failed. */
  readonly failed: string;
  /** What would have been accepted. */
  readonly expected: string;
  /** What the reader can do now. */
  readonly todo: string;
}

export type WordsTable = Readonly<Record<string, Words>>;
