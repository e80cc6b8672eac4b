import type { WordsTable } from "./words.ts";

/** What the procedure `communique` refuses. */
export const communiqueRefusals = {
  "procedures.communiqueLanguage": {
    failed: "The text is given in {got}.",
    expected: "Languages that the text is announced in: {languages}.",
    todo: "Leave out what is none of these languages.",
  },
  "procedures.communiqueAuthor": {
    failed: "This text is not joint, and the party is not its author.",
    expected: "An act of {issuer}, whose text it is.",
    todo: "Send observations instead, or propose a joint text.",
  },
  "procedures.communiqueName": {
    failed: "{name} is named, who is not said to hold public office.",
    expected: "A function; a name only of a holder of public office.",
    todo: "Give the function and leave the name out.",
  },
  "procedures.communiqueOtherText": {
    failed: "{part} is given as {got}.",
    expected: "The text that stands, {expected}.",
    todo: "Read the text as it stands, then do it again.",
  },
  "procedures.communiqueNoPart": {
    failed: "There is no {got} in this communiqué.",
    expected: "A language, passage or photograph that is there.",
    todo: "Add it first, or correct its id.",
  },
  "procedures.communiqueParty": {
    failed: "{got} is no party to the accord.",
    expected: "One of {parties}.",
    todo: "Name the party whose it is.",
  },
  "procedures.communiqueFormula": {
    failed: "The passage {passage} is the formula of {of}, or would become another party's.",
    expected: "An act of {of} for its own formula; a passage stays whose it was.",
    todo: "Leave it as it is, or give a new passage another id.",
  },
  "procedures.communiqueSpeaker": {
    failed: "The quotation {passage} has no speaker.",
    expected: "The function of whoever is quoted.",
    todo: "Add the speaker.",
  },
  "procedures.communiqueMissing": {
    failed: "{part} has no words in {language}.",
    expected: "Every part in every language of the communiqué.",
    todo: "Write what is missing.",
  },
  "procedures.communiquePlaced": {
    failed: "The passage {passage} stands in a text.",
    expected: "A passage that no text uses.",
    todo: "Take it out of the texts first.",
  },
  "procedures.communiqueSamePhoto": {
    failed: "The photograph {got} is there already, by its id or by its file.",
    expected: "Each photograph once.",
    todo: "Drop the one that is there, or give the new one another id.",
  },
  "procedures.communiquePhotos": {
    failed: "The communiqué has as many photographs as it can.",
    expected: "At most {most} photographs.",
    todo: "Drop one first.",
  },
  "procedures.communiqueConcordance": {
    failed: "The text in {language} does not go paragraph by paragraph with the text in {other}.",
    expected: "The same date, as many paragraphs, and the passages at the same places.",
    todo: "Bring the two texts together.",
  },
  "procedures.communiqueSpeakersSide": {
    failed: "The passage {passage} is not this party's to clear.",
    expected: "An act of {of}, whose words they are.",
    todo: "Wait for {of} to clear it.",
  },
  "procedures.communiqueCleared": {
    failed: "{part} is cleared by this party already.",
    expected: "One clearance of each text as it stands.",
    todo: "Nothing: the clearance stands.",
  },
  "procedures.communiqueUncleared": {
    failed: "The passages {passages} are not cleared by those whose words they are.",
    expected: "Every quotation cleared by its speaker's side.",
    todo: "Wait for the clearance, or take the passages out.",
  },
  "procedures.communiquePast": {
    failed: "The hour {at} has passed.",
    expected: "An hour after this act.",
    todo: "Set a later hour, or none for an immediate release.",
  },
  "procedures.communiqueReleased": {
    failed: "{side} has released this text already.",
    expected: "One release by each party.",
    todo: "Correct the text, or send a kill notice.",
  },
  "procedures.communiqueEmbargo": {
    failed: "The text is under embargo until {at} ({zone}).",
    expected: "A release at that hour or after, or an early text of somebody else that frees this party.",
    todo: "Wait for the hour, or report the breach that you have seen.",
  },
  "procedures.communiqueNoBreach": {
    failed: "A text that was out at {at} is no breach of the embargo.",
    expected: "An instant that has passed, before the embargo: {embargo}.",
    todo: "Correct the instant.",
  },
} as const satisfies WordsTable;
