// `entente draft compose`: writes an act for another officer to release, or writes a draft anew.

import { isRefusal } from "../../base/index.ts";
import { actOptions, draftOf } from "../act/act.ts";
import { meantStep } from "../act/step.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, type Outcome, readCall } from "../command.ts";
import { type Attaching, withDocuments } from "../document/attach.ts";
import { sourcesOf } from "../document/source.ts";
import { toldDraft } from "./told.ts";

export async function compose(call: Call): Promise<Outcome> {
  const given = readCall(actOptions, call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const { step, dossier, procedure } = given;
  const meant = await meantStep(standing.client, { accord, step, dossier, procedure });
  if (isRefusal(meant)) return meant;
  const sources = sourcesOf(given, call.terminal);
  if (isRefusal(sources)) return sources;
  const plain = await draftOf({ call, given, standing, accord, meant, sources });
  if (isRefusal(plain)) return plain;
  return composed({ call, given, standing, accord, sources, draft: plain, idGiven: given.id !== undefined });
}

/** Seals the documents and composes the draft, or writes one of the id given anew. */
export async function composed(attaching: Attaching): Promise<Outcome> {
  const { standing, accord } = attaching;
  const attached = await withDocuments(attaching);
  if (isRefusal(attached)) return attached;
  const { draft } = attached;
  const params = { accord: accord.accord };
  const first = await standing.client.call("composeDraft", { params, body: draft });
  if (!isRefusal(first)) {
    attached.done();
    return toldDraft(first);
  }
  if (first.code !== "node.draftExists" || !attaching.idGiven) return first;
  const one = { ...params, draft: draft.id };
  const present = await standing.client.call("draft", { params: one });
  if (isRefusal(present)) return present;
  const body = { version: present.version, draft };
  const changed = await standing.client.call("changeDraft", { params: one, body });
  if (isRefusal(changed)) return changed;
  attached.done();
  return toldDraft(changed);
}
