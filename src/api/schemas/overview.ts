// The overview of an accord for an officer's first page: whose turn it is, counted and by deadline, and the days ahead.

import { z } from "../../base/index.ts";
import { count, inLanguages, instant, partyCode } from "./common.ts";
import { dossierRow } from "./dossier.ts";

/** Dossiers of either list that are told in full. */
export const overviewRowsMax = 25;

const label = z.strictObject({ policy: z.string(), classification: z.string(), releasableTo: z.array(z.string()) });

const awaiting = z
  .strictObject({
    row: dossierRow,
    /** The title by language; empty where it is a reference. */
    titles: inLanguages,
    /** Under which the act that opened it stands. */
    articles: z.array(z.string()),
    /** The level of its highest act. */
    label,
    /** The step that is waited for from the side whose list this is, the first the procedure declares. */
    step: z.strictObject({ name: z.string(), grave: z.boolean(), awaited: z.boolean() }).optional(),
  })
  .meta({ id: "AwaitingDossier" });

const day = z
  .strictObject({
    /** On this side's calendar. */
    date: z.iso.date(),
    /** The sides that do not work on that date, each by its own weekend and holidays. */
    off: z.array(partyCode),
  })
  .meta({ id: "DayAhead" });

export const overview = z
  .strictObject({
    now: instant,
    /** Open dossiers of each procedure that await a side; one that awaits both counts for both. */
    turns: z.array(z.strictObject({ procedure: z.string(), own: count, other: count })),
    /** The nearest deadline first. The counts are in `turns`; here are at most the first twenty-five. */
    own: z.array(awaiting),
    other: z.array(awaiting),
    /** Today and the thirteen days after it. */
    days: z.array(day),
    /** Open dossiers whose nearest deadline falls in those days, at most two hundred. */
    due: z.array(dossierRow),
  })
  .meta({ id: "Overview", description: "Whose turn it is, and what the next fourteen days bring." });

export type Overview = z.input<typeof overview>;
export type AwaitingDossier = z.input<typeof awaiting>;
