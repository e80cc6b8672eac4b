import { DOMParser } from "@xmldom/xmldom";
import { expect, test } from "vitest";
import { atomText } from "./atom.ts";
import { type FeedEntry, legible, type PublicFeed } from "./feed.ts";
import { jsonFeed } from "./jsonFeed.ts";
import { type Press, pressText } from "./pressText.ts";
import { pressLanguages } from "./pressWords.ts";

const hostile = `</title><script>alert(1)</script>&amp;"'\u0000\u0008\ud800]]><img src=x onerror="x">`;

type Text = Press["version"]["text"];

/** Names of the test's own alphabet. */
function parseText(text: object): Text {
  return text as Text;
}
function parseTold(told: object): Press["told"] {
  return told as Press["told"];
}

const text = parseText({
  language: "en",
  headline: hostile,
  place: hostile,
  date: "2021-11-24",
  paragraphs: [
    { text: hostile },
    {
      text: hostile,
      passage: {
        id: "q1",
        kind: "quote",
        of: "MA",
        original: "ar",
        speaker: { function: { en: hostile }, name: hostile, publicOffice: true },
      },
    },
  ],
  photos: [{ id: "p1", digest: "sha256:1", mediaType: "image/png", size: 1, credit: hostile, caption: hostile }],
});

function press(change: Partial<Omit<Press, "told">> & { readonly told?: Partial<Press["told"]> } = {}): Press {
  const { told, ...rest } = change;
  return {
    version: { text, digest: "sha256:2", corrections: [{ at: 0, notice: { en: hostile } }] },
    language: "en",
    sides: { MA: "Morocco", IL: hostile },
    zone: "Africa/Casablanca",
    ...rest,
    told: parseTold({ kind: "joint", issuer: "MA", said: undefined, killedAt: undefined, ...told }),
  };
}

function entryOf(given: Press): FeedEntry {
  return {
    id: "urn:uuid:0",
    ...pressText(given),
    published: "2021-11-24T10:00:00Z",
    updated: "2021-11-24T11:00:00Z",
    authors: [hostile],
    address: `https://example.org/?a=1&b="<`,
    tags: ["joint"],
    facts: { kind: "joint", status: "usable", digest: "sha256:2", corrections: [], photographs: [] },
  };
}

const link = (language: string) => ({ language, atom: `https://x/${language}/a`, json: `https://x/${language}/j` });
const feedOf = (...entries: FeedEntry[]): PublicFeed => ({
  title: hostile,
  language: "en",
  author: hostile,
  self: link("en"),
  others: [link("fr")],
  home: "https://example.org/?x&y",
  entries,
});

/** Any complaint of the parser is thrown, but the one about the sign that stands for a lost character. */
function parsed(xml: string) {
  const onError = (level: string, message: string): void => {
    if (!message.includes("replacement character")) throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(xml, "application/xml");
}

test("a hostile text stays text: in the Atom document, in its HTML and in the JSON", () => {
  const feed = feedOf(entryOf(press()));
  const document = parsed(atomText(feed));
  expect(document.getElementsByTagName("script")).toHaveLength(0);
  expect(document.getElementsByTagName("entry")).toHaveLength(1);
  expect(document.getElementsByTagName("title")[0]?.textContent).toBe(legible(hostile));
  const html = document.getElementsByTagName("content")[0]?.textContent ?? "";
  // Nothing but the elements the press text is made of.
  const tags = [...html.matchAll(/<\/?([a-z]+)/g)].map(([, name]) => name);
  expect(new Set(tags)).toEqual(new Set(["div", "p", "em", "strong", "blockquote", "cite"]));
  expect(html).not.toMatch(/<(?!\/?(?:div|p|em|strong|blockquote|cite)\b)/);
  const [item] = jsonFeed(feed).items;
  expect(item?.content_html).toBe(html);
  expect(item?.content_text).toContain("<script>alert(1)</script>");
  expect(JSON.stringify(item).isWellFormed()).toBe(true);
});

test("what no XML document may hold is replaced, and everything else stays", () => {
  expect(legible("a\u0000b\u001fc\ufffed\ud800e")).toBe("a\ufffdb\ufffdc\ufffdd\ufffde");
  const kept = "é\tש\nع 😀 \u202e";
  expect(legible(kept)).toBe(kept);
});

test("a killed text is not repeated, in no form", () => {
  for (const language of pressLanguages) {
    const {
      title,
      html,
      text: plain,
    } = pressText(
      press({ language, version: { ...press().version, text: { ...text, place: "Rabat" } }, told: { killedAt: 1 } }),
    );
    expect(title).toContain("Rabat");
    for (const one of [title, html, plain]) expect(one).not.toContain("script");
  }
});

test("a quotation names its speaker and the language it was said in; a correction stands first", () => {
  const plain = { ...text, headline: "Talks", place: "Rabat" };
  const one = { ...press().version, text: plain, corrections: [{ at: 0, notice: { en: "The date." } }] };
  const { html } = pressText(press({ version: one }));
  expect(html.startsWith("<p><strong>Corrected on 1 January 1970:</strong> The date.</p>")).toBe(true);
  expect(html).toContain("translated; original language: Arabic");
  expect(html).toContain("<strong>Rabat, 24 November 2021.</strong>");
});

test("what was said elsewhere says where, when and by whom, and whose record it is", () => {
  const said = { medium: "Facebook", source: "Forum", on: "2021-11-24" };
  const { text: plain } = pressText(press({ told: { kind: "recorded", said } }));
  expect(plain).toContain("Said by Forum on 24 November 2021 (Facebook). Recorded by Morocco.");
  expect(pressText(press({ told: { kind: "unilateral" } })).text).toContain("Communiqué of Morocco.");
});

test("the feed changed when its latest entry did, and never when it has none", () => {
  const updated = (feed: PublicFeed) => parsed(atomText(feed)).getElementsByTagName("updated")[0]?.textContent;
  expect(updated(feedOf(entryOf(press())))).toBe("2021-11-24T11:00:00Z");
  expect(updated(feedOf())).toBe("1970-01-01T00:00:00Z");
});

test("Arabic and Hebrew say their direction", () => {
  const feed = { ...feedOf(entryOf(press({ language: "he" }))), language: "he" };
  expect(jsonFeed(feed).items[0]?.content_html).toMatch(/^<div lang="he" dir="rtl">/);
});
