// The forms of a courier's certificate: the sealed packages carried by hand, the way, and what became of each package.
// The courier goes by the sending side's own number, for a register can never forget a name. Schemas only.

import { z } from "../../base/index.ts";
import { day, digestText, dossier, note, reason, reference, word } from "../forms.ts";

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lowercase letters, digits and hyphens");

const leg = z.strictObject({
  from: z.string().min(1).max(100),
  to: z.string().min(1).max(100),
  on: day,
});
const itinerary = z.array(leg).min(1).max(20);

const packet = z.strictObject({
  id,
  /** The number of the seal on it. */
  seal: reference,
  level: word,
  digest: digestText.optional(),
  /** The dossier it belongs to. */
  dossier: dossier.optional(),
});

const eachOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const packetIds = z.array(id).min(1).max(60).refine(eachOnce, "each package once");

export const issueBody = z.strictObject({
  reference,
  /** The sending side's own number of the person who carries. */
  courier: reference,
  packages: z
    .array(packet)
    .min(1)
    .max(60)
    .refine((list) => eachOnce(list.map((one) => one.id)), "each package once"),
  itinerary,
  validFrom: day,
  validUntil: day,
});
/** The way as the receiving side has read it, by its digest. */
export const acknowledgeBody = z.strictObject({ way: digestText, note: note.optional() });
export const itineraryBody = z.strictObject({ itinerary, reason });
export const departBody = z.strictObject({ on: day });
export const receiveBody = z.strictObject({
  packages: packetIds,
  on: day,
  seals: z.enum(["intact", "broken"]),
  note: note.optional(),
});
export const takeBackBody = z.strictObject({ packages: packetIds, on: day, reason });
export const problems = ["delayed", "sealBroken", "lost", "seized", "other"] as const;
export const problemBody = z.strictObject({ packages: packetIds, kind: z.enum(problems), note: note.optional() });
export const debriefBody = z.strictObject({ on: day, observations: note.optional() });
export const reasonBody = z.strictObject({ reason });
