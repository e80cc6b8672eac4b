// The accord's machine-readable annex: what each article authorises and under which cap, how the accord enters into
// force and ends, the working calendars, and every figure of practice that is a setting (lead times, limits,
// deadlines).

import { isArticleNumber, isLanguageCode, isPartyCode, isZoneName } from "../acts/index.ts";
import { z } from "../base/index.ts";

/** What an article can authorise. One word for a part of the accord, the same in code, API and pages. */
export const domains = [
  "visits",
  "intelligence",
  "procurement",
  "training",
  "exercises",
  "industry",
  "communication",
  "security",
  "planning",
  "committee",
] as const;

export type Domain = (typeof domains)[number];

const day = z.iso.date();
const inLanguages = z.record(
  z.string().refine(isLanguageCode).meta({ format: "language" }),
  z.string().min(1).max(200),
);
const article = z.string().refine(isArticleNumber, "an article's number").meta({ format: "article" });
const level = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
const party = z.string().refine(isPartyCode, "a party's code").meta({ format: "party" });
const count = z.number().int().min(0).max(10_000);

/** A length of time: working days on the owner's calendar, calendar days, or hours. Exactly one. */
export const amountSchema = z.union([
  z.strictObject({ workingDays: count }),
  z.strictObject({ days: count }),
  z.strictObject({ hours: count }),
]);

export type Amount = z.infer<typeof amountSchema>;

const calendarSchema = z.strictObject({
  zone: z.string().refine(isZoneName, "an IANA time zone by name").meta({ format: "zone" }),
  weekend: z.array(z.number().int().min(1).max(7)).max(6),
  holidays: z.array(z.strictObject({ date: day, names: inLanguages })).max(400),
});

/**
 * When the accord enters into force (VCLT art. 24; the kinds seen in practice). `zone` decides the day of an instant.
 */
const entryIntoForceSchema = z.strictObject({
  rule: z.discriminatedUnion("kind", [
    /** On the day of the last signature. */
    z.strictObject({ kind: z.literal("onSignature") }),
    /** On the day the second note of completion is received. */
    z.strictObject({ kind: z.literal("onSecondNote") }),
    /** So many days after the second note is received. */
    z.strictObject({ kind: z.literal("daysAfterSecondNote"), days: z.number().int().min(1).max(3650) }),
    /** On the first day of the nth month following the receipt of the second note. */
    z.strictObject({ kind: z.literal("firstOfMonthAfterSecondNote"), months: z.number().int().min(1).max(24) }),
    /** On a date named in the text, if both notes are received by then, else on the day of the second. */
    z.strictObject({ kind: z.literal("onDate"), date: day }),
  ]),
  zone: z.string().refine(isZoneName, "an IANA time zone by name").meta({ format: "zone" }),
  /** Articles applied provisionally from the signature. */
  provisional: z.array(article).max(100).optional(),
});

export const annexSchema = z.strictObject({
  entente: z.literal("annex/1"),
  /** The authentic languages; every version of the text is given in each of them. */
  languages: z
    .array(z.string().refine(isLanguageCode).meta({ format: "language" }))
    .min(1)
    .max(8),
  /** The language that prevails in case of divergence; absent when all are equally authentic. */
  prevailing: z.string().refine(isLanguageCode).meta({ format: "language" }).optional(),
  articles: z
    .array(
      z.strictObject({
        number: article,
        titles: inLanguages,
        /** What acts may rest on it; empty for an article that authorises nothing by itself. */
        domains: z.array(z.enum(domains)).max(domains.length),
        /** The highest level of an act resting on it; absent: the founding's cap. */
        cap: level.optional(),
      }),
    )
    .min(1)
    .max(200),
  entryIntoForce: entryIntoForceSchema,
  /** Absent: concluded for an unlimited time. */
  duration: z
    .strictObject({
      years: z.number().int().min(1).max(99),
      /** Absent: it expires unless both renew it. */
      tacitRenewal: z
        .strictObject({ years: z.number().int().min(1).max(99), noticeMonths: z.number().int().min(1).max(36) })
        .optional(),
    })
    .optional(),
  denunciation: z.strictObject({ noticeMonths: z.number().int().min(0).max(60) }),
  calendars: z.record(party, calendarSchema),
  /**
   * Lead time of a visit request before the first day of the visit, on the host's calendar; the most specific row wins.
   */
  leadTimes: z
    .array(
      z.strictObject({
        host: party,
        type: z.enum(["one-time", "recurring", "emergency", "amendment"]),
        /** Only for visits whose highest level is this one or above. */
        level: level.optional(),
        workingDays: count,
      }),
    )
    .max(200)
    .default([]),
  /** The most a single visit request may carry before it is split. */
  visitLimits: z
    .strictObject({ visitors: count.min(1), sites: count.min(1), days: count.min(1) })
    .default({ visitors: 30, sites: 30, days: 365 }),
  /** Deadlines that differ from a procedure's own, by `procedure.deadline`. */
  deadlines: z.record(z.string().regex(/^[a-z][a-z-]*\.[a-z][A-Za-z]*$/), amountSchema).default({}),
});

export type Annex = z.infer<typeof annexSchema>;
export type LeadTime = Annex["leadTimes"][number];
