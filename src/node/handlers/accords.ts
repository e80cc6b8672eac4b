// The handlers of the accord itself: how far it has come, what it authorises, both registers, who is designated.

import { cardFingerprint } from "../../acts/index.ts";
import {
  type AccordDetail,
  type AccordSummary,
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
  explainEntryIntoForce,
  explanationLine,
  type Terms,
} from "../../procedures/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { DossierRow } from "../../store/index.ts";
import type { RunningAccord } from "../node.ts";
import { registersOf } from "../side/state.ts";
import { follows } from "../side/viewed.ts";
import { accordOf, type HandlerContext, localOf, mayRead } from "./context.ts";
import { directoryOf } from "./directory.ts";

type AccordRoutes = "accords" | "accord" | "procedures" | "procedure" | "directory";

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
    async directory({ params }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      return mayRead(context, { officer, accord, procedure: "designation" }) ?? directoryOf(accord);
    },
  };
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
  if (!id || !viewed || !follows(viewed, accordProcedure))
    return { state: "founded", dossier: undefined, data: undefined };
  const { state, data } = viewed.view.dossier;
  return { state, dossier: id, data };
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
  for (const { party, origin } of registersOf(row)) {
    const head = await store.head(origin);
    registers[party] = {
      size: head?.size ?? 0,
      root: head ? base64(head.root) : "",
      heldByBoth: side.held(party),
      checkpoint: `/registers/${row.accord}/${party}/checkpoint`,
    };
  }
  const sideOf = (card: (typeof founding.cards)[number]): AccordDetail["parties"][0] => ({
    party: card.party,
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
    titles: { ...article.titles },
    domains: [...article.domains],
    ...(article.cap === undefined ? {} : { cap: article.cap }),
    applies: articleApplies(terms, article.number, now),
  }));
}
