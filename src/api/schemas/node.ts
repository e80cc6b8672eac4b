// What a node tells of itself and of one accord: the sides, how far the accord has come, its articles, the registers.

import { z } from "../../base/index.ts";
import { accordId, actId, count, inLanguages, instant, localTimes, partyCode } from "./common.ts";

export const clock = z
  .strictObject({ now: instant, kind: z.enum(["system", "story"]) })
  .meta({ id: "Clock", description: "The node's clock; only a demonstration node has a story clock." });

export const accordState = z.string().meta({
  id: "AccordState",
  description: "The state of the instrument's dossier, or `founded` while there is none.",
});

export const accordSummary = z
  .strictObject({ accord: accordId, names: inLanguages, own: partyCode, other: partyCode, state: accordState })
  .meta({ id: "AccordSummary" });

export const nodeInfo = z
  .strictObject({
    party: partyCode,
    names: inLanguages,
    version: z.string(),
    clock,
    demonstration: z.boolean(),
    /** A line that every page shows, such as that names and facts are a story's. */
    notice: z.string().optional(),
    accords: z.array(accordSummary),
  })
  .meta({ id: "NodeInfo" });

const side = z
  .strictObject({
    party: partyCode,
    names: inLanguages,
    address: z.string(),
    zone: z.string(),
    weekend: z.array(z.number().int().min(1).max(7)),
    /** SHA-256 of the canonical card in groups, to be read aloud. */
    fingerprint: z.string(),
  })
  .meta({ id: "Side", description: "A side's card, without the long keys." });

const level = z.strictObject({ code: z.string(), names: inLanguages });

const status = z
  .strictObject({
    state: accordState,
    /** The dossier of the instrument. */
    dossier: actId.optional(),
    inForceFrom: instant.optional(),
    inForceFromLocal: localTimes.optional(),
    endsAt: instant.optional(),
    endsAtLocal: localTimes.optional(),
    /** The rule and the facts from which the dates were computed, in one line. */
    explanation: z.string(),
  })
  .meta({ id: "AccordStatus" });

const article = z
  .strictObject({
    number: z.string(),
    titles: inLanguages,
    domains: z.array(z.string()),
    cap: z.string().optional(),
    /** In force or provisionally applied now. */
    applies: z.boolean(),
  })
  .meta({ id: "Article" });

const register = z
  .strictObject({
    size: count,
    /** Base64 of the Merkle root, as the checkpoint gives it. */
    root: z.string(),
    /** All acts below this size are cosigned by the other side. */
    heldByBoth: count,
    checkpoint: z.string(),
  })
  .meta({ id: "RegisterHead" });

export const accordDetail = z
  .strictObject({
    accord: accordId,
    names: inLanguages,
    own: partyCode,
    other: partyCode,
    /** In the founding's order, which fixes colours and shapes. */
    parties: z.tuple([side, side]),
    labels: z.strictObject({ policy: z.string(), levels: z.array(level) }),
    cap: z.string(),
    status,
    articles: z.array(article),
    registers: z.record(z.string(), register),
    counts: z.array(z.strictObject({ procedure: z.string(), open: count, all: count })),
  })
  .meta({ id: "AccordDetail" });

export type Clock = z.input<typeof clock>;
export type NodeInfo = z.input<typeof nodeInfo>;
export type AccordSummary = z.input<typeof accordSummary>;
export type AccordDetail = z.input<typeof accordDetail>;
