// What a step's form begins with: what the dossier itself says, such as the digest of the version that is certified. It
// is only a beginning; the officer sees it and may change it, and the node judges what is sent.

import type { JsonValue } from "../../seal/index.ts";

/** A value in the dossier's data by its path, `current.digest`. */
type PathInData = string;

/** By step, the field and where in the dossier its beginning stands; "" for the whole data. */
const paths: Readonly<Record<string, Readonly<Record<string, PathInData>>>> = {
  "visit.certify": { request: "current.digest" },
  "visit.endorse": { request: "current.digest" },
  "visit.transmit": { request: "current.digest" },
  "accord.freezeText": { version: "draft.version", annex: "draft.annex.digest" },
  "accord.initial": { text: "agreed.digest" },
  "accord.confirmOriginal": { text: "agreed.digest", languages: "agreed.annex.languages" },
  "accord.sign": { text: "agreed.digest", place: "ceremony.place", zone: "ceremony.zone", at: "ceremony.at" },
  "plan.agreeDraft": { version: "version" },
  "plan.sign": { version: "version" },
  "committee.acceptDates": { from: "proposal.from", until: "proposal.until", zone: "proposal.zone" },
  "committee.confirmDates": { from: "proposal.from", until: "proposal.until", zone: "proposal.zone" },
  "committee.freezeAgenda": { agenda: "agendaVersion" },
  "committee.adoptMinutes": { versions: "versions" },
  "accord.exchangeFolders": { place: "ceremony.place", zone: "ceremony.zone" },
};

/** Steps that say a whole form again: it begins with what was said last. */
const again: Readonly<Record<string, PathInData>> = {
  "visit.redraft": "request",
  "visit.correct": "request",
  "visit.writeUp": "request",
};

/** Of the programme, the digest of the latest version is what every step that names one is about. */
const latestVersion: Readonly<Record<string, string>> = {
  "programme.changeEngagement": "base",
  "programme.requestChange": "base",
  "programme.changeFrozen": "base",
  "programme.agreeProgramme": "version",
  "programme.freeze": "version",
};

/** Every step and field named above, for the test that they are there; "" for a step whose whole form is known. */
export const begun: readonly (readonly [step: string, field: string])[] = [
  ...Object.entries(paths).flatMap(([step, fields]) => Object.keys(fields).map((field) => [step, field] as const)),
  ...Object.keys(again).map((step) => [step, ""] as const),
  ...Object.entries(latestVersion),
];

export interface BeginningOf {
  /** Without its version. */
  readonly procedure: string;
  readonly step: string;
  readonly data: JsonValue | undefined;
}

/** Undefined where nothing is known. Members that are not known are left out. */
export function beginningOf({ procedure, step, data }: BeginningOf): JsonValue | undefined {
  const key = `${procedure}.${step}`;
  const whole = again[key];
  if (whole !== undefined) return valueAt(data, whole);
  const members = Object.entries(paths[key] ?? {}).map(([name, path]) => [name, valueAt(data, path)] as const);
  const version = latestVersion[key];
  if (version !== undefined) members.push([version, latestDigest(data)]);
  if (key === "accord.freezeText") members.push(["digests", tabledDigests(data)]);
  if (key === "accord.initial") members.push(["articles", articleNumbers(data)]);
  if (key === "committee.freezeAgenda") members.push(["items", agendaItems(data)]);
  if (key === "plan.adoptReport") members.push(["lines", reportedLines(data)]);
  const known = members.flatMap(([name, value]): [string, JsonValue][] => (value === undefined ? [] : [[name, value]]));
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

export function valueAt(value: JsonValue | undefined, path: string): JsonValue | undefined {
  return path.split(".").reduce<JsonValue | undefined>((inner, name) => memberOf(inner, name), value);
}

function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  if (typeof value !== "object" || value === null || isList(value)) return undefined;
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function latestDigest(data: JsonValue | undefined): JsonValue | undefined {
  const versions = valueAt(data, "versions");
  return isList(versions) ? memberOf(versions.at(-1), "digest") : undefined;
}

/** By language, the digest of the text on the table. */
function tabledDigests(data: JsonValue | undefined): JsonValue | undefined {
  const texts = valueAt(data, "draft.texts");
  if (typeof texts !== "object" || texts === null || isList(texts)) return undefined;
  const digests = Object.entries(texts).flatMap(([language, text]): [string, JsonValue][] => {
    const digest = memberOf(text, "digest");
    return digest === undefined ? [] : [[language, digest]];
  });
  return Object.fromEntries(digests);
}

function articleNumbers(data: JsonValue | undefined): JsonValue | undefined {
  const texts = valueAt(data, "agreed.texts");
  if (typeof texts !== "object" || texts === null || isList(texts)) return undefined;
  const articles = valueAt(Object.values(texts)[0], "articles");
  if (!isList(articles)) return undefined;
  return articles.flatMap((article) => memberOf(article, "number") ?? []);
}

/** The items of a session's agenda in their order. */
function agendaItems(data: JsonValue | undefined): JsonValue | undefined {
  const agenda = valueAt(data, "agenda");
  return isList(agenda) ? agenda.flatMap((one) => valueAt(one, "item.id") ?? []) : undefined;
}

/** What the plan tells of its year, line by line. */
function reportedLines(data: JsonValue | undefined): JsonValue | undefined {
  const lines = valueAt(data, "lines");
  if (!isList(lines)) return undefined;
  return lines.flatMap((one) => {
    const [id, status] = [valueAt(one, "line.id"), valueAt(one, "status")];
    if (typeof id !== "string" || status === undefined) return [];
    const dossiers = memberOf(valueAt(data, "links"), id);
    return [{ line: id, status, dossiers: isList(dossiers) ? dossiers.length : 0 }];
  });
}
