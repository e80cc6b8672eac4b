// `entente act`: makes any step, from a file, from values, or by questions; a grave one is prepared, read and signed
// with the officer's key file.

import type { AccordDetail, PreparedAct } from "../../api/index.ts";
import { Fault, isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import { openOfficerKey } from "../../node/index.ts";
import type { Ed25519Signer } from "../../seal/index.ts";
import { accordOf, type Standing, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { withDocuments } from "../document/attach.ts";
import { documentOptions, type Source, sourcesOf } from "../document/source.ts";
import { fileOption } from "../side/fields.ts";
import type { Terminal } from "../terminal.ts";
import { askChoice } from "./ask.ts";
import { bodyOf } from "./body.ts";
import { framingOf, framingOptions } from "./framing.ts";
import { type MeantStep, meantStep } from "./step.ts";
import { type DraftJson, prepareDraft, type Registered, registered, submitDrafts, submitPrepared } from "./submit.ts";
import { newActId } from "./uuid.ts";

/** What `entente act` takes, and `entente draft compose` with it. */
export const actOptions = z.object({
  ...framingOptions,
  step: z.string(),
  dossier: z.string().optional(),
  procedure: z.string().optional(),
  id: z.string().optional(),
  body: fileOption.optional(),
  set: z.array(z.string()).default([]),
  officerKey: fileOption.optional(),
  dryRun: z.boolean().default(false),
  ...documentOptions,
});

type Options = z.infer<typeof actOptions>;

export async function act(call: Call): Promise<Outcome> {
  const given = readCall(actOptions, call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const { step: name, dossier, procedure } = given;
  const meant = await meantStep(standing.client, { accord, step: name, dossier, procedure });
  if (isRefusal(meant)) return meant;
  const signer = meant.step.grave ? officerSigner({ given, terminal: call.terminal }) : undefined;
  if (isRefusal(signer)) return signer;
  const sources = sourcesOf(given, call.terminal);
  if (isRefusal(sources)) return sources;
  const plain = await draftOf({ call, given, standing, accord, meant, sources });
  if (isRefusal(plain)) return plain;
  if (given.dryRun) return done([JSON.stringify(plain, null, 2)], { draft: plain });
  const idGiven = given.id !== undefined;
  const attached = await withDocuments({ call, given, standing, accord, sources, draft: plain, idGiven });
  if (isRefusal(attached)) return attached;
  const { draft } = attached;
  const result = signer
    ? await signAndSubmit({ call, standing, accord, draft, signer })
    : await submitDrafts(standing.client, { accord: accord.accord, drafts: [draft] });
  if (isRefusal(result)) return result;
  const one = registered(result);
  if (isRefusal(one)) return one;
  attached.done();
  return told({ result: one, draft });
}

/** Before anything is asked: a person should not fill a form that cannot be signed. */
export function officerSigner(input: {
  given: Pick<Options, "officerKey" | "step">;
  terminal: Terminal;
}): Ed25519Signer | Refusal {
  const { given, terminal } = input;
  if (given.officerKey === undefined) return refuse("cli.officerKeyNeeded", { step: given.step });
  const file = terminal.path(given.officerKey);
  try {
    return openOfficerKey(file);
  } catch (cause) {
    const expected =
      cause instanceof Fault || cause instanceof SyntaxError || (cause instanceof Error && "code" in cause);
    if (!expected) throw cause;
    return refuse("cli.badKeyFile", { file, problem: cause.message });
  }
}

export async function draftOf(input: {
  call: Call;
  given: Options;
  standing: Standing;
  accord: AccordDetail;
  meant: MeantStep;
  sources: readonly Source[];
}): Promise<DraftJson | Refusal> {
  const { given, standing, accord, meant } = input;
  const { terminal } = input.call;
  const framing = await framingOf({
    accord,
    officer: standing.officer,
    rests: meant.procedure.rests,
    given,
    ...(terminal.interactive
      ? { ask: (question, choices) => askChoice((text) => terminal.ask(text), { question, choices }) }
      : {}),
  });
  if (isRefusal(framing)) return framing;
  const { form: schema, name: step } = meant.step;
  const later = input.sources.map((one) => one.path.split(".")[0] ?? "");
  const body = await bodyOf({ terminal, step, schema, file: given.body, sets: given.set, later });
  if (isRefusal(body)) return body;
  const id = given.id ?? newActId(terminal.now());
  return { id, dossier: meant.dossier ?? id, procedure: meant.procedure.procedure, step, ...framing, body };
}

async function signAndSubmit(input: {
  call: Call;
  standing: Standing;
  accord: AccordDetail;
  draft: DraftJson;
  signer: Ed25519Signer;
}): Promise<Awaited<ReturnType<typeof submitPrepared>>> {
  const { call, standing, draft, signer } = input;
  const { accord } = input.accord;
  const prepared = await prepareDraft(standing.client, { accord, draft });
  if (isRefusal(prepared)) return prepared;
  const refused = await confirmed(call.terminal, prepared);
  if (refused) return refused;
  return submitPrepared(standing.client, { accord, id: draft.id, prepared, signer });
}

/** Shows what the key will bear; at a terminal the person says yes to it. */
export async function confirmed(terminal: Terminal, prepared: PreparedAct): Promise<Refusal | undefined> {
  terminal.err("To be signed:");
  for (const line of prepared.words) terminal.err(`  ${line}`);
  terminal.err(`  ${prepared.digest}`);
  if (!terminal.interactive) return undefined;
  const answer = await terminal.ask("Sign it (yes, no): ");
  return answer === "yes" ? undefined : refuse("cli.notConfirmed");
}

function told(input: { result: Registered; draft: DraftJson }): Outcome {
  const { result, draft } = input;
  const again = result.status === "repeated" ? " before, and not again" : "";
  return done(
    [
      `Registered${again}: ${draft.procedure} ${draft.step}, leaf ${result.index} of ${result.party}.`,
      `Act: ${result.id}`,
      `Dossier: ${draft.dossier}`,
      ...(result.outcome.kind === "effective" ? [] : [`Outcome: ${result.outcome.kind}`]),
    ],
    { ...result, dossier: draft.dossier, procedure: draft.procedure, step: draft.step },
  );
}
