// A feed as JSON Feed 1.1 (jsonfeed.org), and one item of it by itself. JSON Feed has no notion of a text that is
// taken back: such an item stays under its id without its text, and says so in its title and in `_entente.status`.

import { directionOf, type FeedEntry, type FeedFacts, legible, type PublicFeed } from "./feed.ts";

export interface JsonFeedItem {
  readonly id: string;
  readonly url?: string;
  readonly title: string;
  readonly content_html: string;
  readonly content_text: string;
  readonly date_published: string;
  readonly date_modified: string;
  readonly authors: { readonly name: string }[];
  readonly tags: string[];
  readonly language: string;
  readonly _entente: {
    readonly kind: FeedFacts["kind"];
    readonly status: FeedFacts["status"];
    readonly digest: string;
    readonly corrections: FeedFacts["corrections"][number][];
    readonly photographs: FeedFacts["photographs"][number][];
  };
}

export interface JsonFeed {
  readonly version: "https://jsonfeed.org/version/1.1";
  readonly title: string;
  readonly home_page_url?: string;
  readonly feed_url: string;
  readonly authors: { readonly name: string }[];
  readonly language: string;
  readonly items: JsonFeedItem[];
}

export function jsonFeedItem(entry: FeedEntry, language: string): JsonFeedItem {
  const { facts, address } = entry;
  return {
    id: entry.id,
    ...(address === undefined ? {} : { url: address }),
    title: legible(entry.title),
    content_html: `<div lang="${language}" dir="${directionOf(language)}">${entry.html}</div>`,
    content_text: legible(entry.text),
    date_published: entry.published,
    date_modified: entry.updated,
    authors: entry.authors.map((name) => ({ name: legible(name) })),
    tags: [...entry.tags],
    language,
    _entente: {
      kind: facts.kind,
      status: facts.status,
      digest: facts.digest,
      corrections: facts.corrections.map((one) => ({ ...one })),
      photographs: facts.photographs.map((one) => ({ ...one })),
    },
  };
}

export function jsonFeed(feed: PublicFeed): JsonFeed {
  const { home, language } = feed;
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: legible(feed.title),
    ...(home === undefined ? {} : { home_page_url: home }),
    feed_url: feed.self.json,
    authors: [{ name: legible(feed.author) }],
    language,
    items: feed.entries.map((entry) => jsonFeedItem(entry, language)),
  };
}
