// The words of the page without a node: only its own and the parts', all four languages in the one file. Stands in the
// place of language/catalogues.ts in that build (tools/build-proof-page.ts).

import type { Messages, Terms } from "../language/catalogues.ts";
import type { Language } from "../language/languages.ts";

interface Loaded<Content> {
  readonly default: Content;
}

const messageFiles = import.meta.glob<Loaded<Messages>>(["../parts/messages/*.json", "./messages/*.json"], {
  eager: true,
});
const termFiles = import.meta.glob<Loaded<Terms>>(["../terms/*.json", "../terms/refusals/*.json"], { eager: true });

const none: Messages = {};
const kept = new Map<string, Promise<unknown>>();

/** One promise for each file, so that React can wait for it by `use`. */
export function messagesOf(feature: string, language: Language): Promise<Messages> {
  const path = feature === "proof" ? `./messages/${language}.json` : `../${feature}/messages/${language}.json`;
  return once(path, () => messageFiles[path]?.default ?? none);
}

export function termsOf(language: Language): Promise<Terms> {
  const path = `../terms/${language}.json`;
  return once(path, () => termFiles[path]?.default ?? {});
}

export function refusalTermsOf(language: Language): Promise<Terms> {
  const path = `../terms/refusals/${language}.json`;
  return once(path, () => termFiles[path]?.default ?? {});
}

function once<Content extends Messages | Terms>(path: string, content: () => Content): Promise<Content> {
  const present = kept.get(path);
  if (present !== undefined) return parsePromise<Content>(present);
  const made = Promise.resolve(content());
  kept.set(path, made);
  return made;
}

/** A path names one kind of file: what is kept under it is of that kind. */
function parsePromise<Content>(present: Promise<unknown>): Promise<Content> {
  return present as Promise<Content>;
}
