// The language of the application: which of the four, the words, the terms of the domain, dates and numbers.

export { type Dates, useDates, type Wall, wallIn, wallOf } from "./dates.ts";
export {
  directionOf,
  isLanguage,
  type Language,
  languageAmong,
  languageName,
  languages,
  manners,
} from "./languages.ts";
export { LanguageProvider, speechReady, useSpeech, WithMessages } from "./provider.tsx";
export { type Details, refusalWords, useName, useRefusalWords, useTerm } from "./terms.ts";
export { type Say, useSay, Words, type WordsProps } from "./words.tsx";
