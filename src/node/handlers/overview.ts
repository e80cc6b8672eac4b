// The handler of an officer's first page. What it costs does not grow with the register: two pages of a list, a fold of
// each dossier told, and counts that are kept.

import { type AccordId, parseLeaf } from "../../acts/index.ts";
import { type AwaitingDossier, type Handlers, isoInstant, overviewRowsMax, type RouteOutput } from "../../api/index.ts";
import { Fault, isRefusal } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import { calendarOf, isWorkingDay, localDate, startOfDay, type Terms } from "../../procedures/index.ts";
import type { DossierRow } from "../../store/index.ts";
import type { RunningAccord } from "../node.ts";
import type { Viewed } from "../side/viewed.ts";
import { accordOf, type HandlerContext, mayRead } from "./context.ts";
import { dossierRowOf } from "./dossiers.ts";
import { titlesOf } from "./titles.ts";

const daysAhead = 14;
const dueMax = 200;

interface Reader {
  readonly context: HandlerContext;
  readonly accord: RunningAccord;
  readonly officer: Officer;
}

export function overviewHandlers(context: HandlerContext): Pick<Handlers<Officer>, "overview"> {
  return {
    async overview({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = mayRead(context, { officer, accord, procedure: "accord" });
      return refused ?? (await overviewOf({ context, accord, officer }));
    },
  };
}

async function overviewOf(reader: Reader): Promise<RouteOutput<"overview">> {
  const { side } = reader.accord;
  const { row, store } = side;
  const now = side.clock.now();
  const terms = await side.terms();
  const { zone } = calendarOf(terms, row.own);
  const today = localDate({ zone }, now);
  const dates = Array.from({ length: daysAhead }, (_, i) => today.add({ days: i }));
  const due = await store.overview.dueBetween(row.accord, {
    from: startOfDay(zone, today),
    until: startOfDay(zone, today.add({ days: daysAhead })),
    limit: dueMax,
  });
  return {
    now: isoInstant(now),
    turns: (await store.overview.turns(row.accord)).map((count) => ({ ...count })),
    own: await awaiting(reader, row.own),
    other: await awaiting(reader, row.other),
    days: dates.map((date) => ({
      date: date.toString(),
      off: terms.parties.filter((party) => !isWorkingDay(calendarOf(terms, party), date)),
    })),
    due: due
      .filter(({ procedure, id }) => mayReadDossier(reader, { procedure, id }))
      .map((one) => dossierRowOf(one, terms)),
  };
}

/** The open dossiers that await a side, by deadline, as far as the officer may read them. */
async function awaiting(reader: Reader, party: DossierRow["turn"][number]): Promise<AwaitingDossier[]> {
  const { side } = reader.accord;
  const page = await side.store.dossiers(side.row.accord, { turn: party, open: true, limit: overviewRowsMax });
  if (isRefusal(page)) throw new Fault("node.badPage", "The store refused its first page.");
  const told: AwaitingDossier[] = [];
  for (const row of page.items) {
    const viewed = await side.view(row.id);
    if (!viewed || !mayReadDossier(reader, { ...row, level: viewed.level })) continue;
    const opened = await openedBy(reader.accord, { accord: side.row.accord, row });
    if (!opened) continue;
    const titles = { ...titlesOf(viewed) };
    told.push({ ...opened, ...awaitedOf(viewed, party), row: presentRow(row, viewed), titles });
  }
  return told;
}

function mayReadDossier(
  { context, accord, officer }: Reader,
  dossier: Pick<DossierRow, "procedure" | "id"> & { readonly level?: number },
): boolean {
  const { procedure, id, level } = dossier;
  const asked = { officer, accord, procedure, dossier: id, ...(level === undefined ? {} : { level }) };
  return mayRead(context, asked) === undefined;
}

/** As time has moved it since its entry in the list was written. */
function presentRow(row: DossierRow, { view, terms }: Viewed<unknown>): AwaitingDossier["row"] {
  const { state } = view.dossier;
  return dossierRowOf({ ...row, state, final: view.final, turn: view.turn, due: view.deadlines[0] }, terms);
}

/** The step waited for, and the level of the dossier's highest act. */
function awaitedOf(
  { view, level, terms }: Viewed<unknown>,
  party: DossierRow["turn"][number],
): Pick<AwaitingDossier, "step" | "label"> {
  const next = view.actions.find((action) => action.expected && action.side === party);
  return {
    label: labelAt(terms, level),
    ...(next ? { step: { name: next.step, grave: next.grave, awaited: next.awaited } } : {}),
  };
}

/** The label of a dossier that both sides hold: by its rank, released to both. */
function labelAt(terms: Terms, level: number): AwaitingDossier["label"] {
  const { policy, levels } = terms.labels;
  const highest = levels[Math.min(level, levels.length - 1)];
  return { policy, classification: highest?.code ?? "", releasableTo: [...terms.parties] };
}

/** What the act that opened a dossier says; undefined where its leaf reads no more, which fsck tells. */
async function openedBy(
  accord: RunningAccord,
  input: { readonly accord: AccordId; readonly row: DossierRow },
): Promise<{ readonly articles: string[] } | undefined> {
  const stored = await accord.side.store.act(input.accord, input.row.id);
  const leaf = stored && parseLeaf(stored.leaf);
  return !leaf || isRefusal(leaf) ? undefined : { articles: [...leaf.act.articles] };
}
