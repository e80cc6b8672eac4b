// The handler of the statistics of an accord.

import type { AccordId, PartyCode } from "../../acts/index.ts";
import { type Handlers, isoInstant, type RouteOutput } from "../../api/index.ts";
import { isRefusal, type Refusal } from "../../base/index.ts";
import { csvText } from "../../documents/index.ts";
import type { Officer } from "../../policy/index.ts";
import type { RunningAccord } from "../node.ts";
import { Statistics } from "../statistics/statistics.ts";
import { type ProcedureTally, quantile, type Tally } from "../statistics/tally.ts";
import { accordOf, type HandlerContext, mayRead } from "./context.ts";

/** Overdue dossiers that are counted; of more it is said that there are as many. */
const overdueMax = 10_000;
const hourMs = 3_600_000;

type Procedure = RouteOutput<"statistics">["procedures"][number];

type Figures = RouteOutput<"statistics">;

export function statisticsHandlers(context: HandlerContext): Pick<Handlers<Officer>, "statistics" | "statisticsTable"> {
  const statistics = new Statistics();
  const figuresOf = async (id: AccordId, officer: Officer): Promise<Figures | Refusal> => {
    const accord = accordOf(context, id);
    if (isRefusal(accord)) return accord;
    const refused = mayRead(context, { officer, accord, procedure: "accord" });
    if (refused) return refused;
    const { side } = accord;
    const tally = await statistics.upToNow(side);
    const overdue = await overdueOf(accord);
    const counts = await side.store.counts(side.row.accord);
    const procedures = counts
      .filter(({ procedure }) => !mayRead(context, { officer, accord, procedure }))
      .map(({ procedure, open, all }) => ({
        procedure,
        open,
        all,
        ...told({ parties: side.parties, overdue, procedure, tally: tally.procedures.get(procedure) }),
      }));
    const articles = articlesOf(tally, side.parties);
    return { now: isoInstant(side.clock.now()), acts: tally.acts, articles, procedures };
  };
  return {
    statistics: ({ params }, officer) => figuresOf(params.accord, officer),
    async statisticsTable({ params }, officer) {
      const figures = await figuresOf(params.accord, officer);
      return isRefusal(figures) ? figures : csvText(["about", "name", "side", "figure", "value"], rowsOf(figures));
    },
  };
}

function rowsOf({ articles, procedures }: Figures): string[][] {
  const ofArticles = articles.flatMap(({ article, sides }) =>
    sides.flatMap(({ party, acts, opened }) => [
      ["article", article, party, "acts", String(acts)],
      ["article", article, party, "opened", String(opened)],
    ]),
  );
  const ofProcedures = procedures.flatMap(({ procedure, open, all, sides, reasons }) => [
    ["procedure", procedure, "", "open", String(open)],
    ["procedure", procedure, "", "all", String(all)],
    ...sides.flatMap(({ party, ...figures }) =>
      Object.entries(figures).map(([figure, value]) => ["procedure", procedure, party, figure, String(value)]),
    ),
    ...reasons.map(({ code, count }) => ["reason", `${procedure}.${code}`, "", "count", String(count)]),
  ]);
  return [...ofArticles, ...ofProcedures];
}

/** By procedure and party. */
type Overdue = ReadonlyMap<string, number>;
const overdueKey = (procedure: string, party: PartyCode): string => `${procedure} ${party}`;

async function overdueOf({ side }: RunningAccord): Promise<Overdue> {
  const span = { from: 0, until: side.clock.now(), limit: overdueMax };
  const counts = new Map<string, number>();
  for (const { procedure, due } of await side.store.overview.dueBetween(side.row.accord, span))
    for (const party of due?.owners ?? []) {
      const key = overdueKey(procedure, party);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}

function articlesOf(tally: Tally, parties: readonly PartyCode[]): RouteOutput<"statistics">["articles"] {
  return [...tally.articles]
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([article, sides]) => ({
      article,
      sides: parties.map((party) => ({ party, ...(sides.get(party) ?? { acts: 0, opened: 0 }) })),
    }));
}

function told(input: {
  readonly parties: readonly PartyCode[];
  readonly overdue: Overdue;
  readonly procedure: string;
  readonly tally: ProcedureTally | undefined;
}): Pick<Procedure, "sides" | "reasons"> {
  const { parties, overdue, procedure, tally } = input;
  const reasons = [...(tally?.reasons ?? [])].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return {
    sides: parties.map((party) => {
      const { acts, opened, answersMs } = tally?.sides.get(party) ?? { acts: 0, opened: 0, answersMs: [] };
      const late = overdue.get(overdueKey(procedure, party)) ?? 0;
      return { party, acts, opened, overdue: late, answers: answersMs.length, ...answering(answersMs) };
    }),
    reasons: reasons.map(([code, count]) => ({ code, count })),
  };
}

function answering(answersMs: readonly number[]): { medianHours?: number; ninthDecileHours?: number } {
  const [median, ninth] = [quantile(answersMs, 0.5), quantile(answersMs, 0.9)];
  if (median === undefined || ninth === undefined) return {};
  return { medianHours: rounded(median), ninthDecileHours: rounded(ninth) };
}

/** Hours to a tenth. */
function rounded(ms: number): number {
  return Math.round(ms / (hourMs / 10)) / 10;
}
