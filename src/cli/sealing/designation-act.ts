// One step in the designation of one of this side's services, found by the service's name.

import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import { framingOf } from "../act/framing.ts";
import { meantStep } from "../act/step.ts";
import { registered, submitDrafts } from "../act/submit.ts";
import { newActId } from "../act/uuid.ts";
import type { NodeClient } from "../client/client.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Report } from "../command.ts";

export interface DesignationAct {
  readonly service: string;
  readonly accord?: string | undefined;
  readonly function?: string | undefined;
  readonly label?: string | undefined;
  readonly step: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Registers the step through the side's node; made by the registry, in the name of the officer of --as. */
export async function designationAct(call: Call, act: DesignationAct): Promise<Report | Refusal> {
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, act.accord);
  if (isRefusal(accord)) return accord;
  const dossier = await designationOf(standing.client, { accord: accord.accord, party: accord.own, act });
  if (isRefusal(dossier)) return dossier;
  const meant = await meantStep(standing.client, { accord, step: act.step, dossier, procedure: undefined });
  if (isRefusal(meant)) return meant;
  const framing = await framingOf({
    accord,
    officer: standing.officer,
    rests: meant.procedure.rests,
    given: { accord: act.accord, function: act.function, label: act.label, service: undefined },
  });
  if (isRefusal(framing)) return framing;
  const { procedure } = meant.procedure;
  const draft = {
    id: newActId(call.terminal.now()),
    dossier,
    procedure,
    step: act.step,
    ...framing,
    body: act.body,
  };
  const results = await submitDrafts(standing.client, { accord: accord.accord, drafts: [draft] });
  const result = isRefusal(results) ? results : registered(results);
  if (isRefusal(result)) return result;
  const line = `Registered: ${procedure} ${act.step}, leaf ${result.index} of ${result.party}.`;
  return done([line], { act: result.id, dossier, step: act.step, outcome: result.outcome });
}

const designated = z.looseObject({ service: z.string(), dossier: z.string() });

async function designationOf(
  client: NodeClient,
  of: { readonly accord: string; readonly party: string; readonly act: DesignationAct },
): Promise<string | Refusal> {
  const directory = await client.call("directory", { params: { accord: of.accord } });
  if (isRefusal(directory)) return directory;
  const services = directory.parties[of.party] ?? [];
  const found = services.flatMap((one) => designated.safeParse(one).data ?? []);
  const dossier = found.find((one) => one.service === of.act.service)?.dossier;
  const choices = found.map((one) => one.service);
  return dossier ?? refuse("cli.choose", { option: "<service>", choices: choices.length > 0 ? choices : ["(none)"] });
}
