// The handlers of the annual plan's page: its table with what is counted of the dossiers under each line, those
// dossiers themselves, and the table as a file. Counts cost one look at the dossier list for all lines together.

import { isActId } from "../../acts/index.ts";
import { type Handlers, isoInstant, type PlanTable, type PlanTableLine } from "../../api/index.ts";
import { isRefusal, refuse } from "../../base/index.ts";
import { csvText, planRows, readPlanRows, readTable, xlsxBytes } from "../../documents/index.ts";
import type { Officer } from "../../policy/index.ts";
import { type PlanData, planProcedure, reportOf, type Terms } from "../../procedures/index.ts";
import type { DossierRow } from "../../store/index.ts";
import { type HandlerContext, localOf, mayRead } from "./context.ts";
import { dossierRowOf } from "./dossiers.ts";
import { planDifferences } from "./plan-differences.ts";
import { type WholeDossier, wholeDossier } from "./whole-dossier.ts";

type Routes = "plan" | "planLineDossiers" | "planTableFile" | "planTableBook" | "readPlanTable";

/** Dossiers of one line that are told at once. */
const lineDossiersMax = 200;

export function planHandlers(context: HandlerContext): Pick<Handlers<Officer>, Routes> {
  return {
    async plan({ params }, officer) {
      const found = await wholeDossier(context, { params, officer, procedure: planProcedure });
      return isRefusal(found) ? found : await tableOf(found);
    },
    async planLineDossiers({ params }, officer) {
      const found = await wholeDossier(context, { params, officer, procedure: planProcedure });
      if (isRefusal(found)) return found;
      const { data } = found.viewed.view.dossier;
      if (!data.lines.some((one) => one.line.id === params.line))
        return refuse("procedures.planNoLine", { got: params.line });
      return await dossiersOf(context, { ...found, officer, line: params.line });
    },
    async planTableFile({ params }, officer) {
      const found = await wholeDossier(context, { params, officer, procedure: planProcedure });
      if (isRefusal(found)) return found;
      const [header = [], ...rows] = tableRows(found);
      return csvText(header, rows);
    },
    async planTableBook({ params }, officer) {
      const found = await wholeDossier(context, { params, officer, procedure: planProcedure });
      if (isRefusal(found)) return found;
      const [header = [], ...rows] = tableRows(found);
      return xlsxBytes(header, rows);
    },
    async readPlanTable({ params, body }, officer) {
      const found = await wholeDossier(context, { params, officer, procedure: planProcedure });
      if (isRefusal(found)) return found;
      const cells = readTable(body);
      const read = isRefusal(cells) ? cells : readPlanRows(cells);
      return isRefusal(read) ? read : planDifferences(found.viewed.view.dossier.data, read);
    },
  };
}

type Found = WholeDossier<PlanData>;

function tableRows({ viewed }: Found): readonly (readonly string[])[] {
  const { view, terms } = viewed;
  const languages: readonly string[] = terms.accord?.annex.languages ?? [];
  return planRows(view.dossier.data, { languages, parties: terms.parties });
}

async function tableOf({ accord, row, viewed }: Found): Promise<PlanTable> {
  const { view, terms } = viewed;
  const { data, state } = view.dossier;
  const { side } = accord;
  const ids = Object.values(data.links).flat().filter(isActId);
  const rows = new Map((await side.store.dossiersById(side.row.accord, ids)).map((one) => [String(one.id), one]));
  const now = side.clock.now();
  const at = (ms: number) => ({ at: isoInstant(ms), local: localOf(terms, ms) });
  return {
    row: dossierRowOf({ ...row, state, final: view.final, turn: view.turn, due: view.deadlines[0] }, terms),
    caller: data.caller ?? side.row.own,
    year: data.year,
    titles: { ...data.titles },
    references: { ...data.references },
    harmonising: data.harmonising,
    ...(data.version === undefined ? {} : { version: data.version }),
    ...(data.signed ? { signed: { version: data.signed.version, ...at(data.signed.at) } } : {}),
    lines: data.lines.map(({ line, by, digest, status, note }) => ({
      line: { ...line },
      by,
      digest,
      status,
      ...(note === undefined ? {} : { note }),
      dossiers: countedOf(data.links[line.id] ?? [], { rows, terms, now, own: side.row.own }),
    })),
    letters: data.letters.map(({ answer, at: sent, changes, ...rest }) => ({
      ...rest,
      changes: changes.map((change) => ({ ...change })),
      ...at(sent),
      ...(answer === undefined ? {} : { answer }),
    })),
    report: reportOf(data).map((one) => ({ ...one })),
    ...(data.report ? { adopted: at(data.report.at) } : {}),
  };
}

function countedOf(
  ids: readonly string[],
  input: { rows: ReadonlyMap<string, DossierRow>; terms: Terms; now: number; own: DossierRow["turn"][number] },
): PlanTableLine["dossiers"] {
  const { rows, terms, now, own } = input;
  const known = ids.flatMap((id) => rows.get(id) ?? []);
  const open = known.filter((one) => !one.final);
  let nearest: NonNullable<DossierRow["due"]> | undefined;
  for (const { due } of open) if (due && (!nearest || due.at < nearest.at)) nearest = due;
  return {
    count: ids.length,
    open: open.length,
    own: open.filter((one) => one.turn.includes(own)).length,
    other: open.filter((one) => one.turn.some((party) => party !== own)).length,
    overdue: open.filter((one) => one.due !== undefined && one.due.at <= now).length,
    ...(nearest
      ? { due: { at: isoInstant(nearest.at), local: localOf(terms, nearest.at), owners: [...nearest.owners] } }
      : {}),
    unknown: ids.length - known.length,
  };
}

async function dossiersOf(
  context: HandlerContext,
  input: Found & { readonly officer: Officer; readonly line: string },
): Promise<{ items: PlanTable["row"][]; hidden: number }> {
  const { accord, officer, viewed, line } = input;
  const { store, row } = accord.side;
  const ids = (viewed.view.dossier.data.links[line] ?? []).filter(isActId);
  const rows = await store.dossiersById(row.accord, ids);
  const readable = rows.filter(
    ({ procedure, id }) => mayRead(context, { officer, accord, procedure, dossier: id }) === undefined,
  );
  const late = Number.MAX_SAFE_INTEGER;
  const sorted = readable.toSorted(
    (a, b) => Number(a.final) - Number(b.final) || (a.due?.at ?? late) - (b.due?.at ?? late),
  );
  const items = sorted.slice(0, lineDossiersMax).map((one) => dossierRowOf(one, viewed.terms));
  return { items, hidden: ids.length - items.length };
}
