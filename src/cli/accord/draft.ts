// `entente accord draft`: what a text's acts would say, without a node. `entente accord table`: makes them.

import type { AccordDetail, DossierDetail } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import { type Framing, framingOf, framingOptions } from "../act/framing.ts";
import { type DraftJson, submitDrafts } from "../act/submit.ts";
import { newActId } from "../act/uuid.ts";
import { type NodeClient, refusalOf } from "../client/client.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { readText, writeNew } from "../files.ts";
import { fileOption } from "../side/fields.ts";
import { type AccordBodies, accordBodies } from "./bodies.ts";

const version = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, "not a number from 1 to 999")
  .transform(Number);

const draftOptions = z.object({ text: fileOption, number: version.default(1), out: fileOption.optional() });

export async function accordDraft(call: Call): Promise<Outcome> {
  const given = readCall(draftOptions, call);
  if (isRefusal(given)) return given;
  const bodies = bodiesIn(call, given.text);
  if (isRefusal(bodies)) return bodies;
  const tableVersion = bodies.tableVersion(given.number);
  if (isRefusal(tableVersion)) return tableVersion;
  const json = { ...(bodies.propose ? { propose: bodies.propose } : {}), tableVersion };
  if (given.out === undefined) return done([JSON.stringify(json, null, 2)], json);
  const file = call.terminal.path(given.out);
  return writeNew(file, `${JSON.stringify(json, null, 2)}\n`) ?? done([`Bodies: ${file}`], { file });
}

function bodiesIn(call: Call, name: string): AccordBodies | Refusal {
  const file = call.terminal.path(name);
  const text = readText(file);
  return isRefusal(text) ? text : accordBodies({ text, file: name });
}

const tableOptions = z.object({ ...framingOptions, text: fileOption, dossier: z.string().optional() });

export async function accordTable(call: Call): Promise<Outcome> {
  const given = readCall(tableOptions, call);
  if (isRefusal(given)) return given;
  const bodies = bodiesIn(call, given.text);
  if (isRefusal(bodies)) return bodies;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const { client, officer } = standing;
  const accord = await accordOf(client, given.accord);
  if (isRefusal(accord)) return accord;
  const framing = await framingOf({ accord, officer, rests: "founding", given });
  if (isRefusal(framing)) return framing;
  const table = await tableOf(client, { accord, dossier: given.dossier });
  if (isRefusal(table)) return table;
  if (table.dossier === undefined && !bodies.propose) return refuse("cli.noProposal", { file: given.text });
  const texts = bodies.tableVersion(table.latest + 1);
  if (isRefusal(texts)) return texts;
  const acts = [
    ...(table.dossier === undefined && bodies.propose ? [{ step: "propose", body: bodies.propose }] : []),
    ...texts.map((body) => ({ step: "tableVersion", body })),
  ];
  const drafts = draftsOf({ acts, framing, dossier: table.dossier, now: call.terminal.now() });
  const results = await submitDrafts(client, { accord: accord.accord, drafts });
  if (isRefusal(results)) return results;
  return told({ drafts, results, version: table.latest + 1 });
}

/** The negotiation that is open, if any, and the number of the version on its table. */
async function tableOf(
  client: NodeClient,
  input: { accord: AccordDetail; dossier: string | undefined },
): Promise<{ dossier: string | undefined; latest: number } | Refusal> {
  const { accord } = input.accord;
  let { dossier } = input;
  if (dossier === undefined) {
    const query = { procedure: "accord", state: "negotiation", open: true };
    const page = await client.call("dossiers", { params: { accord }, query });
    if (isRefusal(page)) return page;
    if (page.items.length > 1)
      return refuse("cli.choose", {
        option: "--dossier",
        choices: page.items.map((row) => `${row.dossier} (${row.title})`),
      });
    dossier = page.items[0]?.dossier;
  }
  if (dossier === undefined) return { dossier, latest: 0 };
  const detail = await client.call("dossier", { params: { accord, dossier } });
  return isRefusal(detail) ? detail : { dossier, latest: latestVersion(detail) };
}

const tabled = z.looseObject({ draft: z.looseObject({ version: z.number() }).optional() });

function latestVersion(detail: DossierDetail): number {
  const data = tabled.safeParse(detail.data);
  return data.success ? (data.data.draft?.version ?? 0) : 0;
}

function draftsOf(input: {
  acts: readonly { step: string; body: DraftJson["body"] }[];
  framing: Framing;
  dossier: string | undefined;
  now: number;
}): readonly DraftJson[] {
  const { acts, framing, now } = input;
  const drafts: DraftJson[] = [];
  for (const { step, body } of acts) {
    const id = newActId(now);
    const dossier: string = input.dossier ?? drafts[0]?.id ?? id;
    drafts.push({ id, dossier, procedure: "accord/1", step, ...framing, body });
  }
  return drafts;
}

function told(input: {
  drafts: readonly DraftJson[];
  results: Exclude<Awaited<ReturnType<typeof submitDrafts>>, Refusal>;
  version: number;
}): Outcome {
  const { drafts, results } = input;
  const refused = results.find((result) => result.status === "refused");
  const registered = results.filter((result) => result.status !== "refused").length;
  if (refused?.status === "refused") {
    const { code, failed, expected, todo } = refused.refusal;
    if (registered === 0) return refusalOf(refused.refusal);
    return refuse("cli.partlyTabled", { registered, all: drafts.length, code, failed, expected, todo });
  }
  const dossier = drafts[0]?.dossier ?? "";
  return done([`Version ${input.version} is on the table, in ${drafts.length} acts.`, `Dossier: ${dossier}`], {
    dossier,
    version: input.version,
    acts: drafts.map((draft) => draft.id),
  });
}
