// The handler of retention: what is due when, by which rule, and what holds it.

import { type Handlers, isoInstant, type RetentionDetail } from "../../api/index.ts";
import { isRefusal } from "../../base/index.ts";
import type { Officer } from "../../policy/index.ts";
import type { RetainedDocument } from "../retention/retention.ts";
import { accordOf, type HandlerContext, mayAdminister } from "./context.ts";

const dayMs = 86_400_000;

export function retentionHandlers(context: HandlerContext): Pick<Handlers<Officer>, "retention"> {
  return {
    async retention({ params, query }, officer) {
      const accord = accordOf(context, params.accord);
      if (isRefusal(accord)) return accord;
      const refused = mayAdminister(context, { officer, matter: "retention" });
      if (refused) return refused;
      const { retention } = accord;
      const due = await retention.upTo(context.node.clock.now() + query.days * dayMs);
      return {
        rules: retention.rules.map(({ name, procedure, level, caveat, days }) => ({
          name,
          ...(procedure === undefined ? {} : { procedure }),
          ...(level === undefined ? {} : { level }),
          ...(caveat === undefined ? {} : { caveat }),
          days,
        })),
        items: due.slice(0, query.limit).map(detailOf),
        due: due.length,
      };
    },
  };
}

function detailOf(one: RetainedDocument): RetentionDetail["items"][number] {
  const { digest, dossier, procedure, classification, endedAt, due, hold } = one;
  return {
    document: digest,
    dossier,
    procedure,
    classification,
    endedAt: isoInstant(endedAt),
    rule: due.rule.name,
    dueAt: isoInstant(due.at),
    ...(hold
      ? {
          hold: {
            dossier: hold.dossier,
            reason: hold.reason,
            ...(hold.until === undefined ? {} : { until: isoInstant(hold.until) }),
          },
        }
      : {}),
  };
}
