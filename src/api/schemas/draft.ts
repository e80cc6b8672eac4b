// Drafts: acts that one officer composes and another releases. A side's own, never sent.

import { z } from "../../base/index.ts";
import { actId, count, cursor, instant, refusalText, wholeNumber } from "./common.ts";

export const draftState = z.enum(["composed", "returned", "releasing", "released"]).meta({
  id: "DraftState",
  description:
    "composed: waits for release; returned: waits for its composer, with a reason; releasing: handed to the register " +
    "and not known to be there yet; released: registered, and never changed again.",
});

const row = {
  id: actId,
  state: draftState,
  version: count.meta({ description: "Counts the changes, from 1; to be named by whoever changes the draft." }),
  procedure: z.string(),
  step: z.string(),
  dossier: actId,
  classification: z.string(),
  composer: z.string().meta({ description: "The officer who wrote it last, by the id in this side's directory." }),
  releaser: z.string().optional(),
  composedAt: instant,
  changedAt: instant,
} as const;

export const draftRow = z
  .strictObject(row)
  .meta({ id: "DraftRow", description: "A draft in a list; its id is the id the act will have." });

const draftEvent = z
  .strictObject({
    kind: z.enum(["composed", "changed", "returned", "released", "refused"]),
    officer: z.string(),
    at: instant,
    reason: z.string().optional().meta({ description: "Why it was returned, or the code it was refused with." }),
  })
  .meta({ id: "DraftEvent" });

export const draftDetail = z
  .strictObject({
    ...row,
    draft: z.record(z.string(), z.unknown()).meta({ description: "What its author chooses of the act, a Draft." }),
    history: z.array(draftEvent),
    flaw: refusalText.optional().meta({ description: "Why it could not be registered as things stand now." }),
    barred: refusalText.optional().meta({
      description: "Why the officer who asks may not release it; absent: may, when nothing else is in the way.",
    }),
  })
  .meta({ id: "DraftDetail" });

export const draftPage = z
  .strictObject({ items: z.array(draftRow), next: z.string().optional() })
  .meta({ id: "DraftPage" });

export const draftQuery = z.strictObject({
  state: draftState.optional(),
  dossier: actId.optional(),
  limit: wholeNumber({ min: 1, max: 500, usual: 50 }),
  cursor: cursor.optional(),
});

export const version = z.number().int().min(1);

export const returnReason = z.string().min(1).max(2_000);

export type DraftRow = z.input<typeof draftRow>;
export type DraftDetail = z.input<typeof draftDetail>;
export type DraftPage = z.input<typeof draftPage>;
