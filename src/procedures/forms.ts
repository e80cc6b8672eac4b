// Fields that the forms of several procedures share: what names something, what is written for people, and sealed
// documents by their references.

import {
  documentRefSchema,
  isActId,
  isArticleNumber,
  isFunctionCode,
  isInstantText,
  isLanguageCode,
  isPartyCode,
  isServiceCode,
  isZoneName,
  labelSchema,
} from "../acts/index.ts";
import { z } from "../base/index.ts";

export const dossier = z.string().max(64).refine(isActId, "the id of a dossier").meta({ format: "dossier" });
export const party = z.string().max(8).refine(isPartyCode, "a party's code").meta({ format: "party" });
export const service = z.string().max(40).refine(isServiceCode, "a service code").meta({ format: "service" });
export const functionCode = z.string().max(40).refine(isFunctionCode, "a function code").meta({ format: "function" });
export const article = z.string().max(10).refine(isArticleNumber, "an article's number").meta({ format: "article" });
export const zone = z.string().max(64).refine(isZoneName, "an IANA time zone by name").meta({ format: "zone" });
export const day = z.iso.date();
export const instant = z
  .string()
  .max(20)
  .refine(isInstantText, "an instant in UTC to the second")
  .meta({ format: "instant" });
export const language = z
  .string()
  .max(3)
  .refine(isLanguageCode, "a language's ISO 639 code")
  .meta({ format: "language" });

/** A level, a caveat or a marking of a policy of labels. */
export const word = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
export const policyName = z.string().min(1).max(64);
export const label = labelSchema;

export const names = z
  .record(language, z.string().min(1).max(300))
  .refine((record) => Object.keys(record).length > 0, "a name in at least one language");
/** A side's own number for the matter. */
export const reference = z.string().min(1).max(60);
/** One line, at the level of the act's own label: what is sealed is never told here. */
export const subject = z.string().min(1).max(200);
export const reason = z.string().min(1).max(1000);
export const note = z.string().min(1).max(600);

/** Parties to whom something may be released: sorted, each once. */
export const releasability = labelSchema.shape.releasableTo.refine(
  (list) => list.every((one, i) => i === 0 || (list[i - 1] ?? "") < one),
  "sorted, each once",
);

/** Where a service is reached: an office and a function, never a person, for a register can never forget one. */
export const contact = z.strictObject({
  office: z.string().min(1).max(200),
  function: functionCode,
  phone: z
    .string()
    .regex(/^\+[1-9][0-9 ]{4,20}$/, "a telephone number that begins with + and the country")
    .optional(),
});

export const digestText = z.string().regex(/^sha256:[0-9a-f]{64}$/, "sha256: and 64 hexadecimal digits");
/** A sealed document; one act names 64 at most. */
export const document = documentRefSchema;
export const attachments = z.array(documentRefSchema).max(32);
/** Documents by their digests, each once. */
export const digests = z
  .array(digestText)
  .min(1)
  .max(64)
  .refine((list) => new Set(list).size === list.length, "each document once");

/** Reasons of a closed list, so that they can be counted, each with a note where one is needed. */
export function reasonsOf<const Codes extends readonly [string, ...string[]]>(codes: Codes) {
  return z
    .array(z.strictObject({ code: z.enum(codes), note: note.optional() }))
    .min(1)
    .max(codes.length);
}
