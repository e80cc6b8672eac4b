// What a confidentiality label in XML says (ADatP-4774 Edition A, appendix 1), kept whole: more than a label of this
// accord can say. Left out of the standard: succession of labels, values that are numbers or strings of bits (which its
// prose forbids), and elements of other namespaces; a label that has them is refused, not shortened.

export const markingKinds = ["originator", "alternative", "metadata"] as const;
/** Whose label it is: the originator's; an equivalent one in another policy; that of the metadata themselves. */
export type MarkingKind = (typeof markingKinds)[number];

export const categoryTypes = ["permissive", "restrictive", "informative"] as const;
export type CategoryType = (typeof categoryTypes)[number];

export interface MarkingCategory {
  /** TagName: "Releasable To". */
  readonly tag: string;
  readonly type: CategoryType;
  /** `urn:oid:…` of the tag set. */
  readonly uri?: string;
  readonly values: readonly string[];
}

export interface Marking {
  readonly kind: MarkingKind;
  readonly id?: string;
  /** PolicyIdentifier. */
  readonly policy: string;
  readonly policyUri?: string;
  readonly classification: string;
  readonly privacyMark?: string;
  /** In the order of the file; values of one tag and type may stand in several. */
  readonly categories: readonly MarkingCategory[];
  readonly originator?: { readonly type: string; readonly text: string };
  /** CreationDateTime and ReviewDateTime, xs:dateTime as they stand. */
  readonly created?: string;
  readonly review?: string;
}

/** The labels of one file. */
export interface LabelFile {
  readonly markings: readonly Marking[];
  /** What they are bound to (ADatP-4778 DataReference); none in a file of one label alone. */
  readonly binds: readonly string[];
}

/**
 * A marking in the one form by which two are compared: sets as sets, white space and case as the standard has them (the
 * values of a label are compared without case; a token's white space counts as one space).
 */
export function meaningOf(marking: Marking): unknown {
  const categories = new Map<string, Set<string>>();
  for (const { tag, type, values } of marking.categories) {
    const key = `${type} ${folded(tag)}`;
    const set = categories.get(key) ?? new Set();
    for (const value of values) set.add(folded(value));
    categories.set(key, set);
  }
  const uris = marking.categories.flatMap(({ tag, uri }) => (uri === undefined ? [] : [`${folded(tag)} ${uri}`]));
  return {
    ...marking,
    policy: folded(marking.policy),
    classification: folded(marking.classification),
    categories: [...categories].map(([key, values]) => [key, [...values].sort()]).sort(byFirst),
    uris: [...new Set(uris)].sort(),
  };
}

/** Text without the differences that mean nothing in a label. */
export function folded(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ").toUpperCase();
}

function byFirst([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}
