// Seals the files that an act names before the act is handed in, and puts their references into its body. All are
// sealed for the act's id, so a command that was killed goes on under the id it had chosen.

import type { AccordDetail } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import { withValue } from "../act/body.ts";
import type { DraftJson } from "../act/submit.ts";
import type { NodeClient } from "../client/client.ts";
import type { Standing } from "../client/standing.ts";
import type { Call } from "../command.ts";
import { type Journal, openJournal } from "./journal.ts";
import { progressTo } from "./progress.ts";
import type { DocumentOptions, Source } from "./source.ts";
import { sealFile } from "./upload.ts";

export interface Attaching {
  readonly call: Call;
  readonly standing: Standing;
  readonly accord: AccordDetail;
  readonly given: Pick<DocumentOptions, "to" | "older">;
  readonly sources: readonly Source[];
  readonly draft: DraftJson;
  /** The act's id was given by the person: an earlier attempt's does not take its place. */
  readonly idGiven: boolean;
}

export interface Attached {
  readonly draft: DraftJson;
  /** To be called when the act was handed in: what was kept for another attempt goes. */
  done(): void;
}

/** The draft with its documents sealed and named. */
export async function withDocuments(attaching: Attaching): Promise<Attached | Refusal> {
  const { call, standing, accord, sources, given } = attaching;
  if (sources.length === 0) return { draft: attaching.draft, done: () => undefined };
  const to = given.to ?? (await otherEnd(standing.client, { accord, draft: attaching.draft }));
  if (isRefusal(to)) return to;
  const { procedure, step, dossier, id, label, service } = attaching.draft;
  const journal = openJournal(standing.home?.folder, {
    accord: accord.accord,
    officer: call.globals.as,
    act: { procedure, step, label, service, to, older: given.older },
    id: attaching.idGiven ? id : undefined,
    dossier: dossier === id ? undefined : dossier,
    sources,
  });
  let draft = attaching.idGiven || journal.act === undefined ? attaching.draft : renamed(attaching.draft, journal.act);
  for (const source of sources) {
    const document = await sealFile({
      client: standing.client,
      accord: accord.accord,
      source,
      asked: asked({ source, draft, to, older: given.older }),
      known: known(journal, { draft, source }),
      begun: (upload) => journal.begun(draft.id, { path: source.path, id: upload }),
      told: progressTo(call.terminal, source),
    });
    if (isRefusal(document)) return document;
    const body = withValue(draft.body, { path: source.path, value: document });
    if (isRefusal(body)) return body;
    draft = { ...draft, body: bodySchema.parse(body) };
  }
  return { draft, done: journal.done };
}

const bodySchema = z.record(z.string(), z.unknown());

/** What an earlier attempt uploaded was sealed for its act's id, and serves no other. */
function known(journal: Journal, { draft, source }: { draft: DraftJson; source: Source }): string | undefined {
  return journal.act === draft.id ? journal.upload(source.path) : undefined;
}

function renamed(draft: DraftJson, id: string): DraftJson {
  return { ...draft, id, dossier: draft.dossier === draft.id ? id : draft.dossier };
}

/** What the node is asked to seal. */
export function asked(input: {
  readonly source: Source;
  readonly draft: Pick<DraftJson, "id" | "label" | "service">;
  readonly to: string;
  readonly older: boolean;
}): Readonly<Record<string, unknown>> {
  const { source, draft, to, older } = input;
  const { name, mediaType, size, label } = source;
  const own = label && { policy: label.policy ?? draft.label.policy, classification: label.classification };
  return { act: draft.id, label: { ...draft.label, ...own }, mediaType, name, size, from: draft.service, to, older };
}

const channelData = z.looseObject({ terms: z.looseObject({ services: z.record(z.string(), z.string()) }) });
const onChannel = z.looseObject({ channel: z.string() });

/** The service at the other end of the channel that the act goes by; refused as `cli.choose` where it goes by none. */
async function otherEnd(
  client: NodeClient,
  { accord, draft }: { readonly accord: AccordDetail; readonly draft: DraftJson },
): Promise<string | Refusal> {
  const dataOf = async (dossier: string): Promise<unknown> => {
    const detail = await client.call("dossier", { params: { accord: accord.accord, dossier } });
    return isRefusal(detail) ? undefined : detail.data;
  };
  const named = draft.dossier === draft.id ? draft.body : await dataOf(draft.dossier);
  const channel = onChannel.safeParse(named).data?.channel;
  const data = channel === undefined ? undefined : channelData.safeParse(await dataOf(channel)).data;
  const service = data?.terms.services[accord.other];
  return service ?? refuse("cli.choose", { option: "--to", choices: [`(a service of ${accord.other})`] });
}
