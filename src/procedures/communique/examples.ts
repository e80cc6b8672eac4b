// A body for every step that fits the data at hand: for the exhaustive test, and to show what a form holds. Speakers,
// texts and places are invented.

import type { JsonObject } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import { type CommuniqueData, digestsOf, isPlaced, uncleared } from "./data.ts";

export type ExampleContext = Pick<StepContext<CommuniqueData>, "data" | "side" | "other" | "time" | "digest">;
type Example = (context: ExampleContext) => JsonObject;

const hourAfter = ({ time }: ExampleContext, hours: number): JsonObject => ({
  at: new Date(time + hours * 3_600_000).toISOString().replace(/\.\d{3}Z$/, "Z"),
  zone: "Africa/Casablanca",
});

const titles = { en: "Example communiqué", fr: "Communiqué d’exemple" };
const start: JsonObject = { titles, languages: ["en", "fr"], reference: "PR-1" };

function version({ data }: ExampleContext, language: string): JsonObject {
  const passages = data.passages.map((one) => ({ passage: one.passage.id }));
  const count = data.versions.length;
  return {
    language,
    headline: `Example ${count} (${language})`,
    place: "Rabat",
    date: "2031-01-17",
    paragraphs: [{ text: `Example text in ${language}` }, ...passages],
  };
}

/** The language that is still missing, else the first. */
function nextLanguage({ data }: ExampleContext): string {
  const written: readonly string[] = data.versions.map((one) => one.version.language);
  return data.languages.find((one) => !written.includes(one)) ?? data.languages[0] ?? "en";
}

const written: Example = (context) => {
  const language = nextLanguage(context);
  const base = context.data.versions.find((one) => one.version.language === language)?.digest;
  return { version: version(context, language), ...(base === undefined ? {} : { base }) };
};

const passage: Example = ({ data, side }) => {
  const id = `${side.toLowerCase()}-q1`;
  const found = data.passages.find((one) => one.passage.id === id);
  return {
    passage: {
      id,
      kind: "quote",
      of: side,
      speaker: { function: { en: "Spokesperson" } },
      original: "fr",
      texts: { en: `A good day (${data.passages.length})`, fr: `Une bonne journée (${data.passages.length})` },
    },
    ...(found ? { base: found.digest } : {}),
  };
};

const photo: Example = ({ data, digest }) => {
  const number = data.photos.length + 1;
  return {
    photo: {
      id: `photo-${number}`,
      digest: digest({ photo: number }),
      mediaType: "image/jpeg",
      size: 120_000,
      captions: { en: "The handshake", fr: "La poignée de main" },
      credit: "Example photographer",
    },
  };
};

const correction: Example = (context) => {
  const [first] = context.data.versions;
  const language = first?.version.language ?? "en";
  const { paragraphs, ...head } = first?.version ?? { paragraphs: [] };
  const changed: JsonObject = {
    ...version(context, language),
    ...head,
    headline: `Corrected ${context.data.corrections.length + 1}`,
    paragraphs: paragraphs.map(({ text = "", passage }) => (passage === undefined ? { text } : { passage })),
  };
  return { version: changed, base: first?.digest ?? context.digest("none"), notice: { en: "The title is corrected" } };
};

export const examples: Readonly<Record<string, Example>> = {
  propose: () => ({ ...start, note: "For the end of the visit" }),
  notify: (context) => ({ ...start, intended: hourAfter(context, 24) }),
  record: (context) => ({
    titles,
    reference: "PR-0",
    medium: "Example journal",
    on: "2031-01-17",
    versions: [version(context, "fr")],
  }),
  accept: () => ({ reference: "PR-9" }),
  decline: () => ({ reasons: [{ code: "ownText" }] }),
  withdraw: () => ({ reason: "The visit is put off" }),
  giveUp: () => ({ reason: "No text is needed" }),
  changeNotice: (context) => ({ intended: hourAfter(context, 48) }),
  observe: () => ({ reasons: [{ code: "facts", note: "The date is another" }] }),
  writeVersion: written,
  writePassage: passage,
  dropPassage: ({ data }) => ({ id: data.passages.find((one) => !isPlaced(data, one.passage.id))?.passage.id ?? "x" }),
  addPhoto: photo,
  dropPhoto: ({ data }) => ({ id: data.photos[0]?.photo.id ?? "x" }),
  freeze: ({ data }) => ({ versions: { ...digestsOf(data) } }),
  reopen: () => ({ reason: "A name is missing" }),
  clearPassage: ({ data, side }) => {
    const found =
      uncleared(data).find((one) => one.passage.of === side) ??
      data.passages.find((one) => one.passage.of === side && one.clearedAt === undefined);
    return { passage: found?.passage.id ?? "x", digest: found?.digest ?? `sha256:${"0".repeat(64)}` };
  },
  clearVersion: ({ data, side }) => {
    const found = data.versions.find((one) => data.clearances[one.version.language]?.[side] !== one.digest);
    const digest = found?.digest ?? `sha256:${"0".repeat(64)}`;
    return { language: found?.version.language ?? "en", digest, function: "spokesperson" };
  },
  schedule: (context) => ({ embargo: hourAfter(context, 6), simultaneous: true }),
  hold: () => ({ reason: "The hour is not agreed yet" }),
  release: ({ data }) => ({ versions: { ...digestsOf(data) } }),
  reportBreach: (context) => ({
    of: context.other,
    at: hourAfter(context, -1).at ?? "",
    address: "https://example.org/early",
  }),
  issue: ({ data }) => ({ versions: { ...digestsOf(data) }, address: "https://example.org/text" }),
  correct: correction,
  correctOwn: correction,
  kill: () => ({ reason: "The text rests on an error" }),
};

/** The same with other ways of release: each side by its own act, at once. */
export const otherExamples: readonly Readonly<Record<string, Example>>[] = [
  { schedule: () => ({ simultaneous: false }) },
];
