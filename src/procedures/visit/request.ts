// The request for visit as a form: every field of the MISWG standard form (document 7) and of the national forms
// derived from it, with limits. Typed here, judged in request-guards.ts.
//
// Personal data of the visitors is not here. A visitor is a number with a function, a nationality and a clearance;
// name, date and place of birth and passport stand in a document the two sides keep sealed, of which the act carries
// the digest.

import { isActId, isLanguageCode } from "../../acts/index.ts";
import { z } from "../../base/index.ts";

/** What lead times are set for. An amendment is a change of a request, made by steps of its own. */
export const visitTypes = ["one-time", "recurring", "emergency", "amendment"] as const;
export type VisitType = (typeof visitTypes)[number];

const words = (max: number): z.ZodString => z.string().min(1).max(max);

export const day = z.iso.date();
export const level = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, "a level's code");
export const digestText = z.string().regex(/^sha256:[0-9a-f]{64}$/, "sha256: and 64 hexadecimal digits");
export const siteCode = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lowercase letters, digits and hyphens");
export const visitorNumber = z.number().int().min(1).max(9999);
/** A function or office in words, never a person's name. */
export const functionText = words(120);
export const reason = words(600);

/** Text by language; a sealed text is not carried here. */
const inLanguages = (max: number) =>
  z
    .record(z.string().refine(isLanguageCode, "a language's code").meta({ format: "language" }), words(max))
    .refine((texts) => Object.keys(texts).length > 0, "in at least one language");

export const visitorSchema = z.strictObject({
  /** The visitor in this dossier, from the first request to the gate log; never given to another person. */
  number: visitorNumber,
  function: functionText,
  /** ISO 3166-1, two or three letters. */
  nationality: z.string().regex(/^[A-Z]{2,3}$/, "a country's code"),
  clearance: z.strictObject({ level, validUntil: day }).optional(),
  /** Of the sealed document with the personal details. */
  details: digestText,
});
export type Visitor = z.infer<typeof visitorSchema>;

export const siteSchema = z.strictObject({
  code: siteCode,
  name: words(160),
  kind: z.enum(["government", "industry"]),
  address: words(200).optional(),
  contact: functionText,
  telephone: words(40).optional(),
  securityOfficer: functionText.optional(),
});
export type Site = z.infer<typeof siteSchema>;

// Wider than any limit of an accord: a request over the limits must be readable, to be told how to split.
export const visitorList = z
  .array(visitorSchema)
  .max(200)
  .refine((list) => new Set(list.map((visitor) => visitor.number)).size === list.length, "each visitor's number once");
export const siteList = z
  .array(siteSchema)
  .max(100)
  .refine((list) => new Set(list.map((site) => site.code)).size === list.length, "each site's code once");

const pertinent = z.strictObject({
  kind: z.enum(["equipment", "fmsCase", "exportLicence", "programme", "agreement", "acquisition", "other"]),
  reference: words(80).optional(),
  text: words(200),
});

export const requestSchema = z.strictObject({
  type: z.enum(["one-time", "recurring", "emergency"]),
  levelKind: z.enum(["unclassifiedOrRestricted", "confidentialOrAbove"]),
  /** The requester's own reference, the authority it is sent to, and its date. */
  reference: words(60),
  to: words(160),
  date: day,
  requester: z.strictObject({
    name: words(160),
    kind: z.enum(["government", "industry"]),
    address: words(200).optional(),
    contact: functionText,
  }),
  sites: siteList.min(1),
  /** First and last day, on the host's calendar. */
  from: day,
  until: day,
  initiative: z.enum(["government", "commercial"]),
  initiatedBy: z.enum(["requester", "host"]),
  pertinentTo: z.array(pertinent).min(1).max(10),
  /** Subject and justification; for a recurring visit each begins with the words of `recurringOpenings`. */
  subject: inLanguages(600),
  /** The highest level expected. */
  level,
  visitors: visitorList.min(1),
  securityOfficer: z.strictObject({ function: functionText, telephone: words(40).optional() }),
  remarks: words(1000).optional(),
  /** The dossier of the official programme this request serves. */
  programme: z.string().refine(isActId, "a dossier's id").meta({ format: "dossier" }).optional(),
  /** After how many months the sealed details are erased; the acts remain. */
  retentionMonths: z.number().int().min(1).max(120),
});
export type VisitRequest = z.infer<typeof requestSchema>;
