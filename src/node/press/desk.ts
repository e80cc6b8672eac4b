// The press desk of a node: its public feed in each language, made from what is out by the node's clock. Whoever asks
// is unknown, so one reading of the dossiers serves all who ask within a second.

import { isoInstant } from "../../api/index.ts";
import { hex, utf8 } from "../../base/index.ts";
import {
  type FeedEntry,
  type FeedLink,
  legible,
  type PressLanguage,
  type PublicFeed,
  pressLanguages,
  pressText,
  pressWords,
} from "../../documents/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { Clock } from "../clock.ts";
import type { Home } from "../home.ts";
import type { Side } from "../side/side.ts";
import type { PressConfig } from "./config.ts";
import { type Released, releasedBy } from "./released.ts";

const usualItems = 50;
/** Characters of all entries of a feed together; the first is told whatever its length. */
const charactersMax = 1_000_000;
const keptMs = 1_000;

/** What of a node the desk looks at. */
export interface PressNode {
  readonly home: Pick<Home, "config">;
  readonly clock: Clock;
  readonly accords: ReadonlyMap<string, { readonly side: Side }>;
}

interface Reading {
  readonly clock: number;
  readonly readAt: number;
  readonly released: Promise<readonly Released[]>;
}

export class PressDesk {
  readonly #node: PressNode;
  readonly #config: PressConfig;
  readonly #monotonicMs: () => number;
  #reading: Reading | undefined;

  constructor(node: PressNode, given: { readonly config: PressConfig; readonly monotonicMs: () => number }) {
    this.#node = node;
    this.#config = given.config;
    this.#monotonicMs = given.monotonicMs;
  }

  async feed(language: PressLanguage): Promise<PublicFeed> {
    const { card } = this.#node.home.config;
    const author = named(card.names, language);
    const { titles, home, items = usualItems } = this.#config;
    const released = await this.#released();
    const entries = released.flatMap((one) => entriesOf(one, language));
    entries.sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? -1 : 1));
    return {
      title: titles?.[language] ?? pressWords[language].title(author),
      language,
      author,
      self: this.#link(language),
      others: pressLanguages.filter((one) => one !== language).map((one) => this.#link(one)),
      home,
      entries: bounded(entries.slice(0, items)),
    };
  }

  #link(language: PressLanguage): FeedLink {
    const base = (this.#config.address ?? this.#node.home.config.card.address).replace(/\/$/, "");
    return { language, atom: `${base}/feeds/${language}/atom.xml`, json: `${base}/feeds/${language}/feed.json` };
  }

  /** Read again after a second, and at once when a story's clock was set: it may have gone back behind an hour. */
  #released(): Promise<readonly Released[]> {
    const clock = this.#node.clock.now();
    const readAt = this.#monotonicMs();
    const known = this.#reading;
    const set = this.#node.clock.kind === "story" ? clock !== known?.clock : clock < (known?.clock ?? 0);
    if (known && !set && readAt - known.readAt < keptMs) return known.released;
    const released = this.#read();
    this.#reading = { clock, readAt, released };
    // What failed is told to who asked for it, and not kept.
    released.catch(() => {
      if (this.#reading?.released === released) this.#reading = undefined;
    });
    return released;
  }

  async #read(): Promise<readonly Released[]> {
    const { accords, items = usualItems } = this.#config;
    const released: Released[] = [];
    for (const { side } of this.#node.accords.values())
      if (accords?.includes(side.row.accord) ?? true) released.push(...(await releasedBy(side, { most: 2 * items })));
    return released;
  }
}

function bounded(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  let characters = 0;
  const end = entries.findIndex((one, index) => {
    characters += one.html.length + one.text.length;
    return index > 0 && characters > charactersMax;
  });
  return end === -1 ? entries : entries.slice(0, end);
}

/** The text in this language, if there is one. */
function entriesOf(released: Released, language: PressLanguage): FeedEntry[] {
  const version = released.versions.find((one) => one.text.language === language);
  if (!version) return [];
  const { kind, at, killedAt, side, zone, address, issuer } = released;
  const sides = Object.fromEntries(side.founding.cards.map(({ party, names }) => [party, named(names, language)]));
  const killed = killedAt !== undefined;
  const { title, html, text } = pressText({ told: released, version, language, sides, zone });
  const corrections = version.corrections.map((one) => ({
    at: isoInstant(one.at),
    notice: legible(named(one.notice, language)),
  }));
  const authors = kind === "joint" ? Object.values(sides) : [sides[issuer] ?? issuer];
  const status = killed ? "killed" : corrections.length > 0 ? "corrected" : "usable";
  return [
    {
      id: entryId(released, language),
      title,
      html,
      text,
      published: isoInstant(at),
      updated: isoInstant(Math.max(at, killedAt ?? 0, ...version.corrections.map((one) => one.at))),
      authors,
      ...(address === undefined || killed ? {} : { address }),
      tags: status === "usable" ? [kind] : [kind, status],
      facts: {
        kind,
        status,
        digest: version.digest,
        corrections: killed ? [] : corrections,
        photographs: killed ? [] : version.text.photos.map(photographOf),
      },
    },
  ];
}

type Photo = Released["versions"][number]["text"]["photos"][number];

function photographOf({ digest, mediaType, size, caption, credit }: Photo): FeedEntry["facts"]["photographs"][number] {
  return { digest, mediaType, size, caption: legible(caption), credit: legible(credit) };
}

/**
 * Stays for ever and is the same at both nodes. Not the dossier's own id: that tells to the millisecond when the text
 * was first proposed. A UUID of version 8 (RFC 9562 section 5.8).
 */
function entryId({ accord, dossier }: Released, language: string): string {
  const bytes = nativeSuite.sha256(utf8(`entente-press/1\n${accord}\n${dossier}\n${language}`)).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
}

function named(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? Object.values(texts)[0] ?? "";
}
