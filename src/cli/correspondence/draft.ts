// What the commands of requests and dispatches share: an act through a channel, with its files sealed, composed as a
// draft for another officer to let out.

import type { AccordDetail } from "../../api/index.ts";
import { isRefusal, type Refusal, z } from "../../base/index.ts";
import { framingOf, framingOptions } from "../act/framing.ts";
import { newActId } from "../act/uuid.ts";
import { accordOf, type Standing, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome } from "../command.ts";
import { type Source, sourceAt } from "../document/source.ts";
import { composed } from "../office/compose.ts";
import { fileOption } from "../side/fields.ts";

/** What every one of them takes. */
export const correspondenceOptions = {
  ...framingOptions,
  attach: z.array(fileOption).default([]),
  older: z.boolean().default(false),
} as const;

export type CorrespondenceOptions = z.infer<z.ZodObject<typeof correspondenceOptions>>;

export interface Seat {
  readonly call: Call;
  readonly standing: Standing;
  readonly accord: AccordDetail;
}

export async function seatOf(call: Call, given: { readonly accord?: string | undefined }): Promise<Seat | Refusal> {
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  return isRefusal(accord) ? accord : { call, standing, accord };
}

export interface Letter {
  readonly given: CorrespondenceOptions;
  readonly procedure: string;
  readonly step: string;
  /** Undefined for a step that opens one. */
  readonly dossier: string | undefined;
  readonly articles: readonly string[];
  /** Without the documents. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The file of the letter itself and its place in the body; attachments follow. */
  readonly file: { readonly path: string; readonly name: string } | undefined;
}

/** Seals the files and composes the draft; tells who goes on, and how. */
export async function composeLetter(seat: Seat, letter: Letter): Promise<Outcome> {
  const { call, standing, accord } = seat;
  const { given, procedure, step } = letter;
  const sources = sourcesOf(call, letter);
  if (isRefusal(sources)) return sources;
  const framing = await framingOf({
    accord,
    officer: standing.officer,
    rests: "intelligence",
    given: { ...given, articles: given.articles ?? [...letter.articles] },
  });
  if (isRefusal(framing)) return framing;
  const id = newActId(call.terminal.now());
  const draft = { id, dossier: letter.dossier ?? id, procedure, step, ...framing, body: letter.body };

  const sealing = { to: undefined, older: given.older };
  const outcome = await composed({ call, standing, accord, given: sealing, sources, draft, idGiven: false });
  if (outcome.kind === "refused") return outcome;
  const next = `Another officer lets it out: entente draft release ${String(outcome.json.id)} --as <officer>`;
  return done([...outcome.lines, next], outcome.json);
}

function sourcesOf(call: Call, { file, given }: Letter): readonly Source[] | Refusal {
  const attached = given.attach.map((name, i) => ({ path: `attachments.${i}`, name }));
  const sources: Source[] = [];
  for (const { path, name } of [...(file ? [file] : []), ...attached]) {
    const source = sourceAt({ path, file: call.terminal.path(name) });
    if (isRefusal(source)) return source;
    sources.push(source);
  }
  return sources;
}
