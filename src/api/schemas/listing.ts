// The two registers as one list, and what is found in it by words.

import { z } from "../../base/index.ts";
import { actSummary, count, inLanguages, partyCode, refusalText, wholeNumber } from "./common.ts";

/** Acts on one page of the list. */
export const listedMax = 200;
/** Acts that one search tells of. */
export const foundMax = 500;

const label = z
  .strictObject({
    policy: z.string(),
    classification: z.string(),
    releasableTo: z.array(partyCode),
    caveats: z.array(z.string()).optional(),
  })
  .meta({ id: "Label", description: "Classification, releasability and caveats in the terms of ADatP-4774." });

const listedAct = z
  .strictObject({
    kind: z.literal("act"),
    ...actSummary.shape,
    articles: z.array(z.string()),
    label,
    /** Of the payload that was signed: sha256 and 64 hexadecimal digits. */
    digest: z.string(),
    /** The dossier's title; empty for an act whose dossier never opened. */
    title: z.string(),
    /** The title by language; left out where it is the same in all of them. */
    titles: inLanguages.optional(),
  })
  .meta({ id: "ListedAct" });

const listed = z
  .discriminatedUnion("kind", [
    listedAct,
    z.strictObject({ kind: z.literal("unreadable"), party: partyCode, index: count, refusal: refusalText }),
    z.strictObject({ kind: z.literal("closed"), party: partyCode, index: count }),
  ])
  .meta({
    id: "Listed",
    description: "A leaf: an act, one that could not be read as an act, or an act that this officer may not read.",
  });

export const actsQuery = z.strictObject({
  party: partyCode.optional().meta({ description: "One side's register only, in its own order." }),
  start: wholeNumber({ min: 0, max: Number.MAX_SAFE_INTEGER, usual: 0 }),
  limit: wholeNumber({ min: 1, max: listedMax, usual: 100 }),
});

export const actsPage = z
  .strictObject({
    /** How many leaves there are to list. */
    size: count,
    /** Where the page begins: each item stands at start plus its place here. */
    start: count,
    items: z.array(listed),
  })
  .meta({ id: "ActsPage", description: "From the first act on, in the order in which this node took them." });

const narrow = z.string().min(1).max(64).optional();

export const searchQuery = z.strictObject({
  q: z
    .string()
    .max(200)
    .optional()
    .meta({ description: "Words in any of the four languages, a number in a register, or the beginning of a digest." }),
  party: partyCode.optional(),
  procedure: narrow,
  step: narrow,
  article: narrow,
  level: narrow,
  limit: wholeNumber({ min: 1, max: foundMax, usual: 200 }),
});

export const foundActs = z
  .strictObject({
    items: z.array(listedAct),
    /** Whether there are more than these. */
    more: z.boolean(),
    /** Leaves that could be searched, and all there are: acts are searched a moment after they are registered. */
    searched: count,
    size: count,
  })
  .meta({ id: "FoundActs", description: "The acts found, the last one taken first." });

export type ListedAct = z.input<typeof listedAct>;
export type Listed = z.input<typeof listed>;
export type ActsPage = z.input<typeof actsPage>;
export type FoundActs = z.input<typeof foundActs>;
