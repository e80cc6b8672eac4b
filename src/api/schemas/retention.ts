// What a side keeps and for how long: its own rules, and the documents that they make due.

import { z } from "../../base/index.ts";
import { actId, count, instant } from "./common.ts";

const rule = z
  .strictObject({
    name: z.string(),
    procedure: z.string().optional(),
    level: z.string().optional(),
    caveat: z.string().optional(),
    days: count,
  })
  .meta({
    id: "RetentionRule",
    description: "Documents of this kind, level and caveat are kept so many days after the end of their dossier.",
  });

const retained = z
  .strictObject({
    document: z.string().meta({ description: "The digest of the sealed document." }),
    dossier: actId,
    procedure: z.string(),
    classification: z.string(),
    endedAt: instant,
    rule: z.string(),
    dueAt: instant,
    hold: z
      .strictObject({ dossier: actId, reason: z.string(), until: instant.optional() })
      .optional()
      .meta({ description: "Why it is not erased though it is due: the dossier of retention that holds it." }),
  })
  .meta({ id: "RetainedDocument" });

export const retentionDetail = z
  .strictObject({
    rules: z.array(rule),
    /** The earliest first; at most as many as asked for. */
    items: z.array(retained),
    /** All that are due by then. */
    due: count,
  })
  .meta({ id: "Retention" });

export type RetentionDetail = z.input<typeof retentionDetail>;
