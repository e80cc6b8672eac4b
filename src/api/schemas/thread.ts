// What goes by the channels, as a list of threads: requests, dispatches, releases to third parties and incidents, each
// with the channel it goes by and the label its reader must be cleared for.

import { z } from "../../base/index.ts";
import { actId, partyCode, wholeNumber } from "./common.ts";
import { dossierRow } from "./dossier.ts";

/** The procedures whose dossiers go by a channel. */
export const threadProcedures = ["request", "dispatch", "release", "incident"] as const;

/** Threads that one answer tells of. */
export const threadsMax = 500;

const label = z.strictObject({ policy: z.string(), classification: z.string(), releasableTo: z.array(z.string()) });

const thread = z
  .strictObject({
    row: dossierRow,
    channel: actId,
    /** The side that opened it: who asks, sends, wants to pass on, or reports. */
    opener: partyCode,
    /** The level of its highest act, released to both. */
    label,
  })
  .meta({ id: "Thread" });

export const threadPage = z
  .strictObject({
    items: z.array(thread),
    /** Whether there are more than these: narrow the question. */
    more: z.boolean(),
  })
  .meta({ id: "ThreadPage", description: "Open before closed, then by nearest deadline, then newest first." });

export const threadQuery = z.strictObject({
  channel: actId.optional(),
  procedure: z.enum(threadProcedures).optional(),
  turn: partyCode.optional(),
  open: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional()
    .meta({ description: "Open threads only (true), closed only (false)." }),
  limit: wholeNumber({ min: 1, max: threadsMax, usual: 100 }),
});

export type Thread = z.input<typeof thread>;
export type ThreadPage = z.input<typeof threadPage>;
