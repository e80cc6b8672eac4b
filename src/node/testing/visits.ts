// Visits of Israel to Morocco as far as a test or a benchmark needs them. Persons and places are invented.

import { type Draft, isArticleNumber } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import type { Side } from "../side/side.ts";
import { make, type Step } from "./steps.ts";
import { type InForce, type StoryPair, synced } from "./story.ts";

const article = "1";

/** What of a step of a visit is the same at every step of one side. */
export function visitMaker(side: Side, story: InForce): Omit<Step, "step" | "body" | "officer"> {
  const service = story.services[side.row.own]?.service;
  if (service === undefined || !isArticleNumber(article)) throw new Error("No such side.");
  return { service, function: "treaty-officer", procedure: "visit/1", articles: [article] };
}

const visitData = z.looseObject({ current: z.looseObject({ digest: z.string() }) });

/** The digest of the request as it stands. */
export async function requestDigest(side: Side, dossier: Draft["id"]): Promise<string> {
  return visitData.parse((await side.view(dossier))?.view.dossier.data).current.digest;
}

/** Writes a request, certifies, endorses and sends it. Gives its dossier. */
export async function requestVisit(side: Side, story: InForce): Promise<Draft["id"]> {
  const asker = visitMaker(side, story);
  const dossier = await make(side, { ...asker, step: "draft", body: visitRequest(side) });
  const request = await requestDigest(side, dossier);
  const endorsement = { request, authority: "Security authority", reference: "E" };
  await make(side, { ...asker, step: "certify", dossier, body: { request } });
  await make(side, { ...asker, step: "endorse", dossier, body: endorsement });
  await make(side, { ...asker, step: "transmit", dossier, body: { request } });
  return dossier;
}

/** Asks for, decides and notifies so many visits from today on; their gates may log at once. */
export async function openVisits(
  pair: StoryPair,
  { story, count }: { story: InForce; count: number },
): Promise<string[]> {
  const ma = pair.ma.accord().side;
  const il = pair.il.accord().side;
  const visits: Draft["id"][] = [];
  for (let i = 0; i < count; i++) visits.push(await requestVisit(il, story));
  await synced(pair);
  const host = visitMaker(ma, story);
  const officer = story.services[ma.row.own]?.officer;
  if (!officer) throw new Error("No officer.");
  for (const dossier of visits) {
    await make(ma, { ...host, step: "receive", dossier, body: { reference: "H" } });
    await make(ma, { ...host, step: "decideSite", dossier, body: { decision: "approved", site: "site-1" }, officer });
    const gate = { site: "site-1", gate: "North gate", function: "Guard commander" };
    await make(ma, { ...host, step: "notify", dossier, body: { gates: [gate] } });
  }
  await synced(pair);
  return visits;
}

/** A request for the days from `startsIn` on, 60 days long. */
export function visitRequest(side: Side, { startsInDays = 0 }: { startsInDays?: number } = {}): unknown {
  const dayMs = 86_400_000;
  const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const now = side.clock.now();
  const from = now + startsInDays * dayMs;
  return {
    type: "one-time",
    levelKind: "unclassifiedOrRestricted",
    reference: "DV-1",
    to: "Security authority of the host",
    date: day(now),
    requester: { name: "Example directorate", kind: "government", contact: "Visits office" },
    sites: [{ code: "site-1", name: "Example site", kind: "government", contact: "Duty officer" }],
    from: day(from),
    until: day(from + 60 * dayMs),
    initiative: "government",
    initiatedBy: "host",
    pertinentTo: [{ kind: "programme", text: "Example programme" }],
    subject: { en: "Example visit" },
    level: "unclassified",
    visitors: [{ number: 1, function: "Engineer", nationality: "IL", details: `sha256:${"0".repeat(64)}` }],
    securityOfficer: { function: "Security officer" },
    retentionMonths: 24,
  };
}
