// A feed as Atom (RFC 4287). What was corrected is an entry with a later `updated`; what was killed too, without its
// text: the deleted-entry of RFC 6721 is known to few readers, and one that does not know it would go on showing the
// text. Texts are untrusted: every one is escaped, and what stands in `content` is HTML that was escaped before.

import { directionOf, type FeedEntry, legible, type PublicFeed } from "./feed.ts";
import { escapedXml } from "./xml.ts";

const escaped = (text: string): string => escapedXml(legible(text));
const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

function link(attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<link${written.join("")}/>`;
}

const author = (name: string): string => `<author>${element("name", name)}</author>`;

/** When nothing was ever told: a feed must say when it last changed. */
const never = "1970-01-01T00:00:00Z";

export function atomText(feed: PublicFeed): string {
  const { self, others, home, entries, language } = feed;
  const updated = entries.reduce((latest, one) => (one.updated > latest ? one.updated : latest), never);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">`,
    element("id", self.atom),
    element("title", feed.title),
    element("updated", updated),
    link({ rel: "self", type: "application/atom+xml", href: self.atom }),
    link({ rel: "alternate", type: "application/feed+json", hreflang: language, href: self.json }),
    ...others.map((one) =>
      link({ rel: "alternate", type: "application/atom+xml", hreflang: one.language, href: one.atom }),
    ),
    ...(home === undefined ? [] : [link({ rel: "alternate", type: "text/html", href: home })]),
    author(feed.author),
    element("generator", "Entente"),
    ...entries.flatMap((entry) => entryLines(entry, language)),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

function entryLines(entry: FeedEntry, language: string): string[] {
  const { address } = entry;
  const content = `<div lang="${language}" dir="${directionOf(language)}">${entry.html}</div>`;
  return [
    "<entry>",
    element("id", entry.id),
    element("title", entry.title),
    element("published", entry.published),
    element("updated", entry.updated),
    ...(address === undefined
      ? []
      : [link({ rel: "alternate", type: "text/html", hreflang: language, href: address })]),
    ...entry.authors.map(author),
    ...entry.tags.map((tag) => `<category term="${escaped(tag)}"/>`),
    `<content type="html">${escaped(content)}</content>`,
    "</entry>",
  ];
}
