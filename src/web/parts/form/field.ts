// What a form is made of: the tree that a step's JSON Schema is read into (schema.ts), that a half-filled form is kept
// for (entry.ts), and that gives the act's body (value.ts). Knows nothing of a page: controls are chosen by `kind` and
// `format`.

import type { JsonValue } from "../../../seal/index.ts";

/** What a text names, so that a control can offer what there is to name. `line` and `prose` name nothing. */
export const textFormats = [
  "line",
  "prose",
  "date",
  "time",
  "instant",
  "zone",
  "dossier",
  "party",
  "language",
  "article",
  "function",
  "service",
  "level",
  "digest",
  "key",
  "country",
  "code",
  "email",
  "phone",
] as const;
export type TextFormat = (typeof textFormats)[number];

export interface TextField {
  readonly kind: "text";
  readonly format: TextFormat;
  /** Least and most characters, as the schema counts them. */
  readonly min: number;
  readonly max: number | undefined;
  readonly pattern: RegExp | undefined;
}

export interface NumberField {
  readonly kind: "number";
  readonly integer: boolean;
  readonly min: number | undefined;
  readonly max: number | undefined;
}

export interface Member {
  readonly name: string;
  readonly required: boolean;
  readonly field: Field;
}

export interface GroupField {
  readonly kind: "group";
  readonly members: readonly Member[];
}

export interface ListField {
  readonly kind: "list";
  readonly item: Field;
  readonly min: number;
  readonly max: number | undefined;
}

/** So many, each in its own place. */
export interface TupleField {
  readonly kind: "tuple";
  readonly items: readonly Field[];
}

/** Values by a key that is itself typed or chosen. Texts by language are one. */
export interface RecordField {
  readonly kind: "record";
  readonly key: TextField | OptionField;
  readonly value: Field;
}

export interface OptionField {
  readonly kind: "option";
  readonly options: readonly string[];
}

export interface Alternative {
  /** What is chosen: the value that tells the alternatives apart, or the names that only this one has. */
  readonly name: string;
  readonly field: Field;
}

/** One of several forms. `by` is the member whose constant tells them apart, where there is one. */
export interface ChoiceField {
  readonly kind: "choice";
  readonly by: string | undefined;
  readonly alternatives: readonly Alternative[];
}

export type Field =
  | TextField
  | NumberField
  | GroupField
  | ListField
  | TupleField
  | RecordField
  | OptionField
  | ChoiceField
  /** Yes or no, always said. */
  | { readonly kind: "flag" }
  /** Yes, no, or nothing said: an untouched box could not be told from a no. */
  | { readonly kind: "answer" }
  /** Said when it is so, absent when it is not. */
  | { readonly kind: "mark" }
  /** A sealed document, by the reference that comes of its upload. */
  | { readonly kind: "document" }
  /** Written by the form itself. */
  | { readonly kind: "constant"; readonly value: JsonValue };

/** A record of texts by language, which is shown as one text with a tab for each language. */
export function isTexts(field: Field): field is RecordField & { readonly value: TextField } {
  return (
    field.kind === "record" &&
    field.key.kind === "text" &&
    field.key.format === "language" &&
    field.value.kind === "text" &&
    (field.value.format === "line" || field.value.format === "prose")
  );
}
