// What was composed, as the body of its act, and what is still missing in it beside the generic form's own flaws.

import type { JsonValue } from "../../seal/index.ts";
import type { Entry } from "../parts/form/index.ts";
import { parseKeptUpload, referenceIn } from "../parts/upload/index.ts";
import { isTyped, lowerIn, pickedIn, typedIn } from "./compose.ts";
import type { DocumentRead } from "./data.ts";
import type { FormParts } from "./form-parts.ts";
import type { Said } from "./known.ts";
import type { TextToSeal } from "./sealing.ts";

/** The members that are needed and that nobody has filled. `picks`: documents must be named at all. */
export function missingIn(
  entry: Entry,
  { parts, picks }: { readonly parts: FormParts; readonly picks: boolean },
): readonly string[] {
  const texts = parts.typed.filter(({ name, required }) => {
    const typed = typedIn(entry, name);
    const begun = typed.as === "file" && typed.file.upload !== "";
    return (required || begun) && !isTyped(typed);
  });
  const picked = picks && parts.picked !== undefined && pickedIn(entry).length === 0 ? [parts.picked] : [];
  const label = parts.label !== undefined && lowerIn(entry) === "" ? [parts.label] : [];
  return [...texts, ...picked, ...label].map(({ name }) => name);
}

interface ComposedOf {
  readonly entry: Entry;
  readonly parts: FormParts;
  /** What the generic form gave. */
  readonly body: JsonValue;
  readonly fixed: Said;
  /** The documents that can be named. */
  readonly documents: readonly DocumentRead[];
}

interface Composed {
  readonly body: Said;
  readonly texts: readonly TextToSeal[];
}

export function composedOf({ entry, parts, body, fixed, documents }: ComposedOf): Composed {
  const texts: TextToSeal[] = [];
  const members: [string, JsonValue][] = [];
  for (const { name } of parts.typed) {
    const typed = typedIn(entry, name);
    if (!isTyped(typed)) continue;
    if (typed.as === "text") texts.push({ field: name, text: typed.text });
    else members.push([name, asJson(referenceIn(typed.file))]);
  }
  const picked = pickedIn(entry);
  if (parts.picked !== undefined && picked.length > 0) members.push([parts.picked.name, [...picked]]);
  const [first] = documents.filter(({ digest }) => picked.includes(digest));
  if (parts.label !== undefined && first !== undefined)
    members.push([parts.label.name, asJson({ ...labelOf(first), classification: lowerIn(entry) })]);
  return { body: { ...(isObject(body) ? body : {}), ...Object.fromEntries(members), ...fixed }, texts };
}

/** The policy, releasability and caveats that the document has now. */
function labelOf({ label }: DocumentRead): Readonly<Record<string, unknown>> {
  const { policy, releasableTo, caveats } = label;
  return { policy, releasableTo, ...(caveats === undefined ? {} : { caveats }) };
}

/** What is JSON already. */
function asJson(value: unknown): JsonValue {
  return parseJson(JSON.stringify(value ?? null));
}

function parseJson(text: string): JsonValue {
  return JSON.parse(text) as JsonValue;
}

function isObject(value: JsonValue): value is Said {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The levels of the finished documents anywhere in what is composed. */
export function levelsNamed(entry: Entry): readonly string[] {
  if (typeof entry !== "object") return [];
  const document = referenceIn(parseKeptUpload(entry));
  if (document !== undefined) return [document.label.classification];
  return Object.values(entry).flatMap(levelsNamed);
}

/** The body of a draft as it was laid; empty for one of another form. */
export function bodyOfDraft(draft: Readonly<Record<string, unknown>>): Said {
  const body = asJson(draft.body);
  return isObject(body) ? body : {};
}

/** The digests in a member of a body. */
export function digestsIn(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
