// What a communiqué's dossier knows, and the digest of its text in each language: of all that a reader will see there,
// the passages and the captions of photographs included.

import type { PartyCode } from "../../acts/index.ts";
import type { z } from "../../base/index.ts";
import type { contact } from "../forms.ts";
import type { Hour, Passage, Photo, recordBody, Version } from "./bodies.ts";

export interface WrittenVersion {
  readonly version: Version;
  readonly by: PartyCode;
  /** Of what a reader of this language will see. */
  readonly digest: string;
}

export interface WrittenPassage {
  readonly passage: Passage;
  readonly by: PartyCode;
  readonly digest: string;
  /** When the side whose words they are cleared them as they stand; milliseconds since 1970. */
  readonly clearedAt?: number | undefined;
}

export interface CommuniqueData {
  /** Written by both; written by one with notice to the other; or told after it was said. */
  readonly kind: "joint" | "unilateral" | "recorded" | undefined;
  /** The side that opened the dossier; of what is not joint, the only author. */
  readonly issuer: PartyCode | undefined;
  readonly titles: Readonly<Record<string, string>>;
  readonly references: Readonly<Record<PartyCode, string>>;
  readonly contacts: Readonly<Record<PartyCode, z.infer<typeof contact>>>;
  readonly languages: readonly string[];
  /** By language. */
  readonly versions: readonly WrittenVersion[];
  /** By id. */
  readonly passages: readonly WrittenPassage[];
  readonly photos: readonly { readonly photo: Photo; readonly by: PartyCode }[];
  /** By language and side, the digest it cleared. */
  readonly clearances: Readonly<Record<string, Readonly<Record<PartyCode, string>>>>;
  readonly embargo: (Hour & { readonly ms: number }) | undefined;
  readonly simultaneous: boolean;
  readonly intended: (Hour & { readonly ms: number }) | undefined;
  readonly breach:
    | {
        readonly of?: PartyCode | undefined;
        readonly at: string;
        readonly address: string;
        readonly by: PartyCode;
      }
    | undefined;
  /** When each side's was out, and where; milliseconds since 1970. */
  readonly released: Readonly<Record<PartyCode, { readonly at: number; readonly address?: string | undefined }>>;
  readonly observations: readonly {
    readonly by: PartyCode;
    readonly at: number;
    readonly reasons: readonly { readonly code: string; readonly note?: string | undefined }[];
  }[];
  readonly corrections: readonly {
    readonly language: string;
    readonly notice: Readonly<Record<string, string>>;
    readonly by: PartyCode;
    readonly at: number;
  }[];
  readonly killed: { readonly by: PartyCode; readonly at: number; readonly reason: string } | undefined;
  /** Of what was told afterwards: where it was said, and by whom. */
  readonly said: Pick<z.infer<typeof recordBody>, "medium" | "source" | "speaker" | "on" | "address"> | undefined;
}

export function blankCommunique(): CommuniqueData {
  return {
    kind: undefined,
    issuer: undefined,
    titles: {},
    references: {},
    contacts: {},
    languages: [],
    versions: [],
    passages: [],
    photos: [],
    clearances: {},
    embargo: undefined,
    simultaneous: false,
    intended: undefined,
    breach: undefined,
    released: {},
    observations: [],
    corrections: [],
    killed: undefined,
    said: undefined,
  };
}

/** The words in one language; none where they are still to be written. */
export function wordsIn(texts: Readonly<Record<string, string>>, language: string): string | undefined {
  return Object.hasOwn(texts, language) ? texts[language] : undefined;
}

/** What a reader of one language sees: the text with its passages in their places, and the photographs. */
export function publicText(data: Pick<CommuniqueData, "passages" | "photos">, version: Version): PublicText {
  return {
    language: version.language,
    headline: version.headline,
    place: version.place,
    date: version.date,
    paragraphs: version.paragraphs.map((one) => {
      const found = data.passages.find(({ passage }) => passage.id === one.passage)?.passage;
      if (!found) return { text: one.text ?? "" };
      const { id, kind, of, original, speaker } = found;
      const text = wordsIn(found.texts, version.language) ?? "";
      return { text, passage: { id, kind, of, original, ...(speaker ? { speaker } : {}) } };
    }),
    photos: data.photos.map(({ photo: { captions, ...photo } }) => ({
      ...photo,
      caption: wordsIn(captions, version.language) ?? "",
    })),
  };
}

export interface PublicText {
  readonly language: string;
  readonly headline: string;
  readonly place: string;
  readonly date: string;
  readonly paragraphs: readonly {
    readonly text: string;
    readonly passage?: Omit<Passage, "texts">;
  }[];
  readonly photos: readonly (Omit<Photo, "captions"> & { readonly caption: string })[];
}

/** The data with the digest of every text as it now stands. */
export function withDigests(data: CommuniqueData, digest: (value: unknown) => string): CommuniqueData {
  const versions = data.versions.map((one) => ({ ...one, digest: digest(publicText(data, one.version)) }));
  return { ...data, versions };
}

export function digestsOf(data: CommuniqueData): Readonly<Record<string, string>> {
  return Object.fromEntries(data.versions.map((one) => [one.version.language, one.digest]));
}

/** Every language cleared by both sides in the text that stands, and every passage by the side whose words it is. */
export function isCleared(data: CommuniqueData, parties: readonly PartyCode[]): boolean {
  const texts = data.versions.every(({ version, digest }) =>
    parties.every((side) => data.clearances[version.language]?.[side] === digest),
  );
  return data.versions.length > 0 && texts && uncleared(data).length === 0;
}

/** Passages that stand in a text and that their own side has not cleared. */
export function uncleared(data: CommuniqueData): readonly WrittenPassage[] {
  return data.passages.filter((one) => one.clearedAt === undefined && isPlaced(data, one.passage.id));
}

export function isPlaced(data: CommuniqueData, id: string): boolean {
  return data.versions.some(({ version }) => version.paragraphs.some(({ passage }) => passage === id));
}

/** The sides that the hour no longer binds. */
export function freedBy(data: CommuniqueData, parties: readonly PartyCode[]): readonly PartyCode[] {
  return data.breach ? parties.filter((side) => side !== data.breach?.of) : [];
}

/**
 * When a side's text was out, or undefined. What is simultaneous is out for both at the hour, by no act: `ended` is the
 * instant at which it is looked at, or at which an act ended it.
 */
export function releasedAt(
  data: CommuniqueData,
  { side, until }: { readonly side: PartyCode; readonly until: number },
): number | undefined {
  const own = data.released[side]?.at;
  if (own !== undefined || !data.simultaneous || !data.embargo) return own;
  return data.embargo.ms <= until ? data.embargo.ms : undefined;
}
