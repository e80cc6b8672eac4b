// What the page reads of a programme's dossier, as the node tells it: checked once, then known by type.

import { Fault, z } from "../../base/index.ts";
import { changeSchema, engagementSchema } from "../../procedures/index.ts";

const texts = z.record(z.string(), z.string());
const pairs = z.array(z.looseObject({ from: z.string(), to: z.string() }));
const dates = z.looseObject({ from: z.string(), until: z.string(), zone: z.string() });

const member = z.looseObject({
  function: texts,
  rank: z.string().optional(),
  name: z.string().optional(),
});

const programmeData = z.looseObject({
  host: z.string(),
  titles: texts,
  reference: z.string().optional(),
  proposal: dates.extend({ by: z.string() }).optional(),
  dates: dates.optional(),
  delegation: z.looseObject({ members: z.array(member), version: z.number() }).optional(),
  versions: z.array(z.looseObject({ number: z.number(), digest: z.string(), at: z.number(), step: z.string() })),
  engagements: z.array(engagementSchema),
  requests: z.array(
    z.looseObject({
      number: z.number(),
      base: z.string(),
      changes: z.array(changeSchema),
      reason: z.string(),
      answer: z.enum(["taken", "declined"]).optional(),
    }),
  ),
  agreed: z.looseObject({ version: z.string(), acknowledged: pairs }).optional(),
  pending: z
    .looseObject({
      digest: z.string(),
      engagements: z.array(engagementSchema),
      acknowledged: pairs,
      reason: z.string(),
    })
    .optional(),
  moves: z.looseObject({
    count: z.number(),
    noted: z.number(),
    latest: z.array(z.looseObject({ number: z.number(), engagement: z.string(), reason: z.string() })),
  }),
});

export type ProgrammeShown = z.output<typeof programmeData>;
export type Member = z.output<typeof member>;
export type OpenRequest = ProgrammeShown["requests"][number];

/** Throws a Fault for data that are no programme's: the address names another dossier, or the node another contract. */
export function parseProgramme(data: unknown): ProgrammeShown {
  const read = programmeData.safeParse(data);
  if (read.success) return read.data;
  throw new Fault("web.badAnswer", `The dossier is no programme: ${read.error.issues[0]?.message ?? ""}`);
}

/** The latest version; undefined before one is tabled. */
export const latestVersion = (data: ProgrammeShown): ProgrammeShown["versions"][number] | undefined =>
  data.versions.at(-1);

/** The days of the programme: those agreed or proposed, and those on which a line stands. */
export function daysOf(data: ProgrammeShown): string[] {
  const { from, until } = data.dates ?? data.proposal ?? {};
  const days = new Set(data.engagements.map((one) => one.start.date));
  if (from !== undefined && until !== undefined) {
    const last = Temporal.PlainDate.from(until);
    let day = Temporal.PlainDate.from(from);
    // Bounded: a programme takes at most sixty days, whoever told it.
    for (let i = 0; i < 60 && Temporal.PlainDate.compare(day, last) <= 0; i++) {
      days.add(day.toString());
      day = day.add({ days: 1 });
    }
  }
  return [...days].sort();
}

export const zoneOf = (data: ProgrammeShown): string =>
  data.dates?.zone ?? data.proposal?.zone ?? data.engagements[0]?.start.zone ?? "UTC";
