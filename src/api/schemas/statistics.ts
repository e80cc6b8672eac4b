// What each side does and how long it takes, counted from both registers.

import { z } from "../../base/index.ts";
import { count, instant, partyCode } from "./common.ts";

const side = { party: partyCode, acts: count, opened: count } as const;

const article = z
  .strictObject({ article: z.string(), sides: z.array(z.strictObject(side)) })
  .meta({ id: "ArticleStatistics", description: "Acts and opened dossiers under an article, by side." });

const procedure = z
  .strictObject({
    procedure: z.string(),
    open: count,
    all: count,
    sides: z.array(
      z.strictObject({
        ...side,
        /** Open dossiers whose nearest deadline, which this side owes, has passed. */
        overdue: count,
        /** How often it answered the other side, and within what time: half of the answers, and nine in ten. */
        answers: count,
        medianHours: z.number().min(0).optional(),
        ninthDecileHours: z.number().min(0).optional(),
      }),
    ),
    /** Codes of reasons given, the most frequent first. */
    reasons: z.array(z.strictObject({ code: z.string(), count })),
  })
  .meta({ id: "ProcedureStatistics" });

export const statistics = z
  .strictObject({
    now: instant,
    acts: count.meta({ description: "Acts counted, of both registers, whatever became of them." }),
    articles: z.array(article),
    /** Those the officer may read. */
    procedures: z.array(procedure),
  })
  .meta({ id: "Statistics" });

export type Statistics = z.input<typeof statistics>;
