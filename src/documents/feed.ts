// A feed of what was told to the public, as one value in one language, before it is written as Atom or as JSON Feed.

export interface FeedEntry {
  /** A URI that stays with the entry whatever becomes of it: a corrected text takes the former's place in a reader. */
  readonly id: string;
  readonly title: string;
  /** Elements and escaped text only; no script, no link, nothing that is fetched. */
  readonly html: string;
  readonly text: string;
  /** ISO 8601 in UTC. */
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly string[];
  /** The page that shows it, where there is one. */
  readonly address?: string | undefined;
  readonly tags: readonly string[];
  /** For programs: the form of the member `_entente` in JSON Feed. */
  readonly facts: FeedFacts;
}

export interface FeedFacts {
  /** Both sides cleared this very text; or it is one side's own; or it was said elsewhere and is told of. */
  readonly kind: "joint" | "unilateral" | "recorded";
  readonly status: "usable" | "corrected" | "killed";
  /** Of the text as it was cleared: the same in either side's feed. */
  readonly digest: string;
  readonly corrections: readonly { readonly at: string; readonly notice: string }[];
  readonly photographs: readonly {
    readonly digest: string;
    readonly mediaType: string;
    readonly size: number;
    readonly caption: string;
    readonly credit: string;
  }[];
}

export interface FeedLink {
  readonly language: string;
  readonly atom: string;
  readonly json: string;
}

export interface PublicFeed {
  readonly title: string;
  readonly language: string;
  readonly author: string;
  /** Where this feed is read, in either form. */
  readonly self: FeedLink;
  /** The same in the other languages. */
  readonly others: readonly FeedLink[];
  /** The page of whoever publishes it. */
  readonly home?: string | undefined;
  /** The newest first. */
  readonly entries: readonly FeedEntry[];
}

const rightToLeft: ReadonlySet<string> = new Set(["ar", "he", "fa", "ur"]);

export function directionOf(language: string): "rtl" | "ltr" {
  return rightToLeft.has(language) ? "rtl" : "ltr";
}

/** Text without what no XML document may hold (XML 1.0 section 2.2): each becomes the sign of a lost character. */
export function legible(text: string): string {
  return text.toWellFormed().replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\u{fffd}");
}
