// The contents of a dossier's sealed documents, as far as the officer may read them and reading them registers nothing.

import type { DocumentDetail } from "../../api/index.ts";
import { isRefusal, type Refusal } from "../../base/index.ts";
import { newActId } from "../act/uuid.ts";
import { safeName } from "../document/safe-name.ts";
import { saveAnswer } from "../document/saving.ts";
import type { Exporting } from "./export.ts";
import type { ExportedDocument } from "./markdown.ts";

/** Refusals that say this document is not for this reader, or not there; any other ends the export. */
const passedOver = new Set(["policy.denied", "seal.noIdentity", "node.documentNotHere", "node.documentErased"]);

export async function writeDocuments(
  exporting: Exporting,
  { dossier, place }: { readonly dossier: string; readonly place: string },
): Promise<readonly ExportedDocument[] | Refusal> {
  const { standing, accord } = exporting;
  const listed = await standing.client.call("documentsOfDossier", { params: { accord: accord.accord, dossier } });
  if (isRefusal(listed)) return listed.code === "policy.denied" ? [] : listed;
  const exported: ExportedDocument[] = [];
  for (const one of listed.items) {
    const content = await saved(exporting, { one, place });
    if (isRefusal(content)) return content;
    exported.push({ digest: one.document.digest, rung: one.rung, state: one.state, ...content });
  }
  return exported;
}

async function saved(
  { call, standing, accord, folder, acting }: Exporting,
  { one, place }: { readonly one: DocumentDetail; readonly place: string },
): Promise<Pick<ExportedDocument, "file" | "without"> | Refusal> {
  const { digest } = one.document;
  if (one.state !== "held") return { without: "its bytes are not on this node" };
  if (acting === undefined) return { without: "no function was named under which to read it" };
  const own = one.author === accord.own;
  if (!own && one.openedBy === undefined) return { without: "nobody has opened it, and opening it is an act" };
  const params = { accord: accord.accord, digest };
  const body = { id: newActId(call.terminal.now()), function: acting };
  const opened = await standing.client.call("openDocument", { params, body });
  if (isRefusal(opened)) return passedOver.has(opened.code) ? { without: opened.code } : opened;
  const answer = await standing.client.read("documentContent", { params, query: { function: acting } });
  if (isRefusal(answer)) return passedOver.has(answer.code) ? { without: answer.code } : answer;
  const file = `documents/${digest.slice("sha256:".length, "sha256:".length + 12)}-${safeName(opened.name)}`;
  const saving = { digest, file: folder.place(`${place}/${file}`), size: opened.size, force: false };
  const refused = await saveAnswer(answer, { ...saving, told: () => undefined });
  return refused ?? { file };
}
