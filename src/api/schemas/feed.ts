// The public feed as JSON Feed 1.1 has it. Texts stand as they were cleared; `_entente` says what a program asks.

import { z } from "../../base/index.ts";

export const feedLanguage = z.enum(["fr", "ar", "he", "en"]);

const author = z.strictObject({ name: z.string() });
const correction = z.strictObject({ at: z.iso.datetime(), notice: z.string() });
const photograph = z.strictObject({
  /** Of the file, which the feed does not bring. */
  digest: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  caption: z.string(),
  credit: z.string(),
});

const facts = z
  .strictObject({
    kind: z.enum(["joint", "unilateral", "recorded"]),
    status: z.enum(["usable", "corrected", "killed"]),
    digest: z.string(),
    corrections: z.array(correction),
    photographs: z.array(photograph),
  })
  .meta({
    id: "PublicFacts",
    description: "joint: both sides cleared the text of this digest in this language, and its feed is either side's.",
  });

export const jsonFeedItem = z
  .strictObject({
    id: z.string(),
    url: z.string().optional(),
    title: z.string(),
    content_html: z.string(),
    content_text: z.string(),
    date_published: z.iso.datetime(),
    date_modified: z.iso.datetime(),
    authors: z.array(author),
    tags: z.array(z.string()),
    language: feedLanguage,
    _entente: facts,
  })
  .meta({ id: "PublicItem", description: "One public text in one language; also the body of a webhook." });

export const jsonFeed = z
  .strictObject({
    version: z.literal("https://jsonfeed.org/version/1.1"),
    title: z.string(),
    home_page_url: z.string().optional(),
    feed_url: z.string(),
    authors: z.array(author),
    language: feedLanguage,
    items: z.array(jsonFeedItem),
  })
  .meta({ id: "PublicFeed", description: "What this side has told the public, in one language, the newest first." });

export type PublicFeedItem = z.input<typeof jsonFeedItem>;
