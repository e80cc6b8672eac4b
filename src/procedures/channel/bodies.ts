// The forms of a channel: what it is between, under which articles, up to which level and to whom, and where its two
// ends are reached. Offices and functions only.

import { z } from "../../base/index.ts";
import {
  article,
  contact,
  digestText,
  party,
  reason,
  reference,
  releasability,
  service,
  subject,
  word,
} from "../forms.ts";

/** All that both sides agree to, and may change together. */
export const channelSchema = z.strictObject({
  title: subject,
  reference: reference.optional(),
  /** The service of each side that sends and receives on it. */
  services: z.record(party, service),
  articles: z
    .array(article)
    .min(1)
    .max(16)
    .refine((list) => new Set(list).size === list.length, "each article once"),
  /** The highest level, of the accord's policy. */
  cap: word,
  /** The widest releasability of what it carries: both parties, and others only where both agree. */
  releasableTo: releasability,
  contacts: z.record(party, contact),
});
export type ChannelTerms = z.output<typeof channelSchema>;

/** Confirmation names what was proposed by its digest. */
export const confirmBody = z.strictObject({ proposal: digestText });
export const reasonBody = z.strictObject({ reason });
export const contactBody = z.strictObject({ contact });
export type Contact = z.output<typeof contact>;
