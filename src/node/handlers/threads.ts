// The handler of what goes by the channels: the dossiers of four procedures as one list. A dossier's row does not know
// its channel, so each is folded until there are as many as were asked for; how many are folded is bounded.

import { type Handlers, type RouteInput, type RouteOutput, type Thread, threadProcedures } from "../../api/index.ts";
import { isRefusal, type Refusal } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import {
  dispatchProcedure,
  incidentProcedure,
  type OnChannel,
  releaseProcedure,
  requestProcedure,
} from "../../procedures/index.ts";
import type { DossierFilter, DossierRow, PageRequest } from "../../store/index.ts";
import type { RunningAccord } from "../node.ts";
import { follows, type Viewed } from "../side/viewed.ts";
import { accordOf, type HandlerContext, mayRead } from "./context.ts";
import { dossierRowOf } from "./dossiers.ts";

/** Dossiers of each procedure that one question looks at. */
const lookedAtMax = 500;

type Query = RouteInput<"threads">["query"];

interface Asked {
  readonly accord: RunningAccord;
  readonly officer: Officer;
  readonly query: Query;
}

export function threadHandlers(context: HandlerContext): Pick<Handlers<Officer>, "threads"> {
  return {
    async threads({ params, query }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = mayRead(context, { officer, accord, procedure: query.procedure ?? "request" });
      return refused ?? (await list(context, { accord, officer, query }));
    },
  };
}

async function list(context: HandlerContext, asked: Asked): Promise<RouteOutput<"threads"> | Refusal> {
  const { accord, officer, query } = asked;
  const found = await rowsOf(asked);
  if (isRefusal(found)) return found;
  const items: Thread[] = [];
  let { more } = found;
  for (const row of found.rows) {
    const viewed = await accord.side.view(row.id);
    const channel = viewed && channelIn(viewed);
    if (!viewed || channel === undefined || (query.channel !== undefined && channel !== query.channel)) continue;
    const { procedure, id: dossier } = row;
    if (mayRead(context, { officer, accord, procedure, dossier, level: viewed.level })) continue;
    if (items.length === query.limit) {
      more = true;
      break;
    }
    items.push(threadOf(row, { viewed, channel }));
  }
  return { items, more };
}

/** The rows of all procedures asked for, in one order: open ones first, by the nearest deadline, then the newest. */
async function rowsOf({
  accord,
  query,
}: Asked): Promise<{ readonly rows: readonly DossierRow[]; readonly more: boolean } | Refusal> {
  const rows: DossierRow[] = [];
  let more = false;
  for (const procedure of query.procedure === undefined ? threadProcedures : [query.procedure]) {
    const page = await accord.side.store.dossiers(accord.side.row.accord, filterOf(query, procedure));
    if (isRefusal(page)) return page;
    rows.push(...page.items);
    more ||= page.next !== undefined;
  }
  return { rows: rows.sort(inOrder), more };
}

function filterOf({ turn, open }: Query, procedure: string): DossierFilter & PageRequest {
  return {
    procedure,
    limit: lookedAtMax,
    ...(turn === undefined ? {} : { turn }),
    ...(open === undefined ? {} : { open }),
  };
}

function inOrder(one: DossierRow, other: DossierRow): number {
  if (one.final !== other.final) return one.final ? 1 : -1;
  const [due, otherDue] = [one.due?.at ?? Number.POSITIVE_INFINITY, other.due?.at ?? Number.POSITIVE_INFINITY];
  if (due !== otherDue) return due - otherDue;
  return other.openedAt - one.openedAt;
}

/** The channel a dossier goes by; undefined for one of another procedure. */
function channelIn(viewed: Viewed<unknown>): OnChannel["channel"] {
  if (follows(viewed, requestProcedure)) return viewed.view.dossier.data.channel;
  if (follows(viewed, dispatchProcedure)) return viewed.view.dossier.data.channel;
  if (follows(viewed, releaseProcedure)) return viewed.view.dossier.data.channel;
  return follows(viewed, incidentProcedure) ? viewed.view.dossier.data.channel : undefined;
}

function threadOf(
  row: DossierRow,
  { viewed, channel }: { viewed: Viewed<unknown>; channel: DossierRow["id"] },
): Thread {
  const { view, terms, level, procedure } = viewed;
  const { state, roles } = view.dossier;
  const { policy, levels } = terms.labels;
  const present = { ...row, state, final: view.final, turn: view.turn, due: view.deadlines[0] };
  return {
    row: dossierRowOf(present, terms),
    channel,
    opener: roles[procedure.roles[0]] ?? terms.parties[0],
    label: {
      policy,
      classification: levels[Math.min(level, levels.length - 1)]?.code ?? "",
      releasableTo: [...terms.parties],
    },
  };
}
