// The terms of the domain in the reader's language: what the code calls `visit`, `transmitted` or `endorse`.

import { use } from "react";
import { type Terms as Catalogue, refusalTermsOf } from "./catalogues.ts";
import { useSpeech } from "./provider.tsx";

export interface RefusalWords {
  readonly failed: string;
  readonly todo: string;
}

/** What a refusal brings for its placeholders. */
export type Details = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** A term by its id, such as `state.visit.transmitted`; undefined where the language has none. */
export function useTerm(): (id: string) => string | undefined {
  const { terms } = useSpeech();
  return (id) => terms[id];
}

/** The name of a thing by its id; the code's own word where the language has none, so that nothing is hidden. */
export function useName(): (id: string) => string {
  const { terms } = useSpeech();
  return (id) => terms[id] ?? (id.split(".").at(-1) || id);
}

/** The words of refusals; waits for them when they are first needed. */
export function useRefusalWords(): (code: string, details: Details) => RefusalWords | undefined {
  const { language } = useSpeech();
  const words = use(refusalTermsOf(language));
  return (code, details) => refusalWords(words, { code, details });
}

/** Undefined where the language lacks the refusal: the node's own English words then stand in. */
export function refusalWords(
  words: Catalogue,
  { code, details }: { readonly code: string; readonly details: Details },
): RefusalWords | undefined {
  const failed = words[`refusal.${code}.failed`];
  const todo = words[`refusal.${code}.todo`];
  if (failed === undefined || todo === undefined) return undefined;
  return { failed: filled(failed, details), todo: filled(todo, details) };
}

function filled(text: string, details: Details): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    if (value === undefined) return whole;
    return Array.isArray(value) ? value.join(", ") : String(value);
  });
}
