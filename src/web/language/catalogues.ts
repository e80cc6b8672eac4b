// The words of each feature in each language, fetched when they are first needed and kept. A message file is compiled
// when the application is built: tools/messages-plugin.ts.

import type { IntlConfig } from "react-intl";
import { Fault, z } from "../../base/index.ts";
import type { Language } from "./languages.ts";

/** Compiled messages by id. */
export type Messages = Extract<NonNullable<IntlConfig["messages"]>, Record<string, unknown[]>>;
/** Plain words by id; refusals have `{placeholders}`. */
export type Terms = Readonly<Record<string, string>>;

interface Loaded<Content> {
  readonly default: Content;
}

const messageFiles = import.meta.glob<Loaded<Messages>>("../*/messages/*.json");
/** Their addresses: terms are many and are data, which a browser reads without running anything. */
const termFiles = import.meta.glob<string>(["../terms/*.json", "../terms/refusals/*.json"], {
  query: "?url",
  import: "default",
  eager: true,
});

const kept = new Map<string, Promise<unknown>>();

/** One promise for each file, so that React can wait for it by `use`. A file that did not come is asked for again. */
function once<Content>(path: string, load: () => Promise<Content>): Promise<Content> {
  const present = kept.get(path);
  if (present !== undefined) return parsePromise<Content>(present);
  const loading = load();
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
  return once(path, async () => (await found(messageFiles[path], path)()).default);
}

/** Names of procedures, states, steps, roles, deadlines, fields and levels. */
export function termsOf(language: Language): Promise<Terms> {
  return termsAt(`../terms/${language}.json`);
}

/** The words of every refusal, fetched when one is first shown. */
export function refusalTermsOf(language: Language): Promise<Terms> {
  return termsAt(`../terms/refusals/${language}.json`);
}

function termsAt(path: string): Promise<Terms> {
  return once(path, async () => {
    const response = await fetch(found(termFiles[path], path));
    if (!response.ok) throw new Fault("web.noMessages", `${path} was answered with ${response.status}.`);
    return terms.parse(await response.json());
  });
}

function found<Entry>(entry: Entry | undefined, path: string): Entry {
  if (entry === undefined) throw new Fault("web.noMessages", `The build has no ${path}.`);
  return entry;
}

const terms = z.record(z.string(), z.string());
