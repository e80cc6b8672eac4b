// The text of a communiqué, language by language, the words that are one side's alone, and photographs; then both agree
// that the languages say the same.

import { type Step, step } from "../declaration.ts";
import { addPhotoBody, dropBody, freezeBody, reasonBody, writePassageBody, writeVersionBody } from "./bodies.ts";
import { type CommuniqueData, withDigests } from "./data.ts";
import {
  guardAuthor,
  guardConcordance,
  guardDigests,
  guardDroppedPassage,
  guardDroppedPhoto,
  guardPassage,
  guardPhoto,
  guardVersion,
} from "./guards.ts";
import { writingStates } from "./states.ts";

/** A new text takes away what was agreed about the one before, in whatever order the two arrive. */
const writing = {
  from: writingStates,
  to: "same",
  by: "either",
  expected: false,
  prevailsOver: ["freeze", "clearPassage"],
} as const;

const writeVersion = step<CommuniqueData, typeof writeVersionBody>({
  ...writing,
  body: writeVersionBody,
  guard: (context, body) => guardAuthor(context) ?? guardVersion(context, body),
  effect({ data, side, digest }, { version }) {
    const others = data.versions.filter((one) => one.version.language !== version.language);
    const all = [...others, { version, by: side, digest: "" }];
    const versions = all.sort((a, b) => (a.version.language < b.version.language ? -1 : 1));
    return withDigests({ ...data, versions }, digest);
  },
});

const writePassage = step<CommuniqueData, typeof writePassageBody>({
  ...writing,
  body: writePassageBody,
  guard: (context, body) => guardAuthor(context) ?? guardPassage(context, body),
  effect({ data, side, digest }, { passage }) {
    const others = data.passages.filter((one) => one.passage.id !== passage.id);
    const all = [...others, { passage, by: side, digest: digest(passage) }];
    const passages = all.sort((a, b) => (a.passage.id < b.passage.id ? -1 : 1));
    return withDigests({ ...data, passages }, digest);
  },
});

const dropPassage = step<CommuniqueData, typeof dropBody>({
  ...writing,
  body: dropBody,
  guard: (context, { id }) => guardAuthor(context) ?? guardDroppedPassage(context, id),
  effect: ({ data }, { id }) => ({ ...data, passages: data.passages.filter((one) => one.passage.id !== id) }),
});

const addPhoto = step<CommuniqueData, typeof addPhotoBody>({
  ...writing,
  body: addPhotoBody,
  guard: (context, { photo }) => guardAuthor(context) ?? guardPhoto(context, photo),
  effect({ data, side, digest }, { photo }) {
    const photos = [...data.photos, { photo, by: side }].sort((a, b) => (a.photo.id < b.photo.id ? -1 : 1));
    return withDigests({ ...data, photos }, digest);
  },
});

const dropPhoto = step<CommuniqueData, typeof dropBody>({
  ...writing,
  body: dropBody,
  guard: (context, { id }) => guardAuthor(context) ?? guardDroppedPhoto(context, id),
  effect: ({ data, digest }, { id }) =>
    withDigests({ ...data, photos: data.photos.filter((one) => one.photo.id !== id) }, digest),
});

const freeze = step<CommuniqueData, typeof freezeBody>({
  from: ["drafting"],
  to: "clearing",
  by: "both",
  body: freezeBody,
  guard: (context, { versions }) => guardConcordance(context.data) ?? guardDigests(context, versions),
});

/** What was cleared in a text that is written again is cleared no more; a passage that stays stays cleared. */
const reopen = step<CommuniqueData, typeof reasonBody>({
  from: ["clearing", "cleared"],
  to: "drafting",
  by: "either",
  expected: false,
  body: reasonBody,
  prevailsOver: ["clearVersion", "schedule"],
  effect: ({ data }) => ({ ...data, clearances: {} }),
});

export const writingSteps: Readonly<Record<string, Step<CommuniqueData>>> = {
  writeVersion,
  writePassage,
  dropPassage,
  addPhoto,
  dropPhoto,
  freeze,
  reopen,
};
