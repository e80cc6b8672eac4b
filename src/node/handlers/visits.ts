// The handlers of visits and programmes as lists and calendars show them, and of the lead time before a request is
// sent. What a row tells is read whole, so its reader must be cleared for the highest of the dossier's acts.

import {
  type Handlers,
  isoInstant,
  type ProgrammeRow,
  type RouteInput,
  type RouteOutput,
  type VisitRow,
} from "../../api/index.ts";
import { isRefusal, type Refusal } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import {
  calendarOf,
  clashesOf,
  latestDateToSend,
  type ProgrammeData,
  programmeProcedure,
  type Terms,
  type VisitData,
  visitProcedure,
  workingDaysBetween,
} from "../../procedures/index.ts";
import type { DossierFilter, DossierRow, PageRequest } from "../../store/index.ts";
import type { RunningAccord } from "../node.ts";
import { follows, type Viewed } from "../side/viewed.ts";
import { accordOf, type HandlerContext, localOf, mayRead } from "./context.ts";
import { dossierRowOf } from "./dossiers.ts";

type Routes = "visits" | "programmes" | "visitLeadTime";
type Query = RouteInput<"visits">["query"];

export function visitHandlers(context: HandlerContext): Pick<Handlers<Officer>, Routes> {
  return {
    async visits({ params, query }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const list = { accord, officer, query, procedure: visitProcedure.name };
      return await page(context, list, (row, viewed) =>
        follows(viewed, visitProcedure) ? visitRow(row, viewed) : undefined,
      );
    },
    async programmes({ params, query }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const list = { accord, officer, query, procedure: programmeProcedure.name };
      return await page(context, list, (row, viewed) =>
        follows(viewed, programmeProcedure) ? programmeRow(row, viewed) : undefined,
      );
    },
    async visitLeadTime({ params, query }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      return mayRead(context, { officer, accord, procedure: visitProcedure.name }) ?? leadTimeOf(accord, query);
    },
  };
}

interface Listed {
  readonly accord: RunningAccord;
  readonly officer: Officer;
  readonly query: Query;
  readonly procedure: string;
}

async function page<Item extends { readonly from?: string | undefined; readonly until?: string | undefined }>(
  context: HandlerContext,
  list: Listed,
  tell: (row: DossierRow, viewed: Viewed<unknown>) => Item | undefined,
): Promise<{ items: Item[]; next?: string } | Refusal> {
  const { accord, officer, query, procedure } = list;
  const { side } = accord;
  const refused = mayRead(context, { officer, accord, procedure });
  if (refused) return refused;
  const found = await side.store.dossiers(side.row.accord, filterOf(list));
  if (isRefusal(found)) return found;
  const items: Item[] = [];
  for (const row of found.items) {
    const viewed = await side.view(row.id);
    if (!viewed || mayRead(context, { officer, accord, procedure, dossier: row.id, level: viewed.level })) continue;
    const item = tell(row, viewed);
    if (item && within(item, query)) items.push(item);
  }
  return { items, ...(found.next === undefined ? {} : { next: found.next }) };
}

function filterOf({ query, procedure }: Listed): DossierFilter & PageRequest {
  const { limit, state, turn, open, cursor } = query;
  return {
    procedure,
    limit,
    ...(state === undefined ? {} : { state }),
    ...(turn === undefined ? {} : { turn }),
    ...(open === undefined ? {} : { open }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

/** What has no days yet is on no calendar. ISO dates sort as text. */
function within(item: { from?: string | undefined; until?: string | undefined }, { from, until }: Query): boolean {
  if (from === undefined && until === undefined) return true;
  if (item.from === undefined || item.until === undefined) return false;
  return (from === undefined || item.until >= from) && (until === undefined || item.from <= until);
}

function presentRow(row: DossierRow, { view, terms }: Viewed<unknown>): VisitRow["row"] {
  const { state } = view.dossier;
  return dossierRowOf({ ...row, state, final: view.final, turn: view.turn, due: view.deadlines[0] }, terms);
}

function visitRow(row: DossierRow, viewed: Viewed<VisitData>): VisitRow | undefined {
  const { data, roles } = viewed.view.dossier;
  const { current, request, emergency, decisions, approvals } = data;
  const { requester, host } = roles;
  if (!current || requester === undefined || host === undefined) return undefined;
  const programme = request?.programme;
  return {
    row: presentRow(row, viewed),
    requester,
    host,
    reference: request?.reference ?? emergency?.asked.reference ?? "",
    type: request?.type ?? "emergency",
    from: current.from,
    until: current.until,
    level: current.level,
    visitors: current.visitors.length,
    sites: current.sites.map(({ code, name }) => {
      const decision = Object.hasOwn(decisions, code) ? decisions[code]?.decision : undefined;
      return { code, name, approved: Object.hasOwn(approvals, code), ...(decision ? { decision } : {}) };
    }),
    amending: data.amending,
    ...(programme === undefined ? {} : { programme }),
  };
}

function programmeRow(row: DossierRow, viewed: Viewed<ProgrammeData>): ProgrammeRow | undefined {
  const { data } = viewed.view.dossier;
  const { host, titles, versions, engagements, agreed } = data;
  const dates = data.dates ?? data.proposal;
  if (host === undefined) return undefined;
  return {
    row: presentRow(row, viewed),
    host,
    titles: { ...titles },
    ...(dates ? { from: dates.from, until: dates.until, zone: dates.zone } : {}),
    version: versions.at(-1)?.number ?? 0,
    clashes: clashesOf(engagements).length,
    agreed: agreed !== undefined,
  };
}

async function leadTimeOf(
  accord: RunningAccord,
  query: RouteInput<"visitLeadTime">["query"],
): Promise<RouteOutput<"visitLeadTime">> {
  const { own, other: host } = accord.side.row;
  const terms = await accord.side.terms();
  const now = accord.side.clock.now();
  const { from, type, level, amends } = query;
  const question = { terms, host, requester: own, level, from, type, ...(amends === undefined ? {} : { amends }) };
  // What is asked on the telephone has no lead time: the host's confirmation stands in its place.
  const latest = type === "emergency" ? undefined : latestDateToSend(question);
  if (!latest) return { host, late: false };
  const { row, before } = latest;
  return {
    host,
    rule: { type: row.type, workingDays: row.workingDays, ...(row.level === undefined ? {} : { level: row.level }) },
    before: isoInstant(before),
    beforeLocal: localOf(terms, before),
    late: now >= before,
    workingDaysLeft: daysLeft(terms, { now, before }),
  };
}

function daysLeft(terms: Terms, { now, before }: { now: number; before: number }): Record<string, number> {
  const counted = terms.parties.map((party) => {
    const calendar = calendarOf(terms, party);
    const days =
      before >= now
        ? workingDaysBetween({ calendar, from: now, to: before })
        : -workingDaysBetween({ calendar, from: before, to: now });
    return [party, days];
  });
  return Object.fromEntries(counted);
}
