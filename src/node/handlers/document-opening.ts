// Opening a sealed document: the policy decides and the access log keeps it, the head is opened and compared with the
// act, and the first opening of the other side's document is registered. Only then is its content given out, a piece
// at a time, and each reading of it is decided and logged anew.

import { type Draft, type FunctionCode, isFunctionCode, isServiceCode, type ServiceCode } from "../../acts/index.ts";
import type { Handlers, RouteInput } from "../../api/index.ts";
import { Fault, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import type { Procedure } from "../../procedures/index.ts";
import type { DocumentRow } from "../../store/index.ts";
import { type OpenedDocument, refOf } from "../documents/opening.ts";
import type { RunningAccord } from "../node.ts";
import { accordOf, type HandlerContext } from "./context.ts";
import { type DocumentPlace, documentLevel, documentPlace } from "./document-place.ts";
import { mayOpen, type Opening } from "./opening.ts";

interface Asked {
  readonly accord: RunningAccord;
  readonly row: DocumentRow;
  readonly place: DocumentPlace;
  readonly officer: Officer;
  readonly function: FunctionCode;
  readonly action: Opening["action"];
}

export function openingHandlers(context: HandlerContext): Pick<Handlers<Officer>, "openDocument" | "documentContent"> {
  return {
    async openDocument({ params, body }, officer) {
      const asked = await askedOf(context, { params, officer, function: body.function, action: "open" });
      if (isRefusal(asked)) return asked;
      const opened = await opening(context, asked);
      if (isRefusal(opened)) return opened;
      const by = await registered(asked, body.id);
      if (isRefusal(by)) return by;
      const { name, mediaType, size } = opened.head;
      const { label, ...ref } = refOf(asked.row);
      const { releasableTo, caveats, ...rest } = label;
      const document = {
        ...ref,
        label: { ...rest, releasableTo: [...releasableTo], ...(caveats ? { caveats: [...caveats] } : {}) },
      };
      return { document, name, mediaType, size, ...(by === undefined ? {} : { openedBy: by }) };
    },
    async documentContent({ params, query }, officer) {
      if (!isFunctionCode(query.function))
        return refuse("api.badInput", { where: "query", path: "function", problem: "a function code" });
      const asked = await askedOf(context, { params, officer, function: query.function, action: "content" });
      if (isRefusal(asked)) return asked;
      const { accord, row } = asked;
      if (row.author !== accord.side.row.own && row.openedBy === undefined)
        return refuse("node.documentNotOpened", { digest: row.digest });
      const opened = await opening(context, asked);
      if (isRefusal(opened)) return opened;
      return { chunks: opened.content(), length: opened.head.size, name: opened.head.name };
    },
  };
}

async function askedOf(
  context: HandlerContext,
  input: Pick<Asked, "officer" | "function" | "action"> & { params: RouteInput<"openDocument">["params"] },
): Promise<Asked | Refusal> {
  const { params, ...by } = input;
  const accord = accordOf(context, params.accord);
  if (isRefusal(accord)) return accord;
  const row = await accord.documents.get(params.digest);
  if (!row) return refuse("api.unknown", { what: "document", got: params.digest });
  return { accord, row, place: await documentPlace(accord, row), ...by };
}

/** Decided, logged, opened. What fails after it was allowed is logged too, with its code. */
async function opening(context: HandlerContext, asked: Asked): Promise<OpenedDocument | Refusal> {
  const { accord, row, place, officer, action } = asked;
  const service = serviceOf(asked);
  const level = await documentLevel(accord, row);
  const { procedure, dossier } = place;
  const of = { function: asked.function, service, action, document: row.digest, act: row.act, dossier, level };
  const refused = await mayOpen(context, { accord, opening: { ...of, officer, procedure } });
  if (refused) return refused;
  const opened = await accord.documents.openAs(service, row);
  if (isRefusal(opened)) {
    const { store, row: side, clock } = accord.side;
    const failed = { ...of, officer: officer.id, at: clock.now(), allowed: true, rules: [], code: opened.code };
    await store.accessLog.record(side.accord, failed);
  }
  return opened;
}

/** Whose keys open it: the officer's own service's, and of an own document those of the service it was sealed from. */
function serviceOf({ row, officer }: Asked): ServiceCode {
  return named(row.sealed?.from ?? officer.service);
}

/** The act that says the document was opened; undefined for an own one. Made once, whoever opens it again. */
async function registered(
  { accord, row, place, officer, ...asked }: Asked,
  id: Draft["id"],
): Promise<Draft["id"] | undefined | Refusal> {
  const { side } = accord;
  if (row.author === side.row.own) return undefined;
  if (row.openedBy !== undefined) return row.openedBy;
  const { act } = place;
  const procedure = act && side.procedureOf(act);
  if (!act || !procedure) return refuse("api.unknown", { what: "document", got: row.digest });
  if (isRefusal(procedure)) return procedure;
  const step = openingStep(procedure);
  if (step === undefined)
    throw new Fault("node.noOpeningStep", `${procedure.name} carries documents that no step opens.`);
  const { labels } = side.founding;
  const draft: Draft = {
    id,
    dossier: act.dossier,
    service: named(officer.service),
    function: asked.function,
    procedure: act.procedure,
    step,
    articles: act.articles,
    label: {
      policy: labels.policy,
      classification: labels.levels[0]?.code ?? side.founding.cap,
      releasableTo: [...side.parties].sort(),
    },
    body: { documents: [row.digest] },
  };
  const [result] = await side.submit([{ kind: "draft", draft, officer: officer.id }]);
  if (result?.status !== "refused") return result?.row.id;
  // Another officer was first.
  const now = await accord.documents.get(row.digest);
  return now?.openedBy ?? result.refusal;
}

function named(service: string): ServiceCode {
  if (isServiceCode(service)) return service;
  throw new Fault("node.badService", `${service} is no service's code.`);
}

function openingStep(procedure: Procedure<unknown>): string | undefined {
  return Object.entries(procedure.steps).find(([, step]) => step.opens)?.[0];
}
