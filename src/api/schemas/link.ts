// The link as an officer sees it, the designations of both sides, and the events that a page listens to.

import { z } from "../../base/index.ts";
import { actId, count, functionCode, inLanguages, instant, partyCode, refusalText, serviceCode } from "./common.ts";
import { clock } from "./node.ts";

export const linkState = z.enum(["open", "stopped", "recovering"]).meta({
  id: "LinkState",
  description: "stopped: evidence of a fork or another breach; recovering: after a restore.",
});

export const linkDetail = z
  .strictObject({
    state: linkState,
    lastContact: instant.optional(),
    /** Acts of this side that the other has not cosigned. */
    queue: count,
    peer: z.strictObject({ party: partyCode, address: z.string() }),
    lastError: refusalText.optional(),
    stopped: z.strictObject({ at: instant, refusal: refusalText }).optional(),
    /** Where the evidence file of a stop is. */
    evidence: z.string().optional(),
  })
  .meta({ id: "LinkDetail" });

/** What became of a key: since when stands in the designation's acts. */
const fate = {
  valid: z.boolean(),
  state: z.enum(["valid", "replaced", "revoked"]),
  successor: z.string().optional().meta({ description: "The key that took its place." }),
  reason: z.string().optional().meta({ description: "Why it was revoked." }),
} as const;

const key = z
  .strictObject({ kid: z.string(), label: z.string().optional(), ...fate })
  .meta({ id: "DirectoryKey", description: "valid: counts for an act made now." });

const service = z
  .strictObject({
    service: serviceCode,
    names: inLanguages,
    withdrawn: z.boolean(),
    /** The designation's dossier; none for the registry of the card. */
    dossier: actId.optional(),
    domains: z.array(z.string()),
    functions: z.array(z.strictObject({ function: functionCode, names: inLanguages, keys: z.array(key) })),
    keys: z.array(key),
    sealing: z.array(
      z.strictObject({
        recipient: z.string().meta({ description: "An age recipient: what documents for the service are sealed to." }),
        ...fate,
      }),
    ),
    /** Functional contact points, never persons. */
    contact: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: "DirectoryService" });

export const directory = z
  .strictObject({ parties: z.record(z.string(), z.array(service)) })
  .meta({ id: "Directory", description: "By party, the services it has designated." });

export const apiEvent = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("act"),
      party: partyCode,
      index: count,
      id: actId,
      dossier: actId,
      procedure: z.string(),
      step: z.string(),
    }),
    z.strictObject({ type: z.literal("held"), party: partyCode, size: count }),
    z.strictObject({
      type: z.literal("dossier"),
      dossier: actId,
      procedure: z.string(),
      state: z.string(),
      turn: z.array(partyCode),
    }),
    z.strictObject({
      type: z.literal("document"),
      digest: z.string(),
      dossier: actId,
      procedure: z.string(),
      state: z.enum(["expected", "held", "delivered", "opened", "erased"]),
    }),
    z.strictObject({ type: z.literal("link"), state: linkState, queue: count }),
    z.strictObject({ type: z.literal("clock"), clock }),
  ])
  .meta({ id: "Event", description: "act: registered here; held: all of a register below size is held by both." });

export const challenge = z.strictObject({ challenge: z.string() }).meta({ id: "Challenge" });

export type LinkDetail = z.input<typeof linkDetail>;
export type Directory = z.input<typeof directory>;
export type DirectoryService = z.input<typeof service>;
export type ApiEvent = z.input<typeof apiEvent>;
