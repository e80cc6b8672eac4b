// The handlers of accords and dossiers: how far the accord has come, what waits, whose turn it is.

import { cardFingerprint, type LanguageCode } from "../../acts/index.ts";
import {
  type AccordDetail,
  type AccordSummary,
  type DossierRow as ApiDossierRow,
  type DossierDetail,
  type Handlers,
  isoInstant,
  procedureDetailOf,
  procedureSummaryOf,
} from "../../api/index.ts";
import { base64, isRefusal, refuse } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import {
  type AccordData,
  accordProcedure,
  allProcedures,
  articleApplies,
  calendarOf,
  explainEntryIntoForce,
  explanationLine,
  type Terms,
  workingDaysBetween,
} from "../../procedures/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { DossierRow } from "../../store/index.ts";
import type { RunningAccord } from "../node.ts";
import { accordOf, type HandlerContext, localOf, mayRead } from "./context.ts";
import { directoryOf } from "./directory.ts";
import { summaryOf } from "./summary.ts";

type AccordRoutes = "accords" | "accord" | "procedures" | "procedure" | "dossiers" | "dossier" | "directory";

export function accordHandlers(context: HandlerContext): Pick<Handlers<Officer>, AccordRoutes> {
  return {
    async accords() {
      const items: AccordSummary[] = [];
      for (const accord of context.node.accords.values()) items.push(await accordSummary(accord));
      return { items };
    },
    async accord({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      return mayRead(context, { officer, accord, procedure: "accord" }) ?? accordDetail(accord);
    },
    procedures({ params }) {
      const accord = accordOf(context, params.accord);
      return isRefusal(accord) ? accord : { items: allProcedures.map(procedureSummaryOf) };
    },
    procedure({ params }) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const procedure = allProcedures.find((one) => one.name === params.procedure);
      return procedure
        ? procedureDetailOf(procedure)
        : refuse("api.unknown", { what: "procedure", got: params.procedure });
    },
    async dossiers({ params, query }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = mayRead(context, { officer, accord, procedure: query.procedure ?? "accord" });
      if (refused) return refused;
      const page = await accord.side.store.dossiers(params.accord, defined(query));
      if (isRefusal(page)) return page;
      const terms = await accord.side.terms();
      const readable = page.items.filter(
        (row) => !mayRead(context, { officer, accord, procedure: row.procedure, dossier: row.id }),
      );
      return {
        items: readable.map((row) => dossierRowOf(row, terms)),
        ...(page.next === undefined ? {} : { next: page.next }),
      };
    },
    async dossier({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const row = await accord.side.store.dossier(params.accord, params.dossier);
      if (!row) return refuse("api.unknown", { what: "dossier", got: params.dossier });
      const refused = mayRead(context, { officer, accord, procedure: row.procedure, dossier: row.id });
      if (refused) return refused;
      return (await dossierDetail(accord, row)) ?? refuse("api.unknown", { what: "dossier", got: params.dossier });
    },
    async directory({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      return mayRead(context, { officer, accord, procedure: "designation" }) ?? directoryOf(accord);
    },
  };
}

/** Without the members that are undefined: a filter that was not given is no filter. */
function defined<T extends object>(value: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
}

interface AccordStanding {
  readonly state: string;
  readonly dossier: DossierRow["id"] | undefined;
  readonly data: AccordData | undefined;
}

/** The framework instrument: the one that holds, or the one under negotiation. */
async function standingOf(accord: RunningAccord): Promise<AccordStanding> {
  const { side } = accord;
  const terms = await side.terms();
  let id = terms.accord?.dossier;
  if (!id) {
    const page = await side.store.dossiers(side.row.accord, { procedure: accordProcedure.name, limit: 1 });
    id = isRefusal(page) ? undefined : page.items[0]?.id;
  }
  const viewed = id && (await side.view(id));
  if (!id || !viewed) return { state: "founded", dossier: undefined, data: undefined };
  // The dossier follows the accord's procedure, so its data is that procedure's.
  return { state: viewed.view.dossier.state, dossier: id, data: viewed.view.dossier.data as AccordData };
}

export async function accordSummary(accord: RunningAccord): Promise<AccordSummary> {
  const { row, founding } = accord.side;
  const { state } = await standingOf(accord);
  return { accord: row.accord, names: { ...founding.names }, own: row.own, other: row.other, state };
}

async function accordDetail(accord: RunningAccord): Promise<AccordDetail> {
  const { side } = accord;
  const { row, founding, store } = side;
  const terms = await side.terms();
  const standing = await standingOf(accord);
  const registers: AccordDetail["registers"] = {};
  for (const party of terms.parties) {
    const head = await store.head(party === row.own ? row.ownOrigin : row.otherOrigin);
    registers[party] = {
      size: head?.size ?? 0,
      root: head ? base64(head.root) : "",
      heldByBoth: side.held(party),
      checkpoint: `/registers/${row.accord}/${party}/checkpoint`,
    };
  }
  const sideOf = (card: (typeof founding.cards)[number]): AccordDetail["parties"][0] => ({
    party: card.party as typeof row.own,
    names: { ...card.names },
    address: card.address,
    zone: card.zone,
    weekend: [...card.weekend],
    fingerprint: cardFingerprint(nativeSuite, card),
  });
  return {
    accord: row.accord,
    names: { ...founding.names },
    own: row.own,
    other: row.other,
    parties: [sideOf(founding.cards[0]), sideOf(founding.cards[1])],
    labels: {
      policy: founding.labels.policy,
      levels: founding.labels.levels.map((level) => ({ code: level.code, names: { ...level.names } })),
    },
    cap: founding.cap,
    status: statusOf({ standing, terms }),
    articles: articlesOf(terms, side.clock.now()),
    registers,
    counts: (await store.counts(row.accord)).map((count) => ({ ...count })),
  };
}

function statusOf(input: { standing: AccordStanding; terms: Terms }): AccordDetail["status"] {
  const { standing, terms } = input;
  const entry = standing.data && explainEntryIntoForce(standing.data);
  const from = terms.accord?.inForceFrom;
  const ends = terms.accord?.endsAt;
  return {
    state: standing.state,
    ...(standing.dossier === undefined ? {} : { dossier: standing.dossier }),
    ...(from === undefined ? {} : { inForceFrom: isoInstant(from), inForceFromLocal: localOf(terms, from) }),
    ...(ends === undefined ? {} : { endsAt: isoInstant(ends), endsAtLocal: localOf(terms, ends) }),
    explanation: entry ? explanationLine(entry.explanation) : "No text has been agreed yet.",
  };
}

function articlesOf(terms: Terms, now: number): AccordDetail["articles"] {
  return (terms.accord?.annex.articles ?? []).map((article) => ({
    number: article.number,
    titles: { ...(article.titles as Record<LanguageCode, string>) },
    domains: [...article.domains],
    ...(article.cap === undefined ? {} : { cap: article.cap }),
    applies: articleApplies(terms, article.number, now),
  }));
}

function dossierRowOf(row: DossierRow, terms: Terms): ApiDossierRow {
  return {
    dossier: row.id,
    procedure: row.procedure,
    version: row.version,
    title: row.title,
    state: row.state,
    final: row.final,
    turn: [...row.turn],
    ...(row.due
      ? {
          due: {
            name: row.due.name,
            at: isoInstant(row.due.at),
            local: localOf(terms, row.due.at),
            owners: [...row.due.owners],
          },
        }
      : {}),
    openedAt: isoInstant(row.openedAt),
    changedAt: isoInstant(row.changedAt),
    acts: row.acts,
  };
}

/** The most acts a dossier's page tells of: the latest ones. All of them stand in the log. */
const actsShown = 500;

async function dossierDetail(accord: RunningAccord, row: DossierRow): Promise<DossierDetail | undefined> {
  const { side } = accord;
  const viewed = await side.view(row.id);
  if (!viewed) return undefined;
  const { view, terms } = viewed;
  const now = side.clock.now();
  const stored = await side.store.actsOfDossier(side.row.accord, row.id);
  const latest = [...stored].sort((a, b) => a.row.at - b.row.at || a.row.index - b.row.index).slice(-actsShown);
  const acts: DossierDetail["acts"] = [];
  for (const one of latest) acts.push(await summaryOf({ accord, row: one.row, terms }));
  return {
    row: dossierRowOf(
      { ...row, state: view.dossier.state, final: view.final, turn: view.turn, due: view.deadlines[0] },
      terms,
    ),
    roles: { ...view.dossier.roles },
    data: view.dossier.data,
    actions: view.actions.map((action) => ({ ...action })),
    deadlines: view.deadlines.map((deadline) => ({
      name: deadline.name,
      owners: [...deadline.owners],
      at: isoInstant(deadline.at),
      local: localOf(terms, deadline.at),
      workingDaysLeft: Object.fromEntries(
        terms.parties.map((party) => [party, daysLeft({ terms, party, now, at: deadline.at })]),
      ),
    })),
    acts,
  };
}

function daysLeft(input: { terms: Terms; party: Terms["parties"][0]; now: number; at: number }): number {
  const { terms, party, now, at } = input;
  const calendar = calendarOf(terms, party);
  return at >= now
    ? workingDaysBetween({ calendar, from: now, to: at })
    : -workingDaysBetween({ calendar, from: at, to: now });
}
