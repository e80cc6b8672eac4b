// The forms of a designation: a service, its functions, its keys, and where it is reached. Offices and functions only:
// a designation names no person, because a register can never forget one.

import {
  isFunctionCode,
  isLanguageCode,
  isSealingRecipient,
  isServiceCode,
  officerKeySchema,
  publicKeySchema,
} from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { domains } from "../annex.ts";

/** What kinds of service sides designate. */
export const serviceKinds = [
  "ministry",
  "staff",
  "intelligence",
  "security",
  "procurement",
  "industry",
  "training",
  "protocol",
  "communication",
  "liaison",
  "registry",
] as const;

const text = z.string().min(1).max(300);
const language = z.string().max(3).refine(isLanguageCode, "a language's ISO 639 code").meta({ format: "language" });
const names = z
  .record(language, text)
  .refine((record) => Object.keys(record).length > 0, "a name in at least one language");
const functionCode = z.string().max(40).refine(isFunctionCode, "a function code").meta({ format: "function" });
const kid = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "a key's id of 43 characters");

/** A key that documents are sealed to, as age writes it. */
const recipient = z.string().max(2000).refine(isSealingRecipient, "an age recipient: age1pq1… or age1…");

/**
 * An officer's key file or passkey, known by a label that says what holds it, such as a card's number; never a name.
 */
const officer = z.strictObject({ key: officerKeySchema, kid: kid.optional(), label: z.string().min(1).max(80) });
const officers = z.array(officer).max(50);

const contact = z.strictObject({
  office: text,
  address: text.optional(),
  phone: z
    .string()
    .regex(/^\+[1-9][0-9 ]{4,20}$/, "a telephone number that begins with + and the country")
    .optional(),
  email: z.email().max(120).optional(),
});

export const designateBody = z.strictObject({
  service: z.string().max(40).refine(isServiceCode, "a service code").meta({ format: "service" }),
  names,
  kind: z.enum(serviceKinds),
  /** What it may act in. Empty: only in what rests on the founding, such as the accord itself. */
  domains: z
    .array(z.enum(domains))
    .max(domains.length)
    .refine((list) => new Set(list).size === list.length, "each domain once"),
  functions: z
    .array(z.strictObject({ function: functionCode, names, officers }))
    .max(50)
    .refine((list) => new Set(list.map((one) => one.function)).size === list.length, "each function once"),
  keys: z.array(publicKeySchema).min(1).max(8),
  sealing: z.array(recipient).min(1).max(8).optional(),
  contact,
});

export const addFunctionBody = z.strictObject({ function: functionCode, names, officers });
export const changeFunctionBody = z.strictObject({ function: functionCode, names });
export const removeFunctionBody = z.strictObject({ function: functionCode, reason: text });
export const changeContactBody = z.strictObject({ contact });
export const changeDomainsBody = designateBody.pick({ domains: true, names: true, kind: true });
export const issueKeyBody = z.strictObject({ key: publicKeySchema });
export const rotateKeyBody = z.strictObject({ old: kid, new: publicKeySchema });

const revocation = {
  kid,
  reason: z.enum(["compromised", "lost", "ceased", "other"]),
  /** When it is thought to have begun; the revocation itself counts from this act's leaf. */
  suspectedSince: z.iso.date().optional(),
} as const;
export const revokeKeyBody = z.strictObject(revocation);
export const issueSealingKeyBody = z.strictObject({ recipient });
export const rotateSealingKeyBody = z.strictObject({ old: recipient, new: recipient });
export const revokeSealingKeyBody = z.strictObject({
  recipient,
  reason: revocation.reason,
  suspectedSince: revocation.suspectedSince,
});
export const issueOfficerKeyBody = z.strictObject({ function: functionCode, officer });
export const revokeOfficerKeyBody = z.strictObject({ function: functionCode, ...revocation });
export const withdrawBody = z.strictObject({ reason: text });
export const takeNoteBody = z.strictObject({ remark: text.optional() });
