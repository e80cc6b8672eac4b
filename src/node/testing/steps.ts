// Single steps on one side, for tests and benchmarks: drafts, steps made and signed, a service designated.

import { type Draft, encodeAct, isActId, parseDraft } from "../../acts/index.ts";
import { base64url, Fault, hex, isRefusal, refusalLine } from "../../base/index.ts";
import { domains } from "../../procedures/index.ts";
import { type Ed25519Signer, encodeEnvelope, keyIdOf, parseEnvelope, protectedHeader } from "../../seal/index.ts";
import { generateEd25519, nativeSuite, randomBytes } from "../../seal/native.ts";
import { signingInputOf } from "../side/officers.ts";
import type { Side } from "../side/side.ts";
import type { Submission } from "../side/submission.ts";
import { accepted } from "./pair.ts";

/** A UUIDv7 that no other test has: the time in it does not matter here. */
export function nextId(): Draft["id"] {
  const digits = hex(randomBytes(6));
  const id = `01890000-0000-7000-8000-${digits}`;
  if (!isActId(id)) throw new Fault("test.badId", id);
  return id;
}

export interface Step {
  readonly service: string;
  readonly function: string;
  readonly procedure: string;
  readonly step: string;
  readonly dossier?: string;
  readonly articles?: readonly string[];
  readonly body: unknown;
  /** A level of the founding's policy; the lowest when absent. */
  readonly classification?: string;
  /** Signs a grave step. */
  readonly officer?: Ed25519Signer;
}

export function draftOfStep(side: Pick<Side, "row" | "founding">, step: Step): Draft {
  const id = nextId();
  const { labels } = side.founding;
  const draft = parseDraft({
    id,
    dossier: step.dossier ?? id,
    service: step.service,
    function: step.function,
    procedure: step.procedure,
    step: step.step,
    articles: step.articles ?? [],
    label: {
      policy: labels.policy,
      classification: step.classification ?? labels.levels[0]?.code,
      releasableTo: [side.row.own, side.row.other].sort(),
    },
    body: step.body,
  });
  return accepted(draft);
}

/** How often an officer signs again because an act of the other side arrived meanwhile. */
const signingsMax = 5;

/** Makes one step on a side; throws with the refusal's words. Gives the act's id. */
export async function make(side: Side, step: Step): Promise<Draft["id"]> {
  const draft = draftOfStep(side, step);
  for (let signing = 1; ; signing++) {
    const submission = step.officer
      ? await signed(side, { draft, officer: step.officer })
      : { kind: "draft" as const, draft };
    const [result] = await side.submit([submission]);
    if (result?.status !== "refused") return draft.id;
    if (result.refusal.code !== "node.preparedStale" || signing === signingsMax)
      throw new Error(`${step.step}: ${refusalLine(result.refusal)}`);
  }
}

/** The draft prepared by the side and signed by the officer. */
export async function signed(side: Side, input: { draft: Draft; officer: Ed25519Signer }): Promise<Submission> {
  const prepared = await side.appender.prepare({ kind: "draft", draft: input.draft });
  if (isRefusal(prepared)) throw new Error(`${input.draft.step}: ${refusalLine(prepared)}`);
  const payload = accepted(encodeAct(prepared.act));
  const header = protectedHeader(keyIdOf(nativeSuite, input.officer.publicKey));
  const signature = input.officer.sign(signingInputOf(header, payload));
  const envelope = accepted(parseEnvelope(encodeEnvelope({ payload, signatures: [{ protected: header, signature }] })));
  const officers = envelope.signatures.map((entry) => ({ entry, protected: header }));
  return { kind: "prepared", act: prepared.act, payload, officers };
}

export interface StoryService {
  readonly service: string;
  /** The treaty officer's key, with which the stories sign. */
  readonly officer: Ed25519Signer;
  /** The key of each function's officer. */
  readonly officers: Readonly<Record<string, Ed25519Signer>>;
}

const functions = [
  "treaty-officer",
  "liaison-officer",
  "security-authority",
  "security-officer",
  "planner",
  "head-of-delegation",
];

/** Designates one service that may do everything a visit needs. */
export async function designate(side: Side, service: string): Promise<StoryService> {
  const { signer } = side.keys.makeServiceKey(service);
  const officer = generateEd25519().signer;
  const others = functions.slice(1).map((code) => [code, generateEd25519().signer] as const);
  const officers = Object.fromEntries([["treaty-officer", officer] as const, ...others]);
  await make(side, {
    service: "registry",
    function: "registrar",
    procedure: "designation/1",
    step: "designate",
    body: {
      service,
      names: { en: "Example service" },
      kind: "ministry",
      domains: [...domains],
      functions: Object.entries(officers).map(([code, { publicKey }]) => ({
        function: code,
        names: { en: "An officer" },
        officers: [{ key: base64url(publicKey), label: "card 1" }],
      })),
      keys: [base64url(signer.publicKey)],
      contact: { office: "Room 1" },
    },
  });
  return { service, officer, officers };
}
