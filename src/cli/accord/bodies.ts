// The bodies of the acts that put a text on the table: the proposal, and the version in each language, in parts where
// one act cannot carry it. The annex comes from the file's data; the articles' titles come from the text, written once.

import { parse, YAMLError } from "yaml";
import { isArticleNumber, type JsonObject, payloadBytesMax } from "../../acts/index.ts";
import { isRefusal, type Refusal, refuse, utf8, z } from "../../base/index.ts";
import { type Annex, accordProcedure, annexSchema, formSchema } from "../../procedures/index.ts";
import { fitted } from "../act/schema.ts";
import { type AccordText, readAccordText } from "./text.ts";

export interface AccordBodies {
  /** The body of `propose`; undefined when the data has no proposal. */
  readonly propose: JsonObject | undefined;
  /** The bodies of `tableVersion` for a version, in their order. */
  tableVersion(version: number): readonly JsonObject[] | Refusal;
}

/** Bytes of one body: what a payload holds, less room for the act's other fields. */
const bodyBytesMax = payloadBytesMax - 3_000;
const partsMax = 20;

const dataSchema = z.looseObject({
  entente: z.literal("accord-text/1"),
  proposal: z.record(z.string(), z.unknown()).optional(),
  articles: z
    .record(
      z.string().refine(isArticleNumber, "an article's number"),
      z.strictObject({ domains: z.array(z.string()).optional(), cap: z.string().optional() }),
    )
    .default({}),
});

type Data = z.infer<typeof dataSchema>;

/** Refused as `cli.accordText`, `cli.accordHeader`, `cli.textTooLong`. */
export function accordBodies(input: { readonly text: string; readonly file: string }): AccordBodies | Refusal {
  const { file } = input;
  const text = readAccordText(input);
  if (isRefusal(text)) return text;
  const data = readData(text.data, file);
  if (isRefusal(data)) return data;
  const annex = annexOf({ text, data, file });
  if (isRefusal(annex)) return annex;
  const propose = proposalOf({ text, data, file });
  if (isRefusal(propose)) return propose;
  return { propose: propose.body, tableVersion: (version) => versionOf({ text, annex, version }) };
}

function readData(yaml: string, file: string): Data | Refusal {
  let value: unknown;
  try {
    // Failsafe: every scalar is text, so that article 6.10 is not the number 6.1. The forms say which are numbers.
    value = parse(yaml, { schema: "failsafe", stringKeys: true });
  } catch (cause) {
    if (!(cause instanceof YAMLError)) throw cause;
    return refuse("cli.accordHeader", { file, path: "(whole)", problem: cause.message.split("\n")[0] ?? cause.code });
  }
  return checked(dataSchema, { value, file, path: [] });
}

function annexOf(input: { text: AccordText; data: Data; file: string }): Annex | Refusal {
  const { text, data, file } = input;
  const { entente: _, proposal: __, articles: granted, ...rest } = data;
  const numbers = articlesOf(text).map((part) => part.key);
  const grantOf = new Map(Object.entries(granted));
  const foreign = Object.keys(granted).find((number) => !numbers.includes(number));
  if (foreign !== undefined)
    return refuse("cli.accordHeader", { file, path: `articles.${foreign}`, problem: "the text has no such article" });
  const value = {
    languages: [...text.titles.keys()],
    ...rest,
    entente: "annex/1",
    articles: articlesOf(text).map((part) => ({
      number: part.key,
      titles: Object.fromEntries([...part.wordings].map(([language, { title }]) => [language, title])),
      domains: [],
      ...grantOf.get(part.key),
    })),
  };
  const annex = checked(annexSchema, { value: fitted(value, z.toJSONSchema(annexSchema, form)), file, path: [] });
  if (isRefusal(annex)) return annex;
  const missing = annex.languages.filter((language) => !text.titles.has(language));
  if (missing.length === 0 && annex.languages.length === text.titles.size) return annex;
  const problem = `the text is in ${[...text.titles.keys()].join(", ")}`;
  return refuse("cli.accordHeader", { file, path: "languages", problem });
}

const form = { target: "draft-2020-12", unrepresentable: "any", io: "input" } as const;

function proposalOf(input: {
  text: AccordText;
  data: Data;
  file: string;
}): { readonly body: JsonObject | undefined } | Refusal {
  const { text, data, file } = input;
  const step = accordProcedure.steps.propose;
  if (data.proposal === undefined || step === undefined) return { body: undefined };
  const value = fitted(
    { kind: "framework", titles: Object.fromEntries(text.titles), ...data.proposal },
    formSchema(step),
  );
  const given = checked(step.body, { value, file, path: ["proposal"] });
  if (isRefusal(given)) return given;
  return { body: jsonObject(value) };
}

function versionOf(input: { text: AccordText; annex: Annex; version: number }): readonly JsonObject[] | Refusal {
  const { text, annex, version } = input;
  const bodies: JsonObject[] = [];
  for (const [i, language] of annex.languages.entries()) {
    const parts = partsOf({ text, language, annex: i === 0 ? annex : undefined });
    if (isRefusal(parts)) return parts;
    for (const [number, part] of parts.entries()) {
      const place = { number: number + 1, of: parts.length };
      bodies.push(jsonObject({ basis: "whole", version, language, part: place, ...part }));
    }
  }
  return bodies;
}

interface Part {
  readonly title?: string | undefined;
  readonly annex?: Annex | undefined;
  readonly preamble?: readonly string[] | undefined;
  readonly articles: readonly { number: string; title: string; paragraphs: readonly string[] }[];
  readonly closing?: readonly string[] | undefined;
}

/** As few parts as hold the text in one language: the preamble in the first, the closing in the last. */
function partsOf(input: { text: AccordText; language: string; annex: Annex | undefined }): readonly Part[] | Refusal {
  const { text, language, annex } = input;
  const wordingOf = (key: string) => text.parts.find((part) => part.key === key)?.wordings.get(language);
  const parts: Part[] = [];
  let open: Part = {
    title: text.titles.get(language),
    annex,
    preamble: wordingOf("preamble")?.paragraphs,
    articles: [],
  };
  const put = (fuller: Part, alone: Part): void => {
    if (bytesOf(fuller) > bodyBytesMax) {
      parts.push(open);
      open = alone;
    } else open = fuller;
  };
  for (const { key, wordings } of articlesOf(text)) {
    const article = { number: key, title: "", paragraphs: [], ...wordings.get(language) };
    put({ ...open, articles: [...open.articles, article] }, { articles: [article] });
  }
  const closing = wordingOf("closing")?.paragraphs;
  if (closing) put({ ...open, closing }, { articles: [], closing });
  parts.push(open);
  const large = parts.find((part) => bytesOf(part) > bodyBytesMax);
  if (!large && parts.length <= partsMax) return parts;
  const problem = large
    ? `${large.articles[0] ? `article ${large.articles[0].number}` : "its preamble or closing"} is too long for one`
    : `it needs ${parts.length}`;
  return refuse("cli.textTooLong", { language, limit: partsMax, problem });
}

function articlesOf(text: AccordText): AccordText["parts"] {
  return text.parts.filter((part) => isArticleNumber(part.key));
}

function bytesOf(part: Part): number {
  return utf8(JSON.stringify(part)).length;
}

/** The value as the wire has it: without members that are undefined. */
function jsonObject(value: unknown): JsonObject {
  return z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(value)));
}

function checked<Schema extends z.ZodType>(
  schema: Schema,
  input: { readonly value: unknown; readonly file: string; readonly path: readonly string[] },
): z.output<Schema> | Refusal {
  const parsed = schema.safeParse(input.value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = [...input.path, ...(issue?.path ?? [])].join(".") || "(whole)";
  return refuse("cli.accordHeader", { file: input.file, path, problem: issue?.message ?? "not of the form" });
}
