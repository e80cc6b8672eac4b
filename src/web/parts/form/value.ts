// The body that a filled form gives, and what is still wrong in it, each flaw at its path. The node judges again, and
// last: what is checked here only spares a way there and back.

import type { JsonValue } from "../../../seal/index.ts";
import { parseKeptUpload, referenceIn } from "../upload/kept-upload.ts";
import { choiceIn, type Entry, listIn, memberIn, textIn } from "./entry.ts";
import type { ChoiceField, Field, GroupField, ListField, NumberField, RecordField, TextField } from "./field.ts";
import { isTexts } from "./field.ts";
import { instantFrom } from "./instant.ts";

export const problems = [
  "required",
  "short",
  "long",
  "form",
  "number",
  "low",
  "high",
  "few",
  "many",
  "twice",
  "choose",
  "unsealed",
] as const;
export type Problem = (typeof problems)[number];

/** One thing wrong. `path` as a refusal tells it: members and places joined by dots, "" for the whole. */
export interface Flaw {
  readonly path: string;
  readonly problem: Problem;
  /** The limit that is not kept, where there is one. */
  readonly limit?: number | undefined;
}

export interface Read {
  /** Undefined when nothing was said. */
  readonly value: JsonValue | undefined;
  readonly flaws: readonly Flaw[];
}

interface Place {
  readonly path: string;
  readonly required: boolean;
}

const nothing: Read = { value: undefined, flaws: [] };

/** The value of a whole form. It may be sent when there are no flaws. */
export function bodyOf(field: Field, entry: Entry | undefined): Read {
  return read(field, { entry, path: "", required: true });
}

type Given = Place & { readonly entry: Entry | undefined };

function read(field: Field, given: Given): Read {
  switch (field.kind) {
    case "text":
      return textValue(field, given);
    case "number":
      return numberValue(field, given);
    case "option": {
      const text = textIn(given.entry);
      if (text === "") return missing(given, "choose");
      return field.options.includes(text) ? { value: text, flaws: [] } : flawed(given, { problem: "choose" });
    }
    case "flag":
      return { value: given.entry === true, flaws: [] };
    case "mark":
      return given.entry === true ? { value: true, flaws: [] } : missing(given, "required");
    case "answer":
      return answerValue(given);
    case "document":
      return documentValue(given);
    case "constant":
      return { value: field.value, flaws: [] };
    case "group":
      return groupValue(field, given);
    case "list":
      return listValue(field, given);
    case "tuple":
      return tupleValue(field.items, given);
    case "record":
      return recordValue(field, given);
    case "choice":
      return choiceValue(field, given);
  }
}

function textValue(field: TextField, given: Given): Read {
  const typed = textIn(given.entry);
  const text = field.format === "prose" ? typed.trimEnd() : typed.trim();
  if (text === "") return missing(given, "required");
  const value = field.format === "instant" ? instantFrom(text) : text;
  if (value === undefined) return flawed(given, { problem: "form" });
  if (value.length < field.min) return flawed(given, { problem: "short", limit: field.min });
  if (field.max !== undefined && value.length > field.max) return flawed(given, { problem: "long", limit: field.max });
  return field.pattern && !field.pattern.test(value) ? flawed(given, { problem: "form" }) : { value, flaws: [] };
}

function answerValue(given: Given): Read {
  const text = textIn(given.entry);
  if (text === "") return missing(given, "choose");
  return { value: text === "yes", flaws: [] };
}

function documentValue(given: Given): Read {
  const kept = parseKeptUpload(given.entry);
  if (referenceIn(kept) !== undefined) {
    const value: JsonValue = JSON.parse(kept.reference);
    return { value, flaws: [] };
  }
  return kept.upload === "" ? missing(given, "required") : flawed(given, { problem: "unsealed" });
}

function numberValue(field: NumberField, given: Given): Read {
  const text = latinDigits(textIn(given.entry)).trim();
  if (text === "") return missing(given, "required");
  const form = field.integer ? /^-?\d{1,15}$/ : /^-?\d{1,15}(?:[.,]\d{1,9})?$/;
  if (!form.test(text)) return flawed(given, { problem: "number" });
  const value = Number(text.replace(",", "."));
  if (field.min !== undefined && value < field.min) return flawed(given, { problem: "low", limit: field.min });
  if (field.max !== undefined && value > field.max) return flawed(given, { problem: "high", limit: field.max });
  return { value, flaws: [] };
}

/** Arabic keyboards may type other digits; the register has one kind. */
export function latinDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}

function groupValue(field: GroupField, given: Given): Read {
  if (!given.required && isBlank(field, given.entry)) return nothing;
  const members: [string, JsonValue][] = [];
  const flaws: Flaw[] = [];
  for (const { name, required, field: member } of field.members) {
    const entry = memberIn(given.entry, name);
    const one = read(member, { entry, required, path: under(given.path, name) });
    flaws.push(...one.flaws);
    if (one.value !== undefined) members.push([name, one.value]);
  }
  return { value: Object.fromEntries(members), flaws };
}

function listValue(field: ListField, given: Given): Read {
  const entries = listIn(given.entry);
  if (!given.required && entries.every((entry) => isBlank(field.item, entry))) return nothing;
  const reads = entries.map((entry, i) =>
    read(field.item, { entry, path: under(given.path, String(i)), required: true }),
  );
  const values = reads.map((one) => one.value).filter((value) => value !== undefined);
  const flaws = reads.flatMap((one) => one.flaws);
  if (values.length < field.min) flaws.push({ path: given.path, problem: "few", limit: field.min });
  if (field.max !== undefined && values.length > field.max)
    flaws.push({ path: given.path, problem: "many", limit: field.max });
  return { value: values, flaws };
}

function tupleValue(items: readonly Field[], given: Given): Read {
  const entries = listIn(given.entry);
  if (!given.required && items.every((item, i) => isBlank(item, entries[i]))) return nothing;
  const reads = items.map((item, i) =>
    read(item, { entry: entries[i], path: under(given.path, String(i)), required: true }),
  );
  return {
    value: reads.map((one) => one.value).filter((value) => value !== undefined),
    flaws: reads.flatMap((one) => one.flaws),
  };
}

function recordValue(field: RecordField, given: Given): Read {
  const rows = listIn(given.entry)
    .map((row) => ({ key: textIn(memberIn(row, "key")).trim(), entry: memberIn(row, "value") }))
    .filter((row) => row.key !== "" || !isBlank(field.value, row.entry))
    // A language without its text is one that the form offered and nobody used.
    .filter((row) => !isTexts(field) || !isBlank(field.value, row.entry));
  if (rows.length === 0) {
    if (!given.required) return nothing;
    return isTexts(field) ? missing(given, "required") : { value: {}, flaws: [] };
  }
  const members = new Map<string, JsonValue>();
  const seen = new Set<string>();
  const flaws: Flaw[] = [];
  for (const { key, entry } of rows) {
    const path = under(given.path, key);
    flaws.push(...read(field.key, { entry: key, path, required: true }).flaws);
    if (seen.has(key)) flaws.push({ path, problem: "twice" });
    seen.add(key);
    const one = read(field.value, { entry, path, required: true });
    flaws.push(...one.flaws);
    if (one.value !== undefined) members.set(key, one.value);
  }
  return { value: Object.fromEntries(members), flaws };
}

function choiceValue(field: ChoiceField, given: Given): Read {
  const { chosen, form } = choiceIn(field, given.entry);
  if (!chosen) return missing(given, "choose");
  return read(chosen.field, { entry: form, path: given.path, required: true });
}

/** Whether nothing has been said here. What the form writes itself says nothing. */
export function isBlank(field: Field, entry: Entry | undefined): boolean {
  switch (field.kind) {
    case "constant":
      return true;
    case "flag":
    case "mark":
      return entry !== true;
    case "group":
      return field.members.every((member) => isBlank(member.field, memberIn(entry, member.name)));
    case "list":
      return listIn(entry).every((one) => isBlank(field.item, one));
    case "tuple":
      return field.items.every((item, i) => isBlank(item, listIn(entry)[i]));
    case "record":
      return listIn(entry).every((row) => isBlank(field.value, memberIn(row, "value")));
    case "choice":
      return choiceIn(field, entry).chosen === undefined;
    case "document": {
      const kept = parseKeptUpload(entry);
      return kept.upload === "" && kept.reference === "";
    }
    default:
      return textIn(entry).trim() === "";
  }
}

function missing(given: Given, problem: Problem): Read {
  return given.required ? flawed(given, { problem }) : nothing;
}

function flawed(given: Given, flaw: Omit<Flaw, "path">): Read {
  return { value: undefined, flaws: [{ path: given.path, ...flaw }] };
}

export function under(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
