// The handlers of dossiers: the list, and one dossier with what can be done next and whose turn it is.

import {
  type DossierRow as ApiDossierRow,
  type DossierDetail,
  type Handlers,
  isoInstant,
  type RouteInput,
  type RouteOutput,
} from "../../api/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import { calendarOf, type Deadline, type Terms, workingDaysBetween } from "../../procedures/index.ts";
import type { ActRow, DossierFilter, DossierRow, PageRequest } from "../../store/index.ts";
import type { RunningAccord } from "../node.ts";
import type { Viewed } from "../side/viewed.ts";
import { accordOf, type HandlerContext, localOf, mayRead } from "./context.ts";
import { summariesOf } from "./summary.ts";
import { titlesOf } from "./titles.ts";

/** The most acts a dossier's page tells of: the latest ones. All of them stand in the log. */
const actsShown = 200;

export function dossierHandlers(context: HandlerContext): Pick<Handlers<Officer>, "dossiers" | "dossier"> {
  return {
    async dossiers({ params, query }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = mayRead(context, { officer, accord, procedure: query.procedure ?? "accord" });
      return refused ?? (await list(context, { accord, officer, query }));
    },
    async dossier({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const { side } = accord;
      const row = await side.store.dossier(params.accord, params.dossier);
      const viewed = row && (await side.view(row.id));
      if (!row || !viewed) return refuse("api.unknown", { what: "dossier", got: params.dossier });
      const { procedure, id: dossier } = row;
      // What the dossier has become is read whole, so its reader must be cleared for the highest of its acts.
      const refused = mayRead(context, { officer, accord, procedure, dossier, level: viewed.level });
      return refused ?? (await detailOf(accord, { row, viewed }));
    },
  };
}

async function list(
  context: HandlerContext,
  input: { accord: RunningAccord; officer: Officer; query: RouteInput<"dossiers">["query"] },
): Promise<RouteOutput<"dossiers"> | Refusal> {
  const { accord, officer, query } = input;
  const { store, row } = accord.side;
  const page = await store.dossiers(row.accord, filterOf(query));
  if (isRefusal(page)) return page;
  const terms = await accord.side.terms();
  const readable = page.items.filter(
    ({ procedure, id }) => !mayRead(context, { officer, accord, procedure, dossier: id }),
  );
  return {
    items: readable.map((one) => dossierRowOf(one, terms)),
    ...(page.next === undefined ? {} : { next: page.next }),
  };
}

/** A filter that was not given is no filter. */
function filterOf(query: RouteInput<"dossiers">["query"]): DossierFilter & PageRequest {
  const { limit, procedure, state, turn, open, cursor } = query;
  return {
    limit,
    ...(procedure === undefined ? {} : { procedure }),
    ...(state === undefined ? {} : { state }),
    ...(turn === undefined ? {} : { turn }),
    ...(open === undefined ? {} : { open }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

/** The sides in the founding's order, so that both nodes tell the same of one dossier. */
export function dossierRowOf(row: DossierRow, terms: Terms): ApiDossierRow {
  const inOrder = (among: DossierRow["turn"]): DossierRow["turn"][number][] =>
    terms.parties.filter((party) => among.includes(party));
  return {
    dossier: row.id,
    procedure: row.procedure,
    version: row.version,
    title: row.title,
    ...titlesIn(row),
    state: row.state,
    final: row.final,
    turn: inOrder(row.turn),
    ...(row.due
      ? {
          due: {
            name: row.due.name,
            at: isoInstant(row.due.at),
            local: localOf(terms, row.due.at),
            owners: inOrder(row.due.owners),
          },
        }
      : {}),
    openedAt: isoInstant(row.openedAt),
    changedAt: isoInstant(row.changedAt),
    acts: row.acts,
  };
}

/** The title by language, where it has more than one. */
export function titlesIn({ titles }: Pick<DossierRow, "titles">): Pick<ApiDossierRow, "titles"> {
  return Object.keys(titles).length === 0 ? {} : { titles: { ...titles } };
}

async function detailOf(
  accord: RunningAccord,
  input: { row: DossierRow; viewed: Viewed<unknown> },
): Promise<DossierDetail> {
  const { row, viewed } = input;
  const { side } = accord;
  const { view, terms } = viewed;
  const latest = await side.store.latestActsOfDossier(side.row.accord, { dossier: row.id, limit: actsShown });
  const { state, roles, data } = view.dossier;
  const present = {
    ...row,
    state,
    final: view.final,
    turn: view.turn,
    due: view.deadlines[0],
    titles: titlesOf(viewed),
  };
  const now = side.clock.now();
  return {
    row: dossierRowOf(present, terms),
    roles: { ...roles },
    data,
    actions: view.actions.map((action) => ({ ...action })),
    deadlines: view.deadlines.map((deadline) => deadlineOf(deadline, { terms, now })),
    acts: await summariesOf({ accord, rows: inOrder(latest).slice(-actsShown), terms }),
  };
}

/**
 * The acts of both sides, each after what its author had seen; of two that crossed the earlier by its own date first.
 */
function inOrder(acts: readonly ActRow[]): ActRow[] {
  const [first = [], second = []] = Map.groupBy(acts, (act) => act.party).values();
  const merged: ActRow[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const a = first[i];
    const b = second[j];
    if (!a && !b) return merged;
    const takeFirst = a && (!b || b.sight > a.index || (a.sight <= b.index && a.at <= b.at));
    if (takeFirst) {
      merged.push(a);
      i += 1;
    } else if (b) {
      merged.push(b);
      j += 1;
    }
  }
}

function deadlineOf(deadline: Deadline, at: { terms: Terms; now: number }): DossierDetail["deadlines"][number] {
  const { terms, now } = at;
  const left = terms.parties.map((party) => {
    const calendar = calendarOf(terms, party);
    const days =
      deadline.at >= now
        ? workingDaysBetween({ calendar, from: now, to: deadline.at })
        : -workingDaysBetween({ calendar, from: deadline.at, to: now });
    return [party, days];
  });
  return {
    name: deadline.name,
    owners: [...deadline.owners],
    at: isoInstant(deadline.at),
    local: localOf(terms, deadline.at),
    workingDaysLeft: Object.fromEntries(left),
  };
}
