// What an act's body says in words, apart from the sealed documents that it names.

import type { JsonValue } from "../../seal/index.ts";
import { parseReferenceRead, type ReferenceRead } from "./data.ts";

export interface NamedDocument {
  /** The member of the body in which it stands: `question`, `attachments`. */
  readonly field: string;
  /** From 1, where the member has several. */
  readonly number: number | undefined;
  readonly reference: ReferenceRead;
}

export interface BodyParts {
  /** The text itself first, then what is attached to it. */
  readonly documents: readonly NamedDocument[];
  /** The rest, member by member, in the order of the body. */
  readonly said: Readonly<Record<string, JsonValue>>;
}

/** Members that name another dossier or a digest, which the page shows in its own way. */
const silent: ReadonlySet<string> = new Set(["channel", "proposal", "documents", "replaces", "dossier", "answer"]);

export function partsOfBody(body: JsonValue): BodyParts {
  const documents: NamedDocument[] = [];
  const said: [string, JsonValue][] = [];
  for (const [field, value] of membersOf(body)) {
    const found = documentsIn(field, value);
    documents.push(...found);
    if (found.length === 0 && !isSilent(field, value) && !isEmpty(value)) said.push([field, value]);
  }
  const text = documents.filter((one) => one.number === undefined);
  const attached = documents.filter((one) => one.number !== undefined);
  return { documents: [...text, ...attached], said: Object.fromEntries(said) };
}

/** An `answer` may also be a sentence, which is said. */
function isSilent(field: string, value: JsonValue): boolean {
  if (!silent.has(field)) return false;
  return field !== "answer" || (typeof value === "string" && value.startsWith("sha256:"));
}

function isEmpty(value: JsonValue): boolean {
  return isList(value) && value.length === 0;
}

function documentsIn(field: string, value: JsonValue): NamedDocument[] {
  if (!isList(value)) {
    const reference = parseReferenceRead(value);
    return reference === undefined ? [] : [{ field, number: undefined, reference }];
  }
  return value.flatMap((one, at) => {
    const reference = parseReferenceRead(one);
    return reference === undefined ? [] : [{ field, number: at + 1, reference }];
  });
}

/** The digests that the body names beside sealed references: what is lowered, recalled, opened. */
export function digestsNamed(body: JsonValue): readonly string[] {
  const named = new Map(membersOf(body));
  return ["documents", "replaces"].flatMap((field) => {
    const value = named.get(field);
    return value !== undefined && isList(value) ? value.filter((one) => typeof one === "string") : [];
  });
}

function membersOf(body: JsonValue): [string, JsonValue][] {
  return typeof body === "object" && body !== null && !isList(body) ? Object.entries(body) : [];
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
