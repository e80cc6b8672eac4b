// The forms of an exercise's planning, conduct and reports. Schemas only; lessons have their own file.

import { z } from "../../base/index.ts";
import { day, digestText, dossier, instant, names, note, party, reason, reasonsOf, reference, zone } from "../forms.ts";

const words = (max: number): z.ZodString => z.string().min(1).max(max);

/** Begins with the code of the side that gave it, so that numbers of the two sides never meet. */
export const numberText = z.string().regex(/^[a-z0-9]{1,8}-[a-z0-9][a-z0-9-]{0,30}$/, "a party, a hyphen and a number");

export const kinds = ["tableTop", "commandPost", "computerAssisted", "field"] as const;
/** Of the whole: the lead time of its planning follows from it. */
export const sizes = ["small", "medium", "large"] as const;

const period = { from: day, until: day };

export const proposeBody = z.strictObject({
  titles: names,
  reference,
  kind: z.enum(kinds),
  size: z.enum(sizes),
  host: party,
  venue: words(160).optional(),
  ...period,
  zone,
  aim: words(1000),
});

export const acceptBody = z.strictObject({
  reference: reference.optional(),
  /** The annual plan and the line of it under which the exercise stands. */
  plan: z.strictObject({ dossier, line: words(40) }).optional(),
});
export const decliningReasons = ["budget", "dates", "personnel", "priority", "facilities", "policy", "other"] as const;
export const declineBody = z.strictObject({ reasons: reasonsOf(decliningReasons) });

export const objectiveSchema = z.strictObject({
  id: numberText,
  titles: names,
  capability: words(120).optional(),
});

/** A lesson learned in an exercise before, and the objective here that it is carried into. */
export const carriedSchema = z.strictObject({
  exercise: dossier,
  lesson: numberText,
  objective: numberText,
  note: note.optional(),
});

export const specificationSchema = z.strictObject({
  objectives: z.array(objectiveSchema).min(1).max(40),
  /** A setting that is invented: no place, force or person that there is. */
  scenario: words(2000).optional(),
  participants: z.record(party, z.number().int().min(0).max(100_000)),
  observers: z.number().int().min(0).max(10_000).optional(),
  limits: words(1000).optional(),
  lessons: z.array(carriedSchema).max(60).optional(),
});
export const specifyBody = z.strictObject({ specification: specificationSchema, base: digestText.optional() });

export const versionBody = z.strictObject({ version: digestText });
export const reasonBody = z.strictObject({ reason });
export const noteBody = z.strictObject({ note: note.optional() });

export const conferenceKinds = ["initial", "main", "final", "workshop", "survey", "rehearsal"] as const;
export const conferenceSchema = z.strictObject({
  id: numberText,
  kind: z.enum(conferenceKinds),
  titles: names.optional(),
  ...period,
  venue: words(160).optional(),
});
export const callBody = z.strictObject({ conferences: z.array(conferenceSchema).min(1).max(20) });
export const holdBody = z.strictObject({ conference: numberText, conclusions: words(2000) });

export const taskSchema = z.strictObject({ id: numberText, title: words(200), owner: party, ...period });
export const taskBody = z.strictObject({ tasks: z.array(taskSchema).min(1).max(60) });
export const progress = ["begun", "done", "dropped"] as const;
export const progressBody = z.strictObject({
  tasks: z
    .array(z.strictObject({ task: numberText, progress: z.enum(progress), note: note.optional() }))
    .min(1)
    .max(60)
    .refine((list) => new Set(list.map((one) => one.task)).size === list.length, "each task once"),
});

export const planSchema = z.strictObject({
  /** When it begins and ends, to the second. */
  begins: instant,
  ends: instant,
  phases: z
    .array(z.strictObject({ id: numberText, titles: names, from: instant, until: instant }))
    .max(20)
    .optional(),
  sites: z.array(words(160)).max(40).optional(),
  command: words(1000),
  support: words(2000).optional(),
  /** Who stops it, how a stop is told, who treats the hurt. */
  safety: words(2000),
  /** Annexes that went by another way, each by its digest. */
  annexes: z
    .array(z.strictObject({ name: words(160), digest: digestText }))
    .max(32)
    .optional(),
});
export const writePlanBody = z.strictObject({ plan: planSchema, base: digestText.optional() });

export const readinessChecks = ["medical", "safety", "communications", "personnel", "support", "evaluation"] as const;
export const readyBody = z.strictObject({ checks: z.array(z.enum(readinessChecks)).max(readinessChecks.length) });
/** With the list that another is put in place of; absent for the first. */
export const listBody = z.strictObject({ injects: dossier, instead: dossier.optional() });

export const startBody = z.strictObject({ plan: digestText });
export const pauseReasons = ["noPlay", "night", "administrative", "realEvent", "other"] as const;
export const pauseBody = z.strictObject({ cause: z.enum(pauseReasons), note: note.optional() });
export const safetyCauses = ["medical", "weather", "fire", "traffic", "contactLost", "realEvent", "other"] as const;
export const safetyBody = z.strictObject({
  cause: z.enum(safetyCauses),
  place: words(160).optional(),
  note: note.optional(),
});
/** Which interruption is over, by its number: a later one is not resumed from unseen. */
export const resumeBody = z.strictObject({ interruption: z.number().int().min(1).max(10_000) });
export const endings = ["asPlanned", "early", "stopped"] as const;
export const endBody = z.strictObject({ ending: z.enum(endings), note: note.optional() });

export const putOffReasons = ["weather", "budget", "personnel", "facilities", "realEvent", "policy", "other"] as const;
export const putOffBody = z.strictObject({ reasons: reasonsOf(putOffReasons) });
export const rescheduleBody = z.strictObject({ ...period });

export const impressionBody = z.strictObject({ summary: words(3000) });
export const achieved = ["achieved", "partlyAchieved", "notAchieved", "notTried"] as const;
export const reportSchema = z.strictObject({
  summary: names,
  text: words(6000).optional(),
  objectives: z
    .array(z.strictObject({ objective: numberText, achieved: z.enum(achieved), note: note.optional() }))
    .max(40),
});
export const draftReportBody = z.strictObject({ report: reportSchema, base: digestText.optional() });

export type Proposal = z.infer<typeof proposeBody>;
export type Specification = z.infer<typeof specificationSchema>;
export type Conference = z.infer<typeof conferenceSchema>;
export type Task = z.infer<typeof taskSchema>;
export type ExercisePlan = z.infer<typeof planSchema>;
export type Report = z.infer<typeof reportSchema>;
