// The handlers of sealed documents: contents on their way to be sealed, what became of each document, and what the
// other side's node brings and asks for. Opening them is in document-opening.ts.

import type { DocumentRef } from "../../acts/index.ts";
import {
  type DocumentDetail,
  type DocumentReference,
  type Handlers,
  isoInstant,
  type RouteInput,
  refusalTextOf,
} from "../../api/index.ts";
import { Fault, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import type { DocumentRow } from "../../store/index.ts";
import { refOf } from "../documents/opening.ts";
import type { RunningAccord } from "../node.ts";
import { accordOf, type HandlerContext, mayRead } from "./context.ts";
import { documentLevel, documentPlace } from "./document-place.ts";

type DocumentRoutes =
  | "beginUpload"
  | "sealBatch"
  | "appendUpload"
  | "upload"
  | "endUpload"
  | "dropUpload"
  | "documentsOfDossier"
  | "document"
  | "forgetDocument"
  | "putDocument"
  | "sealedDocument"
  | "peerDocuments"
  | "peerDocument";

export function documentHandlers(context: HandlerContext): Pick<Handlers<Officer>, DocumentRoutes> {
  return { ...uploadHandlers(context), ...stateHandlers(context), ...peerHandlers(context) };
}

type UploadRoutes = "beginUpload" | "sealBatch" | "appendUpload" | "upload" | "endUpload" | "dropUpload";

function uploadHandlers(context: HandlerContext): Pick<Handlers<Officer>, UploadRoutes> {
  return {
    async beginUpload({ params, body }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = await maySeal(context, { accord, officer, asked: body });
      if (refused) return refused;
      const begun = await accord.documents.uploads.begin(labelled(body), officer.id);
      return isRefusal(begun) ? begun : { upload: begun.upload, offset: begun.offset, size: begun.size };
    },
    async sealBatch({ params, body }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const barred = await Promise.all(body.map((asked) => maySeal(context, { accord, officer, asked })));
      const admitted = body.filter((_, i) => barred[i] === undefined);
      const sealed = (
        await accord.documents.seal(
          admitted.map(({ content, ...asked }) => ({ request: { ...labelled(asked), size: content.length }, content })),
        )
      ).values();
      return {
        results: barred.map((refused) => {
          const result = refused ?? sealed.next().value;
          if (result === undefined)
            throw new Fault("node.lostResult", "A content was sealed and nothing was said of it.");
          if (isRefusal(result)) return { status: "refused", refusal: refusalTextOf(result) };
          return { status: "sealed", document: referenceOf(result) };
        }),
      };
    },
    async appendUpload({ params, query, body }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const input = { offset: query.offset, content: body, officer: officer.id };
      return stateOf(await accord.documents.uploads.append(params.upload, input));
    },
    async upload({ params }, officer) {
      const accord = accordOf(context, params.accord);
      return isRefusal(accord) ? accord : stateOf(await accord.documents.uploads.state(params.upload, officer.id));
    },
    async endUpload({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const ref = await accord.documents.uploads.end(params.upload, officer.id);
      return isRefusal(ref) ? ref : referenceOf(ref);
    },
    async dropUpload({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      return (await accord.documents.uploads.drop(params.upload, officer.id)) ?? { dropped: params.upload };
    },
  };
}

type StateRoutes = "documentsOfDossier" | "document" | "forgetDocument" | "putDocument" | "sealedDocument";

function stateHandlers(context: HandlerContext): Pick<Handlers<Officer>, StateRoutes> {
  return {
    async documentsOfDossier({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const dossier = await accord.side.store.dossier(params.accord, params.dossier);
      if (!dossier) return refuse("api.unknown", { what: "dossier", got: params.dossier });
      const items: DocumentDetail[] = [];
      for (const row of await accord.side.store.documents.ofDossier(params.accord, params.dossier)) {
        const { procedure } = dossier;
        const level = await documentLevel(accord, row);
        // What one may not read is not told of; that the dossier has it stands in its acts.
        if (mayRead(context, { officer, accord, procedure, dossier: dossier.id, level })) continue;
        items.push(detailOf(accord, row));
      }
      return mayRead(context, { officer, accord, procedure: dossier.procedure, dossier: dossier.id }) ?? { items };
    },
    async document({ params }, officer) {
      const found = await readableDocument(context, { params, officer });
      return isRefusal(found) ? found : detailOf(found.accord, found.row);
    },
    async forgetDocument({ params }, officer) {
      const found = await readableDocument(context, { params, officer });
      if (isRefusal(found)) return found;
      const { accord, row } = found;
      const asked = { label: refOf(row).label, from: row.sealed?.from ?? officer.service };
      const refused = await maySeal(context, { accord, officer, asked });
      if (refused) return refused;
      if (await accord.documents.forget(params.digest)) return { forgotten: params.digest };
      return refuse("node.documentNamed", { digest: params.digest, act: row.act });
    },
    async putDocument({ params, body }, officer) {
      const found = await readableDocument(context, { params, officer });
      if (isRefusal(found)) return found;
      const far = await found.accord.documents.put(found.row, body);
      if (isRefusal(far)) return far;
      return far.kind === "partial" ? { state: "partial", offset: far.offset } : { state: far.kind };
    },
    async sealedDocument({ params }, officer) {
      const found = await readableDocument(context, { params, officer });
      if (isRefusal(found)) return found;
      const { accord, row } = found;
      const chunks = accord.documents.sealed(row);
      return isRefusal(chunks)
        ? chunks
        : { chunks, length: row.size, name: `${row.digest.slice("sha256:".length)}.age` };
    },
  };
}

function peerHandlers(context: HandlerContext): Pick<Handlers<Officer>, "peerDocuments" | "peerDocument"> {
  return {
    async peerDocuments({ params, body }) {
      const accord = accordOf(context, params.accord);
      return isRefusal(accord) ? accord : accord.documents.link.receive(body);
    },
    async peerDocument({ params, query }) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      return accord.documents.link.serve({ digest: params.digest, offset: query.offset });
    },
  };
}

type Asked = Pick<RouteInput<"beginUpload">["body"], "label" | "from">;
type GivenLabel = Omit<DocumentRef["label"], "caveats"> & { readonly caveats?: readonly string[] | undefined };

/** Undefined when the officer may write for others to release what bears this label, in this service's name. */
async function maySeal(
  context: HandlerContext,
  input: { accord: RunningAccord; officer: Officer; asked: { readonly label: GivenLabel; readonly from: string } },
): Promise<Refusal | undefined> {
  const { accord, officer, asked } = input;
  const level = await documentLevel(accord, { label: labelOf(asked.label) });
  const decided = context.policy.decide({
    officer,
    action: "compose",
    procedure: "document",
    level,
    service: asked.from,
    at: new Date(context.node.clock.now()).toISOString(),
  });
  return isRefusal(decided) ? decided : undefined;
}

/** Without caveats where there are none: the label is compared byte for byte with the act's. */
function labelOf({ caveats, ...label }: GivenLabel): DocumentRef["label"] {
  return caveats === undefined ? label : { ...label, caveats };
}

function labelled<Body extends Asked>(body: Body): Omit<Body, "label"> & { readonly label: DocumentRef["label"] } {
  return { ...body, label: labelOf(body.label) };
}

async function readableDocument(
  context: HandlerContext,
  input: { params: RouteInput<"document">["params"]; officer: Officer },
): Promise<{ readonly accord: RunningAccord; readonly row: DocumentRow } | Refusal> {
  const { params, officer } = input;
  const accord = accordOf(context, params.accord);
  if (isRefusal(accord)) return accord;
  const row = await accord.documents.get(params.digest);
  if (!row) return refuse("api.unknown", { what: "document", got: params.digest });
  const { procedure, dossier } = await documentPlace(accord, row);
  const level = await documentLevel(accord, row);
  return mayRead(context, { officer, accord, procedure, dossier, level }) ?? { accord, row };
}

function detailOf(accord: RunningAccord, row: DocumentRow): DocumentDetail {
  const { deliveredAt, openedBy, erasedBy } = row;
  const refusedThere = accord.documents.link.state().refused.get(row.digest);
  return {
    document: referenceOf(refOf(row)),
    author: row.author,
    act: row.act,
    ...(row.named === undefined ? {} : { dossier: row.named.dossier }),
    state: row.state,
    rung: rungOf(accord, row),
    ...(deliveredAt === undefined ? {} : { deliveredAt: isoInstant(deliveredAt) }),
    ...(openedBy === undefined ? {} : { openedBy }),
    ...(erasedBy === undefined ? {} : { erasedBy }),
    ...(refusedThere === undefined ? {} : { refusedThere }),
  };
}

function rungOf(accord: RunningAccord, row: DocumentRow): DocumentDetail["rung"] {
  if (row.openedBy !== undefined) return "opened";
  if (row.named === undefined) return "sealed";
  if (row.named.index >= accord.side.held(row.named.party)) return "registered";
  const own = row.author === accord.side.row.own;
  const there = own ? row.deliveredAt !== undefined : row.state === "held" || row.state === "erased";
  return there ? "delivered" : "heldByBoth";
}

function referenceOf(ref: DocumentRef): DocumentReference {
  const { releasableTo, caveats, ...label } = ref.label;
  const listed = { ...label, releasableTo: [...releasableTo], ...(caveats ? { caveats: [...caveats] } : {}) };
  return { ...ref, label: listed };
}

function stateOf<State extends { readonly document?: DocumentRef }>(
  state: State | Refusal,
): (Omit<State, "document"> & { document?: DocumentReference }) | Refusal {
  if (isRefusal(state)) return state;
  const { document, ...rest } = state;
  return { ...rest, ...(document === undefined ? {} : { document: referenceOf(document) }) };
}
