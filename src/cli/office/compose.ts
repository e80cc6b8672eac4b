// `entente draft compose`: writes an act for another officer to release, or writes a draft anew.

import { isRefusal } from "../../base/index.ts";
import { actOptions, draftOf } from "../act/act.ts";
import { meantStep } from "../act/step.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, type Outcome, readCall } from "../command.ts";
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
  const draft = await draftOf({ call, given, standing, accord, meant });
  if (isRefusal(draft)) return draft;
  const params = { accord: accord.accord };
  const composed = await standing.client.call("composeDraft", { params, body: draft });
  if (!isRefusal(composed)) return toldDraft(composed);
  if (composed.code !== "node.draftExists" || given.id === undefined) return composed;
  const one = { ...params, draft: draft.id };
  const present = await standing.client.call("draft", { params: one });
  if (isRefusal(present)) return present;
  const body = { version: present.version, draft };
  const changed = await standing.client.call("changeDraft", { params: one, body });
  return isRefusal(changed) ? changed : toldDraft(changed);
}
