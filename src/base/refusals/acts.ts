import type { WordsTable } from "./words.ts";

/** What the room `acts` refuses. */
export const actsRefusals = {
  "acts.badAct": {
    failed: "The act's field {path} is not of its form: {problem}.",
    expected: "an act as docs/formats.md describes it.",
    todo: "Correct the field; an act already registered stays in the register, without effect.",
  },
  "acts.badDraft": {
    failed: "The field {path} of what was handed in is not of its form: {problem}.",
    expected: "the fields of an act that its author chooses, as the API's page lists them.",
    todo: "Correct the field and send it again under the same id; nothing was registered.",
  },
  "acts.oversize": {
    failed: "The act is {bytes} bytes long.",
    expected: "at most {limit} bytes.",
    todo: "Shorten the text, or give it as a document that the act names by its digest.",
  },
  "acts.absurdInstant": {
    failed: "The time {got} is no instant this accord can mean.",
    expected: "an instant in UTC, to the second, in the years 2000 to 2199.",
    todo: "Check the clock of the machine or the date that was typed.",
  },
  "acts.otherLabelPolicy": {
    failed: "The label names the policy {got}.",
    expected: "the policy {expected}, which the founding fixed for this accord.",
    todo: "Choose a level of the accord's own policy.",
  },
  "acts.unknownLevel": {
    failed: "The level {got} is not one of the policy {policy}.",
    expected: "one of {levels}.",
    todo: "Choose one of these levels.",
  },
  "acts.labelAboveCap": {
    failed: "The label {got} is above the cap {cap}.",
    expected: "a level at or below {cap}.",
    todo: "Send it by a channel whose cap allows it, or have the originator lower the label.",
  },
  "acts.notReleasable": {
    failed: "The label is releasable to {releasableTo} and not to {to}.",
    expected: "a label releasable to both parties: what is registered is held by both.",
    todo: "Add the party to the label, or keep the matter inside your own side.",
  },
  "acts.badDocument": {
    failed: "The reference to a document is not of its form at {path}: {problem}.",
    expected: "entente, digest, size, mediaType and label of the sealed document, and nothing else.",
    todo: "Take the reference that the upload of the document answered with, unchanged.",
  },
  "acts.documentTwice": {
    failed: "At {path} the document {digest} is described otherwise than elsewhere in the act.",
    expected: "one description of each document: its size, media type and label.",
    todo: "Use the one reference that the upload answered with at every place.",
  },
  "acts.tooManyDocuments": {
    failed: "The act names more than {limit} documents.",
    expected: "at most {limit} documents in one act.",
    todo: "Send the rest with another act of the dossier.",
  },
  "acts.badSealedHead": {
    failed: "The head of the sealed document is not of its form at {path}: {problem}.",
    expected: "act, label, media type, name and size of the document, as docs/formats.md describes them.",
    todo: "Correct what was given of the document, or have its author seal it again.",
  },
  "acts.documentOfOtherAct": {
    failed: "The document was sealed for the act {named}, and the act {act} names it.",
    expected: "a document sealed for the act that names it.",
    todo: "Treat the act as wrong and tell its author; the content was not shown.",
  },
  "acts.documentLabelDiffers": {
    failed: "Inside the sealed document stands the label {inside}, and the act says {act}.",
    expected: "the same label inside and outside.",
    todo: "Treat the document by the higher label and tell its author; the content was not shown.",
  },
  "acts.documentTypeDiffers": {
    failed: "Inside the sealed document stands the media type {inside}, and the act says {act}.",
    expected: "the same media type inside and outside.",
    todo: "Tell the document's author; the content was not shown.",
  },
  "acts.documentSizeDiffers": {
    failed: "The document's head says {said} bytes of content, and {came} came.",
    expected: "exactly as many bytes as the head says.",
    todo: "Send the rest, or begin the document again with its true size.",
  },
  "acts.notResumable": {
    failed: "Of the sealed document not even the first piece is there.",
    expected: "at least one whole piece of 64 KiB to go on from.",
    todo: "Begin the document again; nothing is lost by it.",
  },
  "acts.badCard": {
    failed: "The party card's field {path} is not of its form: {problem}.",
    expected: "a card as `entente init` prints it.",
    todo: "Ask the other side for its card again, whole and unchanged.",
  },
  "acts.badFounding": {
    failed: "The founding's field {path} is not of its form: {problem}.",
    expected: "a founding that names both sides' cards, as docs/formats.md describes it.",
    todo: "Make the founding again from the two cards.",
  },
  "acts.sameParty": {
    failed: "Both cards are of the party {party}.",
    expected: "the cards of two different parties with different keys.",
    todo: "Check that the other side's card was given and not your own.",
  },
} as const satisfies WordsTable;
