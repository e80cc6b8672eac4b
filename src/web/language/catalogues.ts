// The words of each feature in each language, fetched when they are first needed and kept. A message file is compiled
// when the application is built: tools/messages-plugin.ts.

import type { IntlConfig } from "react-intl";
import { Fault } from "../../base/index.ts";
import type { Language } from "./languages.ts";

/** Compiled messages by id. */
export type Messages = Extract<NonNullable<IntlConfig["messages"]>, Record<string, unknown[]>>;
/** Plain words by id; refusals have `{placeholders}`. */
export type Terms = Readonly<Record<string, string>>;

interface Loaded<Content> {
  readonly default: Content;
}

const messageFiles = import.meta.glob<Loaded<Messages>>("../*/messages/*.json");
const termFiles = import.meta.glob<Loaded<Terms>>(["../terms/*.json", "../terms/refusals/*.json"]);

const kept = new Map<string, Promise<unknown>>();

/** One promise for each file, so that React can wait for it by `use`. A file that did not come is asked for again. */
function once<Content>(path: string, load: (() => Promise<Loaded<Content>>) | undefined): Promise<Content> {
  const present = kept.get(path);
  if (present !== undefined) return parsePromise<Content>(present);
  if (load === undefined) throw new Fault("web.noMessages", `The build has no ${path}.`);
  const loading = load().then((file) => file.default);
  kept.set(path, loading);
  loading.catch(() => kept.delete(path));
  return loading;
}

/** A path names one kind of file: what is kept under it is of that kind. */
function parsePromise<Content>(present: Promise<unknown>): Promise<Content> {
  return present as Promise<Content>;
}

/** The messages of a feature: `src/web/<feature>/messages/<language>.json`. */
export function messagesOf(feature: string, language: Language): Promise<Messages> {
  const path = `../${feature}/messages/${language}.json`;
  return once(path, messageFiles[path]);
}

/** Names of procedures, states, steps, roles, deadlines, fields and levels. */
export function termsOf(language: Language): Promise<Terms> {
  const path = `../terms/${language}.json`;
  return once(path, termFiles[path]);
}

/** The words of every refusal, fetched when one is first shown. */
export function refusalTermsOf(language: Language): Promise<Terms> {
  const path = `../terms/refusals/${language}.json`;
  return once(path, termFiles[path]);
}
