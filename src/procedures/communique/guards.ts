// Why a step of a communiqué cannot be made. Each guard answers with its own refusal.

import type { PartyCode } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { StepContext } from "../declaration.ts";
import type { Passage, Photo, Version } from "./bodies.ts";
import {
  type CommuniqueData,
  digestsOf,
  freedBy,
  isPlaced,
  uncleared,
  type WrittenPassage,
  type WrittenVersion,
  wordsIn,
} from "./data.ts";

export type CommuniqueContext = StepContext<CommuniqueData>;
type Spoken = { readonly name?: string | undefined; readonly publicOffice?: true | undefined } | undefined;

/** The text is given in languages of the accord. */
export function guardLanguages({ terms }: CommuniqueContext, languages: readonly string[]): Refusal | undefined {
  const known: readonly string[] = terms.accord?.annex.languages ?? languages;
  const other = languages.filter((one) => !known.includes(one));
  return other.length > 0 ? refuse("procedures.communiqueLanguage", { got: other, languages: [...known] }) : undefined;
}

/** What one side issues by itself is its own to write, correct and withdraw. */
export function guardAuthor({ data, side }: CommuniqueContext): Refusal | undefined {
  if (data.kind === "joint" || data.issuer === side) return undefined;
  return refuse("procedures.communiqueAuthor", { issuer: data.issuer ?? "none" });
}

/** Names in the register are public already: only a holder of public office is named. */
export function guardName(speaker: Spoken): Refusal | undefined {
  if (speaker?.name === undefined || speaker.publicOffice) return undefined;
  return refuse("procedures.communiqueName", { name: speaker.name });
}

export function guardVersion(
  { data }: CommuniqueContext,
  given: { readonly version: Version; readonly base?: string | undefined },
): Refusal | undefined {
  const { language, paragraphs } = given.version;
  if (!data.languages.includes(language))
    return refuse("procedures.communiqueLanguage", { got: [language], languages: [...data.languages] });
  const standing = versionIn(data, language)?.digest;
  if (given.base !== standing)
    return refuse("procedures.communiqueOtherText", {
      part: language,
      got: given.base ?? "none",
      expected: standing ?? "none",
    });
  const known = data.passages.map(({ passage }) => passage.id);
  const stranger = paragraphs.find(({ passage }) => passage !== undefined && !known.includes(passage))?.passage;
  return stranger === undefined ? undefined : refuse("procedures.communiqueNoPart", { got: stranger });
}

/** A formula is its own side's to write; what a speaker said may be put down by either, and cleared by one. */
export function guardPassage(
  { data, side, terms }: CommuniqueContext,
  given: { readonly passage: Passage; readonly base?: string | undefined },
): Refusal | undefined {
  const { passage } = given;
  const found = passageOf(data, passage.id);
  if (!terms.parties.some((code) => code === passage.of))
    return refuse("procedures.communiqueParty", { got: passage.of, parties: [...terms.parties] });
  const formula = passage.kind !== "quote" || (found !== undefined && found.passage.kind !== "quote");
  if ((formula && passage.of !== side) || (found && found.passage.of !== passage.of))
    return refuse("procedures.communiqueFormula", { passage: passage.id, of: found?.passage.of ?? passage.of });
  if (wordsIn(passage.texts, passage.original) === undefined)
    return refuse("procedures.communiqueMissing", { part: passage.id, language: passage.original });
  if (passage.kind === "quote" && passage.speaker === undefined)
    return refuse("procedures.communiqueSpeaker", { passage: passage.id });
  if (given.base !== found?.digest)
    return refuse("procedures.communiqueOtherText", {
      part: passage.id,
      got: given.base ?? "none",
      expected: found?.digest ?? "none",
    });
  return guardName(passage.speaker);
}

export function guardDroppedPassage({ data, side }: CommuniqueContext, id: string): Refusal | undefined {
  const found = passageOf(data, id);
  if (!found) return refuse("procedures.communiqueNoPart", { got: id });
  if (found.passage.kind !== "quote" && found.passage.of !== side)
    return refuse("procedures.communiqueFormula", { passage: id, of: found.passage.of });
  return isPlaced(data, id) ? refuse("procedures.communiquePlaced", { passage: id }) : undefined;
}

export const photosMax = 20;

export function guardPhoto({ data }: CommuniqueContext, photo: Photo): Refusal | undefined {
  const twice = data.photos.some((one) => one.photo.id === photo.id || one.photo.digest === photo.digest);
  if (twice) return refuse("procedures.communiqueSamePhoto", { got: photo.id });
  return data.photos.length < photosMax ? undefined : refuse("procedures.communiquePhotos", { most: photosMax });
}

export function guardDroppedPhoto({ data }: CommuniqueContext, id: string): Refusal | undefined {
  return data.photos.some((one) => one.photo.id === id)
    ? undefined
    : refuse("procedures.communiqueNoPart", { got: id });
}

/** The languages say the same: paragraph by paragraph, passages in the same places, nothing without its words. */
export function guardConcordance(data: CommuniqueData): Refusal | undefined {
  const absent = data.languages.find((language) => !versionIn(data, language));
  if (absent !== undefined) return refuse("procedures.communiqueMissing", { part: "text", language: absent });
  const [first, ...others] = data.versions.map((one) => one.version);
  for (const version of others) {
    if (first && placesOf(version) !== placesOf(first))
      return refuse("procedures.communiqueConcordance", { language: version.language, other: first.language });
  }
  for (const language of data.languages) {
    const passage = data.passages.find(
      (one) => isPlaced(data, one.passage.id) && !wordsIn(one.passage.texts, language),
    );
    if (passage) return refuse("procedures.communiqueMissing", { part: passage.passage.id, language });
    const photo = data.photos.find((one) => !wordsIn(one.photo.captions, language));
    if (photo) return refuse("procedures.communiqueMissing", { part: photo.photo.id, language });
  }
  return undefined;
}

/** Where what stands, in no language: one mark for each paragraph, and the day. */
function placesOf(version: Version): string {
  return [version.date, ...version.paragraphs.map((one) => one.passage ?? "")].join("\n");
}

/** Exactly the texts that stand, each by its digest. */
export function guardDigests(
  { data }: CommuniqueContext,
  versions: Readonly<Record<string, string>>,
): Refusal | undefined {
  const expected = digestsOf(data);
  const part = [...new Set([...Object.keys(expected), ...Object.keys(versions)])].find(
    (language) => expected[language] !== versions[language],
  );
  if (part === undefined) return undefined;
  return refuse("procedures.communiqueOtherText", {
    part,
    got: versions[part] ?? "none",
    expected: expected[part] ?? "none",
  });
}

/** What one side clears alone: words that are its own, as they stand. */
export function guardOwnWords(
  { data, side }: CommuniqueContext,
  given: { readonly passage: string; readonly digest: string },
): Refusal | undefined {
  const found = passageOf(data, given.passage);
  if (!found) return refuse("procedures.communiqueNoPart", { got: given.passage });
  if (found.passage.of !== side)
    return refuse("procedures.communiqueSpeakersSide", { passage: given.passage, of: found.passage.of });
  if (found.digest !== given.digest)
    return refuse("procedures.communiqueOtherText", {
      part: given.passage,
      got: given.digest,
      expected: found.digest,
    });
  return found.clearedAt === undefined ? undefined : refuse("procedures.communiqueCleared", { part: given.passage });
}

export function guardClearance(
  { data, side }: CommuniqueContext,
  given: { readonly language: string; readonly digest: string },
): Refusal | undefined {
  const standing = versionIn(data, given.language);
  if (!standing) return refuse("procedures.communiqueNoPart", { got: given.language });
  if (standing.digest !== given.digest)
    return refuse("procedures.communiqueOtherText", {
      part: given.language,
      got: given.digest,
      expected: standing.digest,
    });
  if (data.clearances[given.language]?.[side] !== given.digest) return undefined;
  return refuse("procedures.communiqueCleared", { part: given.language });
}

export function guardUncleared(data: CommuniqueData): Refusal | undefined {
  const waiting = uncleared(data).map((one) => one.passage.id);
  return waiting.length > 0 ? refuse("procedures.communiqueUncleared", { passages: waiting }) : undefined;
}

/** An hour that has not passed when the act is made. */
export function guardHour({ time }: CommuniqueContext, hour: { readonly at: string } | undefined): Refusal | undefined {
  if (!hour || Date.parse(hour.at) > time) return undefined;
  return refuse("procedures.communiquePast", { at: hour.at });
}

/** Not before the hour, unless an early text has freed this side; and each side once. */
export function guardRelease({ data, side, time, terms }: CommuniqueContext): Refusal | undefined {
  if (data.released[side]) return refuse("procedures.communiqueReleased", { side });
  if (!data.embargo || time >= data.embargo.ms || freedBy(data, terms.parties).includes(side)) return undefined;
  return refuse("procedures.communiqueEmbargo", { at: data.embargo.at, zone: data.embargo.zone });
}

export function guardBreach(
  { data, terms, time }: CommuniqueContext,
  given: { readonly of?: PartyCode | string | undefined; readonly at: string },
): Refusal | undefined {
  if (given.of !== undefined && !terms.parties.some((code) => code === given.of))
    return refuse("procedures.communiqueParty", { got: given.of, parties: [...terms.parties] });
  const early = data.embargo !== undefined && Date.parse(given.at) < data.embargo.ms && Date.parse(given.at) <= time;
  if (early) return undefined;
  return refuse("procedures.communiqueNoBreach", { at: given.at, embargo: data.embargo?.at ?? "none" });
}

export const versionIn = (data: CommuniqueData, language: string): WrittenVersion | undefined =>
  data.versions.find((one) => one.version.language === language);

export const passageOf = (data: CommuniqueData, id: string): WrittenPassage | undefined =>
  data.passages.find((one) => one.passage.id === id);

/** A correction takes the place of one language's text, on the base of what is out, with everything in its place. */
export function guardCorrection(
  context: CommuniqueContext,
  given: { readonly version: Version; readonly base: string },
): Refusal | undefined {
  const refusal = guardVersion(context, given);
  if (isRefusal(refusal)) return refusal;
  const { data } = context;
  const before = versionIn(data, given.version.language);
  if (before && placesOf(before.version) !== placesOf(given.version))
    return refuse("procedures.communiqueConcordance", {
      language: given.version.language,
      other: given.version.language,
    });
  return undefined;
}
