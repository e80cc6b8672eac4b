// What is being composed: the generic form, the texts typed, the documents picked, the level they are lowered to. One
// entry, kept in this tab from the first letter on.

import type { JsonValue } from "../../seal/index.ts";
import type { Entry } from "../parts/form/index.ts";
import {
  type KeptUpload,
  keptOf,
  noUpload,
  parseKeptUpload,
  parseReference,
  referenceIn,
} from "../parts/upload/index.ts";

export interface Typed {
  readonly text: string;
  /** A file chosen instead of a text. */
  readonly file: KeptUpload;
  /** "file" where a file is to be chosen. */
  readonly as: "text" | "file";
}

export const noText: Typed = { text: "", file: noUpload, as: "text" };

function memberOf(entry: Entry | undefined, name: string): Entry | undefined {
  if (typeof entry !== "object" || isList(entry)) return undefined;
  return Object.hasOwn(entry, name) ? entry[name] : undefined;
}

function isList(entry: Entry): entry is readonly Entry[] {
  return Array.isArray(entry);
}

export const formIn = (entry: Entry): Entry => memberOf(entry, "form") ?? {};
export const withForm = (entry: Entry, form: Entry): Entry => withMember(entry, { name: "form", entry: form });

export function typedIn(entry: Entry, name: string): Typed {
  const one = memberOf(memberOf(entry, "typed"), name);
  const text = memberOf(one, "text");
  return {
    text: typeof text === "string" ? text : "",
    file: parseKeptUpload(memberOf(one, "file")),
    as: memberOf(one, "as") === "file" ? "file" : "text",
  };
}

export function withTyped(entry: Entry, change: { readonly name: string; readonly typed: Typed }): Entry {
  const typed = withMember(memberOf(entry, "typed") ?? {}, { name: change.name, entry: { ...change.typed } });
  return withMember(entry, { name: "typed", entry: typed });
}

export function pickedIn(entry: Entry): readonly string[] {
  const picked = memberOf(entry, "picked");
  return picked !== undefined && isList(picked) ? picked.filter((one) => typeof one === "string") : [];
}

export const withPicked = (entry: Entry, picked: readonly string[]): Entry =>
  withMember(entry, { name: "picked", entry: picked });

/** "" where none was chosen. */
export function lowerIn(entry: Entry): string {
  const level = memberOf(entry, "lower");
  return typeof level === "string" ? level : "";
}

export const withLower = (entry: Entry, level: string): Entry => withMember(entry, { name: "lower", entry: level });

function withMember(entry: Entry, change: { readonly name: string; readonly entry: Entry }): Entry {
  const members = typeof entry === "object" && !isList(entry) ? entry : {};
  return { ...members, [change.name]: change.entry };
}

export interface BeginningWith {
  readonly form: Entry;
  readonly picked: readonly string[];
  /** The body of a draft that is written anew, and which of its members are single documents. */
  readonly body?: Readonly<Record<string, JsonValue>> | undefined;
  readonly typed: readonly string[];
}

export function beginEntry({ form, picked, body, typed }: BeginningWith): Entry {
  const sealed = typed.flatMap((name): [string, Entry][] => {
    const reference = parseReference(JSON.stringify(body?.[name] ?? null));
    return reference === undefined ? [] : [[name, { ...noText, as: "file", file: { ...keptOf(reference) } }]];
  });
  return { form, picked, typed: Object.fromEntries(sealed), lower: "" };
}

/** Whether something stands there that can be sealed or is. */
export function isTyped({ as, text, file }: Typed): boolean {
  return as === "file" ? referenceIn(file) !== undefined : text.trim() !== "";
}
