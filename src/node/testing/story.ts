// Brings a founded pair of sides to an accord in force, by acts submitted to both nodes: the shortest way through the
// procedure, for tests and benchmarks that begin where an accord runs. Wording and offices are invented.

import type { Draft, PartyCode } from "../../acts/index.ts";
import { encodeAct } from "../../acts/index.ts";
import { base64url, isRefusal, refusalLine } from "../../base/index.ts";
import { type Annex, alternat } from "../../procedures/index.ts";
import { type Ed25519Signer, encodeEnvelope, keyIdOf, parseEnvelope, protectedHeader } from "../../seal/index.ts";
import { generateEd25519, nativeSuite } from "../../seal/native.ts";
import { digestOf } from "../side/digest.ts";
import { signingInputOf } from "../side/officers.ts";
import type { Side } from "../side/side.ts";
import type { Submission } from "../side/submission.ts";
import { type TestPair, until } from "./pair.ts";

let counter = 0;

/** A UUIDv7 that no other test of this process has: the time does not matter here. */
export function nextId(): Draft["id"] {
  counter += 1;
  const digits = (Date.now() * 4096 + counter).toString(16).padStart(15, "0").slice(-12);
  return `01890000-0000-7000-8000-${digits}` as Draft["id"];
}

export interface Step {
  readonly service: string;
  readonly function: string;
  readonly procedure: string;
  readonly step: string;
  readonly dossier?: string;
  readonly articles?: readonly string[];
  readonly body: unknown;
  /** Signs a grave step. */
  readonly officer?: Ed25519Signer;
}

export function draftOfStep(side: Side, step: Step): Draft {
  const id = nextId();
  return {
    id,
    dossier: step.dossier ?? id,
    service: step.service,
    function: step.function,
    procedure: step.procedure,
    step: step.step,
    articles: step.articles ?? [],
    label: {
      policy: side.founding.labels.policy,
      classification: side.founding.labels.levels[0]?.code ?? "",
      releasableTo: [side.row.own, side.row.other].sort(),
    },
    body: step.body,
  } as unknown as Draft;
}

/** Makes one step on a side; throws with the refusal's words. Gives the act's id. */
export async function make(side: Side, step: Step): Promise<Draft["id"]> {
  const draft = draftOfStep(side, step);
  const submission = step.officer
    ? await signed(side, { draft, officer: step.officer })
    : { kind: "draft" as const, draft };
  const [result] = await side.submit([submission]);
  if (result?.status === "refused") throw new Error(`${step.step}: ${refusalLine(result.refusal)}`);
  return draft.id;
}

async function signed(side: Side, input: { draft: Draft; officer: Ed25519Signer }): Promise<Submission> {
  const prepared = await side.appender.prepare({ kind: "draft", draft: input.draft });
  if (isRefusal(prepared)) throw new Error(`${input.draft.step}: ${refusalLine(prepared)}`);
  const payload = encodeAct(prepared.act);
  if (isRefusal(payload)) throw new Error(refusalLine(payload));
  const header = protectedHeader(keyIdOf(nativeSuite, input.officer.publicKey));
  const signature = input.officer.sign(signingInputOf(header, payload));
  const envelope = parseEnvelope(encodeEnvelope({ payload, signatures: [{ protected: header, signature }] }));
  if (isRefusal(envelope)) throw new Error(refusalLine(envelope));
  return {
    kind: "prepared",
    act: prepared.act,
    payload,
    officers: envelope.signatures.map((entry) => ({ entry, protected: header })),
  };
}

export interface StoryService {
  readonly service: string;
  readonly officer: Ed25519Signer;
}

/** Designates one service that may do everything a visit needs. */
export async function designate(side: Side, service: string): Promise<StoryService> {
  const { signer } = side.keys.makeServiceKey(service);
  const officer = generateEd25519().signer;
  await make(side, {
    service: "registry",
    function: "registrar",
    procedure: "designation/1",
    step: "designate",
    body: {
      service,
      names: { en: "Example service" },
      kind: "ministry",
      domains: ["visits", "security"],
      functions: [
        {
          function: "treaty-officer",
          names: { en: "Treaty officer" },
          officers: [{ key: base64url(officer.publicKey), label: "card 1" }],
        },
        { function: "security-officer", names: { en: "Security officer" }, officers: [] },
      ],
      keys: [base64url(signer.publicKey)],
      contact: { office: "Room 1" },
    },
  });
  return { service, officer };
}

export interface InForce {
  readonly instrument: Draft["id"];
  readonly services: Readonly<Record<PartyCode, StoryService>>;
}

/** Proposes, agrees, signs and completes an instrument; both sides see it in force when this resolves. */
export async function bringIntoForce(pair: Pick<TestPair, "ma" | "il">): Promise<InForce> {
  const ma = pair.ma.accord().side;
  const il = pair.il.accord().side;
  const services = { MA: await designate(ma, "adn"), IL: await designate(il, "mod") } as Record<string, StoryService>;
  const today = new Date(ma.clock.now()).toISOString();
  const date = today.slice(0, 10);
  const step = (side: Side, name: string, rest: { body: unknown; dossier?: string; grave?: boolean }) => {
    const service = services[side.row.own];
    if (!service) throw new Error("No such side.");
    return make(side, {
      service: service.service,
      function: "treaty-officer",
      procedure: "accord/1",
      step: name,
      body: rest.body,
      ...(rest.dossier === undefined ? {} : { dossier: rest.dossier }),
      ...(rest.grave ? { officer: service.officer } : {}),
    });
  };
  const both = async (name: string, rest: { body: unknown; dossier: string; grave?: boolean }): Promise<void> => {
    await step(ma, name, rest);
    await synced(pair);
    await step(il, name, rest);
    await synced(pair);
  };
  await synced(pair);
  const instrument = await step(ma, "propose", {
    body: { kind: "framework", titles: { en: "Accord" }, mandate: { reference: "M-1" }, marking: "unclassified" },
  });
  await step(ma, "tableVersion", {
    dossier: instrument,
    body: {
      basis: "whole",
      version: 1,
      language: "en",
      title: "Accord",
      articles: [{ number: "1", title: "Visits", paragraphs: ["Visits are exchanged."] }],
      annex: annexOf(ma),
    },
  });
  await synced(pair);
  const data = (await ma.view(instrument))?.view.dossier.data as {
    draft: { texts: Record<string, { digest: string }>; annex: { digest: string } };
  };
  const digests = Object.fromEntries(
    Object.entries(data.draft.texts).map(([language, text]) => [language, text.digest]),
  );
  await both("freezeText", { dossier: instrument, body: { version: 1, digests, annex: data.draft.annex.digest } });
  const agreed = ((await ma.view(instrument))?.view.dossier.data as { agreed: { digest: string } }).agreed.digest;
  const heads = { MA: person, IL: person };
  const initials = { text: agreed, articles: ["1"], heads, place: { en: "Rabat" }, date };
  await both("initial", { dossier: instrument, body: initials, grave: true });
  const powers = { basis: "fullPowers", signatory: person, reference: "FP-1", issuedBy: "Government", date };
  for (const side of [ma, il]) {
    await step(side, "issueFullPowers", { dossier: instrument, body: powers, grave: true });
    const original = {
      text: agreed,
      document: digestOf(side.row.own),
      parties: [side.row.own, side.row.other],
      languages: ["en"],
    };
    await step(side, "confirmOriginal", { dossier: instrument, body: original });
    await synced(pair);
  }
  const occasion = { place: { en: "Rabat" }, at: `${today.slice(0, 19)}Z`, zone: "Africa/Casablanca" };
  await both("arrangeSignature", { dossier: instrument, body: { ...occasion, marking: "unclassified" } });
  const originals = alternat([ma.row.own, il.row.own]).map(({ keptBy, signed: order }) => ({
    keptBy,
    signed: [...order],
  }));
  await both("sign", {
    dossier: instrument,
    body: { text: agreed, ...occasion, signatories: heads, originals },
    grave: true,
  });
  await until(async () => (await il.terms()).accord?.inForceFrom !== undefined, "in force on both");
  return { instrument, services };
}

const person = { function: "treaty-officer", names: { en: "Minister" } };

function annexOf(side: Side): unknown {
  const annex: Omit<Annex, "leadTimes" | "visitLimits" | "deadlines"> = {
    entente: "annex/1",
    languages: ["en"],
    articles: [{ number: "1", titles: { en: "Visits" }, domains: ["visits", "security"] }],
    entryIntoForce: { rule: { kind: "onSignature" }, zone: "Africa/Casablanca" },
    denunciation: { noticeMonths: 6 },
    calendars: Object.fromEntries(
      side.founding.cards.map((card) => [
        card.party,
        { zone: card.zone as Annex["entryIntoForce"]["zone"], weekend: [...card.weekend], holidays: [] },
      ]),
    ),
  } as never;
  return annex;
}

/** Waits until each side's register is mirrored by the other. */
export async function synced(pair: Pick<TestPair, "ma" | "il">): Promise<void> {
  const ma = pair.ma.accord().side;
  const il = pair.il.accord().side;
  await until(
    () =>
      il.held(ma.row.own) >= ma.ownSize &&
      ma.held(il.row.own) >= il.ownSize &&
      ma.held(ma.row.own) >= ma.ownSize &&
      il.held(il.row.own) >= il.ownSize,
    "both registers mirrored",
  );
}

/** Asks for, decides and notifies so many visits of Israel to Morocco from today on; their gates may log at once. */
export async function openVisits(
  pair: Pick<TestPair, "ma" | "il">,
  input: { story: InForce; count: number },
): Promise<string[]> {
  const ma = pair.ma.accord().side;
  const il = pair.il.accord().side;
  const by = (side: Side) => {
    const service = input.story.services[side.row.own];
    if (!service) throw new Error("No such side.");
    return {
      service: service.service,
      function: "treaty-officer",
      procedure: "visit/1",
      articles: ["1"],
      officer: service.officer,
    };
  };
  const { officer: _, ...asker } = by(il);
  const { officer, ...host } = by(ma);
  const visits: string[] = [];
  for (let i = 0; i < input.count; i++) {
    const dossier = await make(il, { ...asker, step: "draft", body: visitRequest(il) });
    const request = ((await il.view(dossier))?.view.dossier.data as { current: { digest: string } }).current.digest;
    await make(il, { ...asker, step: "certify", dossier, body: { request } });
    await make(il, {
      ...asker,
      step: "endorse",
      dossier,
      body: { request, authority: "Security authority", reference: "E" },
    });
    await make(il, { ...asker, step: "transmit", dossier, body: { request } });
    visits.push(dossier);
  }
  await synced(pair);
  for (const dossier of visits) {
    await make(ma, { ...host, step: "receive", dossier, body: { reference: "H" } });
    await make(ma, { ...host, step: "decideSite", dossier, body: { decision: "approved", site: "site-1" }, officer });
    const gate = { site: "site-1", gate: "North gate", function: "Guard commander" };
    await make(ma, { ...host, step: "notify", dossier, body: { gates: [gate] } });
  }
  await synced(pair);
  return visits;
}

function visitRequest(side: Side): unknown {
  const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const now = side.clock.now();
  return {
    type: "one-time",
    levelKind: "unclassifiedOrRestricted",
    reference: "DV-1",
    to: "Security authority of the host",
    date: day(now),
    requester: { name: "Example directorate", kind: "government", contact: "Visits office" },
    sites: [{ code: "site-1", name: "Example site", kind: "government", contact: "Duty officer" }],
    from: day(now),
    until: day(now + 60 * 86_400_000),
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
