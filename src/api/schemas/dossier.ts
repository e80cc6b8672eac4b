// Dossiers: rows of a list, and one dossier with what can be done next and the acts that made it.

import { z } from "../../base/index.ts";
import {
  actId,
  actSummary,
  count,
  cursor,
  inLanguages,
  instant,
  localTimes,
  partyCode,
  wholeNumber,
} from "./common.ts";

export const dossierRow = z
  .strictObject({
    dossier: actId,
    procedure: z.string(),
    version: z.number().int(),
    /** In the first of its languages by their codes. */
    title: z.string(),
    /** By language; left out where the title is the same in all of them. */
    titles: inLanguages.optional(),
    state: z.string(),
    final: z.boolean(),
    /** Whose turn it is: none, one or both. */
    turn: z.array(partyCode),
    /** The nearest deadline and who owes it. */
    due: z.strictObject({ name: z.string(), at: instant, local: localTimes, owners: z.array(partyCode) }).optional(),
    openedAt: instant,
    changedAt: instant,
    acts: count,
  })
  .meta({ id: "DossierRow" });

export const dossierPage = z
  .strictObject({ items: z.array(dossierRow), next: cursor.optional() })
  .meta({ id: "DossierPage", description: "Open before closed, then by nearest deadline, then newest first." });

export const dossierQuery = z.strictObject({
  procedure: z.string().max(40).optional().meta({ description: "A procedure's name without its version." }),
  state: z.string().max(40).optional(),
  turn: partyCode.optional(),
  open: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional()
    .meta({ description: "Open dossiers only (true), closed only (false)." }),
  limit: wholeNumber({ min: 1, max: 500, usual: 50 }),
  cursor: cursor.optional().meta({ description: "`next` of the page before." }),
});

const action = z
  .strictObject({
    step: z.string(),
    side: partyCode,
    grave: z.boolean(),
    expected: z.boolean(),
    /** Both sides make it; true when the other has made its part. */
    awaited: z.boolean(),
  })
  .meta({ id: "NextAction" });

const deadline = z
  .strictObject({
    name: z.string(),
    owners: z.array(partyCode),
    at: instant,
    local: localTimes,
    /** By party, on its own working calendar; negative when the deadline has passed. */
    workingDaysLeft: z.record(z.string(), z.number().int()),
  })
  .meta({ id: "Deadline" });

export const dossierDetail = z
  .strictObject({
    row: dossierRow,
    /** By role, the party bound to it. */
    roles: z.record(z.string(), partyCode),
    /** What the procedure keeps of the dossier; its form is the procedure's own. */
    data: z.unknown(),
    actions: z.array(action),
    deadlines: z.array(deadline),
    acts: z.array(actSummary),
  })
  .meta({ id: "DossierDetail" });

export type DossierRow = z.input<typeof dossierRow>;
export type DossierPage = z.input<typeof dossierPage>;
export type DossierDetail = z.input<typeof dossierDetail>;
