// The fields of dossiers that later steps name: digests that are signed, versions that are agreed. The data of a
// dossier is its procedure's own; only what is used here is parsed.

import { z } from "../../src/base/index.ts";
import { type AccordData, explainEntryIntoForce, explanationLine } from "../../src/procedures/index.ts";
import type { Reading } from "./step.ts";

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const draftSchema = z.looseObject({
  draft: z.looseObject({
    version: z.number(),
    texts: z.record(z.string(), z.looseObject({ digest })),
    annex: z.looseObject({ digest }),
  }),
});

const agreedSchema = z.looseObject({
  agreed: z.looseObject({ digest, digests: z.record(z.string(), digest), texts: z.record(z.string(), z.unknown()) }),
});

const versionsSchema = z.looseObject({ versions: z.array(z.looseObject({ number: z.number(), digest })).min(1) });
const requestSchema = z.looseObject({ current: z.looseObject({ digest }) });

const tabledSchema = z.looseObject({ digest });
const proposedSchema = z.looseObject({ proposal: digest });

/** What freezing names: the version on the table, the digest of each language and of the annex. */
export async function frozenDigests(reading: Reading, key: string): Promise<unknown> {
  const { draft } = draftSchema.parse((await reading.dossier(key)).data);
  const digests = Object.fromEntries(Object.entries(draft.texts).map(([language, text]) => [language, text.digest]));
  return { version: draft.version, digests, annex: draft.annex.digest };
}

export async function agreedText(
  reading: Reading,
  key: string,
): Promise<{ readonly digest: string; readonly digests: Readonly<Record<string, string>> }> {
  return agreedSchema.parse((await reading.dossier(key)).data).agreed;
}

/** The digest of the latest version of a programme. */
export async function programmeVersion(reading: Reading, key: string): Promise<string> {
  const { versions } = versionsSchema.parse((await reading.dossier(key)).data);
  return versions.at(-1)?.digest ?? "";
}

/** The digest of the request for visit under way. */
export async function requestVersion(reading: Reading, key: string): Promise<string> {
  return requestSchema.parse((await reading.dossier(key)).data).current.digest;
}

/** The digest of the table of levels on the table, as its adoption names it. */
export async function tableDigest(reading: Reading, key: string): Promise<string> {
  return tabledSchema.parse((await reading.dossier(key)).data).digest;
}

/** The digest of a channel's proposal, as its confirmation names it. */
export async function proposalDigest(reading: Reading, key: string): Promise<string> {
  return proposedSchema.parse((await reading.dossier(key)).data).proposal;
}

/** When the instrument enters into force and why, in one line, from the dossier's own facts. */
export async function entryLine(reading: Reading, key: string): Promise<string> {
  const entry = explainEntryIntoForce(parseInstrument((await reading.dossier(key)).data));
  return entry ? explanationLine(entry.explanation) : "no text is agreed";
}

function parseInstrument(data: unknown): AccordData {
  agreedSchema.parse(data);
  // The dossier follows the accord's procedure, so its data is that procedure's.
  return data as AccordData;
}
