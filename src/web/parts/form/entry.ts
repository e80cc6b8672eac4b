// What stands in a form before it is a body: every text as it was typed, whatever it is worth, and what was typed under
// an alternative that is no longer chosen. Plain JSON, so that a half-filled form outlives the page.

import type { JsonValue } from "../../../seal/index.ts";
import { keptOf, noUpload, parseReference } from "../upload/kept-upload.ts";
import type { ChoiceField, Field, GroupField } from "./field.ts";

/**
 * text, number, option: the text typed or chosen, "" for nothing. answer: "yes", "no" or "". flag, mark: a boolean.
 * list, tuple: the entries. record: `{ key, value }` each. group: by member. choice: `{ chosen, forms }`, chosen ""
 * for none. document: a `KeptUpload`. constant: "".
 */
export type Entry = string | boolean | readonly Entry[] | { readonly [name: string]: Entry };

export const noEntry: Entry = "";

/** The entry of an empty form. */
export function blankOf(field: Field): Entry {
  switch (field.kind) {
    case "flag":
    case "mark":
      return false;
    case "group":
      return Object.fromEntries(field.members.map((member) => [member.name, blankOf(member.field)]));
    case "list":
      return Array.from({ length: field.min }, () => blankOf(field.item));
    case "record":
      return [];
    case "tuple":
      return field.items.map(blankOf);
    case "choice":
      return { chosen: "", forms: {} };
    case "document":
      return noUpload;
    default:
      return noEntry;
  }
}

/**
 * The entry from which `bodyOf` gives this value: to begin with what is known. What the form cannot hold is left out.
 */
export function entryOf(field: Field, value: JsonValue | undefined): Entry {
  if (value === undefined || value === null) return blankOf(field);
  switch (field.kind) {
    case "flag":
    case "mark":
      return value === true;
    case "group":
      return groupEntry(field, value);
    case "list":
      return isList(value) ? value.map((one) => entryOf(field.item, one)) : blankOf(field);
    case "tuple":
      return field.items.map((item, i) => entryOf(item, isList(value) ? value[i] : undefined));
    case "record":
      return isObject(value)
        ? Object.entries(value).map(([key, one]) => ({ key, value: entryOf(field.value, one) }))
        : [];
    case "choice":
      return choiceEntry(field, value);
    case "document":
      return documentEntry(value);
    case "constant":
      return noEntry;
    case "answer":
      return typeof value === "boolean" ? (value ? "yes" : "no") : noEntry;
    default:
      return typeof value === "string" || typeof value === "number" ? String(value) : noEntry;
  }
}

function groupEntry(field: GroupField, value: JsonValue): Entry {
  const given = isObject(value) ? value : {};
  return Object.fromEntries(
    field.members.map((member) => [member.name, entryOf(member.field, ownValue(given, member.name))]),
  );
}

function documentEntry(value: JsonValue): Entry {
  const reference = parseReference(JSON.stringify(value));
  return reference === undefined ? noUpload : keptOf(reference);
}

function choiceEntry(field: ChoiceField, value: JsonValue): Entry {
  const chosen = field.alternatives.find((alternative) => fits(alternative.field, value));
  if (!chosen) return blankOf(field);
  return { chosen: chosen.name, forms: { [chosen.name]: entryOf(chosen.field, value) } };
}

/** Whether a value has the shape of this alternative: its constants, and every member it must have. */
function fits(field: Field, value: JsonValue): boolean {
  switch (field.kind) {
    case "group":
      return isObject(value) && groupFits(field, value);
    case "constant":
      return field.value === value;
    case "flag":
    case "answer":
    case "mark":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "list":
    case "tuple":
      return isList(value);
    case "record":
    case "document":
      return isObject(value);
    default:
      return typeof value === "string";
  }
}

function groupFits(field: GroupField, value: { readonly [name: string]: JsonValue }): boolean {
  const names = new Set(field.members.map((member) => member.name));
  if (Object.keys(value).some((name) => !names.has(name))) return false;
  return field.members.every((member) => {
    const one = ownValue(value, member.name);
    return one === undefined ? !member.required : member.field.kind !== "constant" || member.field.value === one;
  });
}

function ownValue(value: { readonly [name: string]: JsonValue }, name: string): JsonValue | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isObject(value: JsonValue): value is { readonly [name: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reading an entry that may be of another form than the field's: a draft kept from an earlier version of the page. */
export function textIn(entry: Entry | undefined): string {
  return typeof entry === "string" ? entry : "";
}

export function listIn(entry: Entry | undefined): readonly Entry[] {
  return isEntries(entry) ? entry : [];
}

export function memberIn(entry: Entry | undefined, name: string): Entry | undefined {
  if (typeof entry !== "object" || isEntries(entry)) return undefined;
  return Object.hasOwn(entry, name) ? entry[name] : undefined;
}

function isEntries(entry: Entry | undefined): entry is readonly Entry[] {
  return Array.isArray(entry);
}

/** The entry with one member, or one item, replaced. */
export function withMember(entry: Entry | undefined, change: { readonly name: string; readonly entry: Entry }): Entry {
  const members = typeof entry === "object" && !isEntries(entry) ? entry : {};
  return { ...members, [change.name]: change.entry };
}

export function withItem(entry: Entry | undefined, change: { readonly at: number; readonly entry: Entry }): Entry {
  return listIn(entry).map((one, i) => (i === change.at ? change.entry : one));
}

export function withoutItem(entry: Entry | undefined, at: number): Entry {
  return listIn(entry).filter((_, i) => i !== at);
}

/** What a choice holds: which is chosen, and the form of each alternative ever opened. */
export function choiceIn(
  field: ChoiceField,
  entry: Entry | undefined,
): { readonly chosen: ChoiceField["alternatives"][number] | undefined; readonly form: Entry | undefined } {
  const name = textIn(memberIn(entry, "chosen"));
  const chosen = field.alternatives.find((alternative) => alternative.name === name);
  return { chosen, form: chosen && memberIn(memberIn(entry, "forms"), chosen.name) };
}

/** The choice with another alternative chosen; what was typed under the others stays. */
export function withChosen(entry: Entry | undefined, name: string): Entry {
  return { chosen: name, forms: memberIn(entry, "forms") ?? {} };
}

export function withForm(entry: Entry | undefined, change: { readonly name: string; readonly entry: Entry }): Entry {
  return { chosen: change.name, forms: withMember(memberIn(entry, "forms"), change) };
}

/** An entry read back from where it was kept; undefined when it is no entry. */
export function parseEntry(value: unknown): Entry | undefined {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (Array.isArray(value)) {
    const items = value.map(parseEntry).filter((item) => item !== undefined);
    return items.length === value.length ? items : undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const members: [string, Entry][] = [];
  for (const [name, one] of Object.entries(value)) {
    const entry = parseEntry(one);
    if (entry === undefined) return undefined;
    members.push([name, entry]);
  }
  return Object.fromEntries(members);
}
