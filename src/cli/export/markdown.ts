// The pages of an export for people: plain Markdown that any editor shows. What somebody wrote stands in code, so that
// nothing in it is taken for form.

import type { ActDetail, ActSummary, DossierRow } from "../../api/index.ts";

/** In a line of Markdown: between enough backticks that none inside ends it, without control or direction marks. */
export function quoted(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ").replaceAll(/\p{Cf}/gu, "");
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${plain} ${fence}` : `${fence}${plain === "" ? " " : plain}${fence}`;
}

export interface ExportedAct {
  readonly summary: ActSummary;
  readonly detail: ActDetail | undefined;
  /** Path from the dossier's folder, without its ending. */
  readonly file: string;
}

export interface ExportedDocument {
  readonly digest: string;
  readonly rung: string;
  readonly state: string;
  /** Path from the dossier's folder; absent where the content is not in the export. */
  readonly file?: string;
  /** Why not. */
  readonly without?: string;
}

export function dossierPage(input: {
  readonly row: DossierRow;
  readonly acts: readonly ExportedAct[];
  readonly documents: readonly ExportedDocument[];
}): string {
  const { row, acts, documents } = input;
  const turn = row.turn.length > 0 ? row.turn.join(", ") : "nobody's";
  const due = row.due ? [`- Due: ${row.due.name} by ${row.due.at} (${row.due.owners.join(", ")})`] : [];
  return [
    `# ${quoted(row.title)}`,
    "",
    `- Dossier: ${row.dossier}`,
    `- Procedure: ${row.procedure}/${row.version}`,
    `- State: ${row.state}${row.final ? " (closed)" : ""}`,
    `- Turn: ${turn}`,
    ...due,
    `- Opened ${row.openedAt}, last changed ${row.changedAt}`,
    "",
    "## Acts",
    "",
    ...acts.flatMap((act) => actLines(act)),
    ...(documents.length > 0 ? ["## Documents", "", ...documents.map((one) => documentLine(one)), ""] : []),
  ].join("\n");
}

function actLines({ summary, detail, file }: ExportedAct): string[] {
  const { party, index, step, service, function: code, at, outcome, rung, id } = summary;
  const heading = `### ${party} ${index}: ${step}`;
  const became = outcome.kind === "effective" ? "" : `, ${outcome.kind}`;
  const line = `${at}, by ${code} of ${service}, ${rung}${became}; id ${id}`;
  if (!detail) return [heading, "", line, "", "The exporting officer may not read this act.", ""];
  const body = JSON.stringify(detail.act.body, null, 2) ?? "";
  return [
    heading,
    "",
    `${line}; [act](${file}.json), [signed bytes](${file}.jws), [proof](${file}.proof.json)`,
    "",
    // Four spaces: code whatever is in it.
    ...body.split("\n").map((one) => `    ${one}`),
    "",
  ];
}

function documentLine({ digest, rung, state, file, without }: ExportedDocument): string {
  const place = file === undefined ? `not in this export: ${without ?? ""}` : `[content](<${file}>)`;
  return `- ${digest}: ${rung}, ${state}; ${place}`;
}

export function indexPage(input: {
  readonly names: Readonly<Record<string, string>>;
  readonly accord: string;
  readonly by: string;
  readonly at: string;
  readonly dossiers: readonly { readonly row: DossierRow; readonly folder: string }[];
  readonly withheld: number;
}): string {
  const { names, accord, by, at, dossiers, withheld } = input;
  return [
    `# ${quoted(Object.values(names)[0] ?? accord)}`,
    "",
    `Accord ${accord}, exported ${at} with the rights of ${quoted(by)}.`,
    ...(withheld > 0 ? ["", `${withheld} acts are not in it: the officer may not read them.`] : []),
    "",
    "Everything here reads without the software that wrote it:",
    "",
    "- `accord.json`: the accord's founding facts, both sides, the sizes of both registers.",
    "- `directory.json`: services, functions and their keys by id; the keys stand in the acts of the designations.",
    "- `dossiers/*/dossier.md`: a dossier for people; `dossier.json`: the same as data.",
    "- `acts/*.json`: what was signed, as JSON; `*.jws`: the signed bytes (RFC 7515, General JSON).",
    "- `acts/*.proof.json`: that they stand in their author's register and are held by both (docs/formats.md).",
    "- `documents/*`: contents of sealed documents that the officer may read and that had been opened.",
    "",
    "| Procedure | Title | State | Changed |",
    "|---|---|---|---|",
    ...dossiers.map((one) => indexLine(one)),
    "",
  ].join("\n");
}

function indexLine({ row, folder }: { readonly row: DossierRow; readonly folder: string }): string {
  // A bar would end the cell, in code too.
  const title = quoted(row.title.replaceAll("|", "/"));
  return `| ${row.procedure} | [${title}](${folder}/dossier.md) | ${row.state} | ${row.changedAt} |`;
}
