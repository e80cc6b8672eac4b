// `entente export`: every dossier, act, proof and document that an officer may read, as a folder that reads without
// Entente. Nothing is registered by it: a document of the other side that nobody has opened stays closed.

import type { AccordDetail, ActSummary, DossierRow } from "../../api/index.ts";
import { isRefusal, type Refusal, z } from "../../base/index.ts";
import { accordOf, type Standing, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { mergedLog } from "../dossier/merged.ts";
import { fileOption } from "../side/fields.ts";
import { writeDocuments } from "./documents.ts";
import { type ExportFolder, newFolder } from "./folder.ts";
import { dossierPage, type ExportedAct, indexPage } from "./markdown.ts";

const options = z.object({ out: fileOption, accord: z.string().optional(), function: z.string().optional() });

export async function exportAccord(call: Call): Promise<Outcome> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const folder = newFolder(call.terminal.path(given.out));
  if (isRefusal(folder)) return folder;
  const acting = given.function ?? standing.officer?.functions[0];
  return await written({ call, standing, accord, folder, acting });
}

export interface Exporting {
  readonly call: Call;
  readonly standing: Standing;
  readonly accord: AccordDetail;
  readonly folder: ExportFolder;
  /** The function under which contents are read; undefined where none is known. */
  readonly acting: string | undefined;
}

async function written(exporting: Exporting): Promise<Outcome> {
  const { call, standing, accord, folder } = exporting;
  const acts = await actsByDossier(exporting);
  if (isRefusal(acts)) return acts;
  const rows = await allDossiers(exporting);
  if (isRefusal(rows)) return rows;
  const dossiers: { readonly row: DossierRow; readonly folder: string }[] = [];
  const counts = { acts: 0, withheld: 0, documents: 0 };
  for (const row of rows) {
    const place = `dossiers/${row.procedure}-${row.openedAt.slice(0, 10)}-${row.dossier}`;
    const refused = await writeDossier(exporting, { row, place, acts: acts.get(row.dossier) ?? [], counts });
    if (refused) return refused;
    dossiers.push({ row, folder: place });
    call.terminal.err(`${dossiers.length} of ${rows.length} dossiers`);
  }
  const directory = await standing.client.call("directory", { params: { accord: accord.accord } });
  if (isRefusal(directory)) return directory;
  const at = new Date(call.terminal.now()).toISOString();
  const by = call.globals.as;
  const { withheld } = counts;
  const summary = { accord: accord.accord, exportedAt: at, officer: by, dossiers: rows.length, ...counts };
  const refused =
    folder.writeJson("accord.json", accord) ??
    folder.writeJson("directory.json", directory) ??
    folder.write("index.md", indexPage({ names: accord.names, accord: accord.accord, by, at, dossiers, withheld })) ??
    // Last: a folder without it is an export that was cut off.
    folder.writeJson("export.json", summary);
  if (refused) return refused;
  const told = `${rows.length} dossiers, ${counts.acts} acts, ${counts.documents} documents: ${folder.path}`;
  const closed = withheld > 0 ? [`${withheld} acts are not in it: ${by} may not read them.`] : [];
  return done([told, ...closed], { ...summary, folder: folder.path });
}

/** Every readable leaf of both registers, by dossier, in the order of their times. */
async function actsByDossier({ standing, accord }: Exporting): Promise<Map<string, ActSummary[]> | Refusal> {
  const found = new Map<string, ActSummary[]>();
  const leaves = mergedLog(standing.client, { accord, sizes: [0, 0] });
  for (;;) {
    const next = await leaves.next();
    if (next.done) return next.value ?? found;
    const { item } = next.value;
    if (item.kind !== "act") continue;
    const { dossier } = item.act;
    found.set(dossier, [...(found.get(dossier) ?? []), item.act]);
  }
}

async function allDossiers({ standing, accord }: Exporting): Promise<readonly DossierRow[] | Refusal> {
  const rows: DossierRow[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: "500", ...(cursor === undefined ? {} : { cursor }) };
    const page = await standing.client.call("dossiers", { params: { accord: accord.accord }, query });
    if (isRefusal(page)) return page;
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
}

interface Dossier {
  readonly row: DossierRow;
  readonly place: string;
  readonly acts: readonly ActSummary[];
  readonly counts: { acts: number; withheld: number; documents: number };
}

async function writeDossier(exporting: Exporting, dossier: Dossier): Promise<Refusal | undefined> {
  const { standing, accord, folder } = exporting;
  const { row, place, acts, counts } = dossier;
  const exported: ExportedAct[] = [];
  for (const summary of acts) {
    const act = await writeAct(exporting, { place, summary });
    if (isRefusal(act)) return act;
    exported.push(act);
    if (act.detail) counts.acts += 1;
    else counts.withheld += 1;
  }
  const params = { accord: accord.accord, dossier: row.dossier };
  const detail = await standing.client.call("dossier", { params });
  // Its row may be read and the highest of its acts may not: then the row is what is told.
  if (isRefusal(detail) && detail.code !== "policy.denied") return detail;
  const documents = await writeDocuments(exporting, { dossier: row.dossier, place });
  if (isRefusal(documents)) return documents;
  counts.documents += documents.filter(({ file }) => file !== undefined).length;
  return (
    folder.writeJson(`${place}/dossier.json`, isRefusal(detail) ? { row } : detail) ??
    folder.write(`${place}/dossier.md`, dossierPage({ row, acts: exported, documents }))
  );
}

async function writeAct(
  { standing, accord, folder }: Exporting,
  { place, summary }: { readonly place: string; readonly summary: ActSummary },
): Promise<ExportedAct | Refusal> {
  const file = `acts/${summary.party}-${String(summary.index).padStart(7, "0")}-${summary.step}`;
  const params = { accord: accord.accord, act: summary.id };
  const detail = await standing.client.call("act", { params });
  if (isRefusal(detail)) return detail.code === "policy.denied" ? { summary, detail: undefined, file } : detail;
  const proof = await standing.client.call("actProof", { params });
  if (isRefusal(proof)) return proof;
  const refused =
    folder.writeJson(`${place}/${file}.json`, detail) ??
    folder.write(`${place}/${file}.jws`, new Uint8Array(Buffer.from(detail.leaf, "base64"))) ??
    // To the byte: a proof is canonical, and a line's end more would be refused.
    folder.write(`${place}/${file}.proof.json`, proof);
  return refused ?? { summary, detail, file };
}
