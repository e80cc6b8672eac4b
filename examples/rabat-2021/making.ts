// Makes one step of the story through a side's API: contents sealed for the act, the act itself, composed by one
// officer and released by another where the step says so; and the opening of a document of the other side's. Whatever
// was broken off may be made again: nothing is registered twice.
import type { DocumentReference } from "../../src/api/index.ts";
import { base64, fromUtf8, utf8, z } from "../../src/base/index.ts";
import { Refused } from "./client.ts";
import { parties } from "./data.ts";
import { officerId } from "./posts.ts";
import { actIdOf, type RunFolder } from "./run-folder.ts";
import type { SideClient } from "./side-client.ts";
import type { ActStep, AttemptStep, Content, DeniedOpening, NamedDocument, OpenStep, Post, Reading } from "./step.ts";

export interface Making {
  readonly run: RunFolder;
  readonly side: SideClient;
  readonly reading: Reading;
  /** What was sealed as the document. */
  content(document: NamedDocument): Content;
  readonly alter?: Alter | undefined;
}

/** What a step's act says instead of what the story says. For tests. */
export type Alter = (step: ActStep | AttemptStep, body: unknown) => unknown;

export interface Made {
  readonly id: string;
  /** Digests of the documents that the act sent. */
  readonly documents: readonly string[];
}

type Body = Readonly<Record<string, unknown>>;

const bodySchema = z.record(z.string(), z.unknown());

export async function makeAct(making: Making, step: ActStep): Promise<Made> {
  const { side, run } = making;
  const grave = step.grave === true;
  const id = actIdOf(run.seed, step);
  if (step.releasedBy === undefined) {
    const { draft, documents } = await draftOf(making, step);
    await side.register({ draft, by: step.by, grave });
    return { id, documents };
  }
  // A draft of an earlier telling stands as it was composed: what it names was sealed then.
  const waiting = (await side.draft(id)) ?? (await composed(making, step));
  await side.release({ id, by: step.releasedBy, grave });
  return { id, documents: digestsIn(waiting, step) };
}

export async function attempt({ side, ...making }: Making, step: AttemptStep): Promise<void> {
  const { draft } = await draftOf({ side, ...making }, step);
  await side.register({ draft, by: step.by, grave: step.grave === true });
}

/** Opens the document, and throws when it is not what was sealed. */
export async function openDocument(making: Making, step: OpenStep): Promise<Made> {
  const id = actIdOf(making.run.seed, step);
  const read = await ask(making, { opening: step, id });
  const sealed = making.content(step.document);
  if (read.name !== sealed.name || read.text !== sealed.text)
    throw new Error(`${step.key} opened "${read.name}", which is not what was sealed.`);
  return { id, documents: [] };
}

/** Asks for a document as if it could be had. */
export async function askInVain(making: Making, step: DeniedOpening): Promise<void> {
  await ask(making, { opening: step, id: actIdOf(making.run.seed, { key: step.say, at: step.at }) });
}

async function ask(
  { side, reading }: Making,
  { opening, id }: { readonly opening: OpenStep | DeniedOpening; readonly id: string },
): Promise<{ readonly name: string; readonly text: string | undefined }> {
  const { by } = opening;
  const digest = await reading.document(opening.document);
  const params = { accord: side.accord, digest };
  const { name } = await side.ask("openDocument", { by, params, body: { id, function: by.function } });
  return { name, text: fromUtf8(await side.content(digest, by)) };
}

async function composed(making: Making, step: ActStep): Promise<Body> {
  const { draft } = await draftOf(making, step);
  await making.side.ask("composeDraft", { by: step.by, params: { accord: making.side.accord }, body: draft });
  return draft.body;
}

interface MadeDraft {
  readonly draft: { readonly id: string; readonly body: Body };
  readonly documents: readonly string[];
}

async function draftOf(making: Making, step: ActStep | AttemptStep): Promise<MadeDraft> {
  const { run, reading } = making;
  const id = actIdOf(run.seed, step);
  const { policy, levels } = run.founding.labels;
  const label = {
    policy,
    classification: step.level ?? levels[0]?.code ?? "",
    releasableTo: [...parties].sort(),
  };
  const sealed = await sealAll(making, { id, label, by: step.by, contents: step.documents ?? {} });
  let body: unknown = await step.body(reading);
  if (making.alter) body = making.alter(step, body);
  for (const [path, reference] of sealed) body = withAt(body, { path: path.split("."), in: reference });
  const draft = {
    id,
    dossier: step.dossier === undefined ? id : reading.id(step.dossier),
    service: step.by.service,
    // An act is made in the function of whoever lets it out.
    function: (step.kind === "act" ? step.releasedBy : undefined)?.function ?? step.by.function,
    procedure: step.procedure,
    step: step.step,
    articles: step.articles ?? [],
    label,
    body: bodySchema.parse(body),
  };
  return { draft, documents: sealed.map(([, reference]) => reference.digest) };
}

type Label = DocumentReference["label"];

/** Each content sealed for the act, in one request; what no act comes to name is forgotten by the node. */
async function sealAll(
  { side }: Making,
  asked: { id: string; label: Label; by: Post; contents: Readonly<Record<string, Content>> },
): Promise<readonly (readonly [path: string, reference: DocumentReference])[]> {
  const contents = Object.entries(asked.contents);
  if (contents.length === 0) return [];
  const documents = contents.map(([, { name, mediaType, text, to, label }]) => ({
    act: asked.id,
    label: { ...asked.label, ...label },
    mediaType,
    name,
    from: asked.by.service,
    to,
    content: base64(utf8(text)),
  }));
  const params = { accord: side.accord };
  const { results } = await side.ask("sealBatch", { by: asked.by, params, body: { documents } });
  return contents.map(([path], i) => {
    const result = results[i];
    if (!result) throw new Error(`${officerId(asked.by)} got no answer for ${path}.`);
    if (result.status === "refused") throw new Refused(result.refusal);
    return [path, result.document];
  });
}

/** The value with another put in at the path; a list grows where the path has a number. */
function withAt(value: unknown, put: { readonly path: readonly string[]; readonly in: unknown }): unknown {
  const [name, ...path] = put.path;
  if (name === undefined) return put.in;
  if (/^\d+$/.test(name)) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    return [
      ...list.slice(0, Number(name)),
      withAt(list[Number(name)], { ...put, path }),
      ...list.slice(Number(name) + 1),
    ];
  }
  const within = bodySchema.parse(value ?? {});
  return { ...within, [name]: withAt(within[name], { ...put, path }) };
}

const referenceSchema = z.looseObject({ entente: z.literal("sealed/1"), digest: z.string() });

/** The digest of the document that a body names at a path. */
export function digestAt(body: unknown, path: string): string {
  let value: unknown = body;
  for (const name of path.split("."))
    value = Array.isArray(value) ? value[Number(name)] : bodySchema.safeParse(value).data?.[name];
  return referenceSchema.parse(value).digest;
}

function digestsIn(body: unknown, step: ActStep): readonly string[] {
  return Object.keys(step.documents ?? {}).map((path) => digestAt(body, path));
}
