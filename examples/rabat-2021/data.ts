// What the story is told from: the facts a press article reports, and beside them what was written for the
// demonstration, the services. Files only; each is read once and parsed.

import { readFileSync } from "node:fs";
import { z } from "../../src/base/index.ts";
import { domains } from "../../src/procedures/index.ts";

export const parties = ["MA", "IL"] as const;
/** The two sides of this story. */
export type Party = (typeof parties)[number];

export const otherOf = (party: Party): Party => (party === "MA" ? "IL" : "MA");
/** As the terminal calls them. */
export const partyName: Readonly<Record<Party, string>> = { MA: "Morocco", IL: "Israel" };
export const zoneOf = { MA: "Africa/Casablanca", IL: "Asia/Jerusalem" } as const;
export const weekendOf = { MA: [6, 7], IL: [5, 6] } as const;

export const languages = ["fr", "ar", "he", "en"] as const;
export type Language = (typeof languages)[number];

const names = z.record(z.string(), z.string());

const engagement = z.looseObject({
  time: z.string().nullable(),
  title: z.object({ fr: z.string(), en: z.string() }),
  place: z.string().nullable(),
});

const factsSchema = z.looseObject({
  accord: z.looseObject({
    signedOn: z.string(),
    signedAt: z.looseObject({ place: z.string(), zone: z.string() }),
    parties: z.array(
      z.looseObject({
        code: z.enum(parties),
        name: names,
        signatory: z.object({ name: z.string(), function: names }),
      }),
    ),
    covers: z.array(z.string()),
  }),
  statements: z.array(z.looseObject({ by: z.string(), side: z.enum(parties), medium: z.string(), says: z.string() })),
  visit: z.looseObject({ date: z.string(), zone: z.string(), engagements: z.array(engagement) }),
});

const serviceSchema = z.strictObject({
  service: z.string(),
  kind: z.string(),
  domains: z.array(z.enum(domains)),
  names,
  functions: z.array(z.strictObject({ function: z.string(), names })),
  office: z.string(),
  /** Receives sealed documents, and so has a key that they are sealed to. */
  sealing: z.literal(true).optional(),
  /** Designated at the founding, or once the accord is in force. */
  after: z.enum(["founding", "entryIntoForce"]),
});
export type ServiceFacts = z.infer<typeof serviceSchema>;

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./${name}`, import.meta.url), "utf8"));
}

export const facts = factsSchema.parse(read("facts.json"));
export const services = z.record(z.enum(parties), z.array(serviceSchema)).parse(read("services.json"));

export function signatoryOf(party: Party): {
  readonly name: string;
  readonly function: Readonly<Record<string, string>>;
} {
  const found = facts.accord.parties.find((one) => one.code === party);
  if (!found) throw new TypeError(`The facts name no signatory of ${party}.`);
  return found.signatory;
}

/** What was said in public on a side on the day, as reported. */
export function statementOf(party: Party): { readonly by: string; readonly medium: string; readonly says: string } {
  const found = facts.statements.find((one) => one.side === party);
  if (!found) throw new TypeError(`The facts have no statement of ${party}.`);
  return found;
}

export function namesOf(party: Party): Readonly<Record<string, string>> {
  const found = facts.accord.parties.find((one) => one.code === party);
  if (!found) throw new TypeError(`The facts have no name of ${party}.`);
  return found.name;
}
