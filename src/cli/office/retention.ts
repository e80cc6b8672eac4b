// `entente retention list`, `hold` and `lift`. What is due the node erases by itself.

import { isRefusal, type Refusal, z } from "../../base/index.ts";
import { registered, submitDrafts } from "../act/submit.ts";
import { newActId } from "../act/uuid.ts";
import { accordOf, type Standing, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { listOption } from "../side/fields.ts";

const listOptions = z.object({
  accord: z.string().optional(),
  days: z
    .string()
    .regex(/^\d{1,5}$/, "not a number of days")
    .default("30"),
});

export async function retentionList(call: Call): Promise<Outcome> {
  const given = readCall(listOptions, call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const { days } = given;
  const told = await standing.client.call("retention", { params: { accord: accord.accord }, query: { days } });
  if (isRefusal(told)) return told;
  const rules = told.rules.map((rule) => {
    const of = [rule.procedure ?? "any procedure", rule.level ?? "any level", rule.caveat ?? "any caveat"];
    return `Rule ${rule.name}: ${of.join(", ")}: ${rule.days} days after the dossier's end`;
  });
  const items = told.items.map((one) => {
    const held = one.hold ? `  held: ${one.hold.reason} (${one.hold.dossier})` : "";
    return `${one.dueAt}  ${one.document}  ${one.procedure} ${one.dossier}  rule ${one.rule}${held}`;
  });
  const none = told.rules.length === 0 ? ["No rule: nothing is ever erased."] : [];
  return done([...none, ...rules, ...items, `Due: ${told.due}`], { ...told });
}

export async function retentionHold(call: Call): Promise<Outcome> {
  const given = readCall(
    z.object({
      accord: z.string().optional(),
      digests: listOption,
      reason: z.string().min(1),
      until: z.iso.datetime("not an instant in UTC, such as 2027-01-01T00:00:00Z").optional(),
    }),
    call,
  );
  if (isRefusal(given)) return given;
  const { digests: documents, reason, until } = given;
  const body = { documents, reason, ...(until === undefined ? {} : { until }) };
  return registryAct(call, { accord: given.accord, step: "hold", body });
}

export async function retentionLift(call: Call): Promise<Outcome> {
  const given = readCall(
    z.object({ accord: z.string().optional(), dossier: z.string(), reason: z.string().min(1) }),
    call,
  );
  if (isRefusal(given)) return given;
  const { accord, dossier, reason } = given;
  return registryAct(call, { accord, step: "lift", dossier, body: { reason } });
}

interface RegistryAct {
  readonly accord: string | undefined;
  readonly step: string;
  readonly dossier?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An act of the registry, at the lowest level: it names digests and a reason. */
async function registryAct(call: Call, act: RegistryAct): Promise<Outcome> {
  const standing: Standing | Refusal = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, act.accord);
  if (isRefusal(accord)) return accord;
  const id = newActId(call.terminal.now());
  const draft = {
    id,
    dossier: act.dossier ?? id,
    service: "registry",
    function: "registrar",
    procedure: "retention/1",
    step: act.step,
    articles: [],
    label: {
      policy: accord.labels.policy,
      classification: accord.labels.levels[0]?.code ?? accord.cap,
      releasableTo: [accord.own, accord.other].toSorted(),
    },
    body: act.body,
  };
  const results = await submitDrafts(standing.client, { accord: accord.accord, drafts: [draft] });
  if (isRefusal(results)) return results;
  const result = registered(results);
  if (isRefusal(result)) return result;
  return done([`Registered: retention/1 ${act.step}.`, `Dossier: ${draft.dossier}`], {
    ...result,
    dossier: draft.dossier,
  });
}
