// Two registers and the ground that one node builds from them, for tests: every act is signed for real with keys from
// fixed seeds, read back from its leaf, and admitted by the signatures that verify.

import { sampleAct, sampleId, sampleInstant, sampleStart } from "../../../test/acts.ts";
import { sampleAccord, sampleFounding } from "../../../test/founding.ts";
import { keyIdOfText, publicKeyOf, signedLeaf, verifiedBy } from "../../../test/leaves.ts";
import type { Act, JsonObject, PartyCode } from "../../acts/index.ts";
import { type AccordStep, accordExamples, accordProcedure } from "../accord/index.ts";
import { allProcedures } from "../catalogue.ts";
import { fold } from "../engine/fold.ts";
import type { PlacedAct } from "../engine/order.ts";
import { Ground } from "../ground.ts";
import { toy } from "./toy.ts";
import { testDigest } from "./walk.ts";

export const [ma, il] = ["MA", "IL"] as const;
export type Side = typeof ma | typeof il;

export function newGround(): Ground {
  const procedures = new Map([...allProcedures, toy].map((one) => [one.name, one]));
  return new Ground({
    accord: sampleAccord,
    founding: sampleFounding,
    procedures,
    digest: testDigest,
    keyId: keyIdOfText,
  });
}

/** What a test says of an act; the rest is what its side's registry would register now. */
export interface Registered {
  readonly procedure: string;
  readonly step: string;
  readonly body?: JsonObject;
  readonly dossier?: string;
  readonly service?: string;
  readonly function?: string;
  readonly articles?: readonly string[];
  readonly classification?: string;
  /** Seconds after the start of the tests' time. */
  readonly at?: number;
  readonly seen?: number;
  /** Names of the keys that sign; the service's own unless told. */
  readonly signers?: readonly string[];
  readonly id?: string;
}

/** A leaf of a register with the keys whose signatures on it verify. */
export interface RegisteredLeaf {
  readonly side: Side;
  readonly act: Act;
  readonly index: number;
  readonly sight: number;
  readonly signedBy: readonly string[];
}

export class Registers {
  readonly ground = newGround();
  readonly leaves: RegisteredLeaf[] = [];
  readonly #sizes: Record<Side, number> = { MA: 0, IL: 0 };
  readonly #sights: Record<Side, number> = { MA: 0, IL: 0 };
  #acts = 0;

  /** Registers an act and takes it into the ground. Its side has seen all of the other's register, unless told. */
  register(side: Side, given: Registered): PlacedAct {
    const { act, signers } = this.#actOf(side, given);
    const leaf = signedLeaf(act, signers);
    const signedBy = verifiedBy(leaf, (kid) => this.ground.publicKey(kid));
    this.#sights[side] = Math.max(this.#sights[side], act.seen);
    const index = this.#sizes[side];
    const registered = { side, act: leaf.act, index, sight: this.#sights[side], signedBy };
    this.#sizes[side] += 1;
    this.leaves.push(registered);
    return takeInto(this.ground, registered);
  }

  /** Opens a dossier by which a service may act, with one function `<service>-officer` whose key has that name. */
  designate(side: Side, service: string, domains: readonly string[]): PlacedAct {
    const names = { en: service };
    const officer = { key: publicKeyOf(`${side} ${service}-officer`), label: "card" };
    return this.register(side, {
      procedure: "designation/1",
      step: "designate",
      body: {
        service,
        names,
        kind: "liaison",
        domains: [...domains],
        functions: [{ function: `${service}-officer`, names, officers: [officer] }],
        keys: [publicKeyOf(`${side} ${service}`)],
        contact: { office: "Room 1", phone: "+212 500000000", email: "office@example.org" },
      },
    });
  }

  size(side: Side): number {
    return this.#sizes[side];
  }

  #actOf(side: Side, given: Registered): { act: Act; signers: readonly string[] } {
    this.#acts += 1;
    const { service = "registry" } = given;
    const id = given.id ?? sampleId(this.#acts);
    const other: Side = side === ma ? il : ma;
    const act = sampleAct({
      id,
      party: side,
      service,
      function: given.function ?? (service === "registry" ? "registrar" : `${service}-officer`),
      dossier: given.dossier ?? id,
      procedure: given.procedure,
      step: given.step,
      articles: given.articles ?? [],
      label: {
        policy: "entente-test",
        classification: given.classification ?? "unclassified",
        releasableTo: ["IL", "MA"],
      },
      body: given.body ?? {},
      seen: given.seen ?? this.#sizes[other],
      at: { instant: sampleInstant(given.at ?? this.#acts), zone: "UTC" },
    });
    return { act, signers: given.signers ?? [`${side} ${service}`] };
  }
}

/** Places a leaf on the ground and takes it in, as a node does with each leaf it registers or mirrors. */
export function takeInto(ground: Ground, { side, act, index, sight, signedBy }: RegisteredLeaf): PlacedAct {
  const party: PartyCode | undefined = ground.parties.find((one) => one === side);
  if (party === undefined) throw new TypeError(side);
  const placed = ground.place({ act, index, sight, party, signedBy });
  ground.note(placed);
  return placed;
}

/** The instrument's steps up to its entry into force, by the service `mod` of each side. */
const usualWay: readonly (readonly [AccordStep, readonly Side[]])[] = [
  ["propose", [ma]],
  ["tableVersion", [ma]],
  ["tableVersion", [il]],
  ["freezeText", [ma, il]],
  ["initial", [ma, il]],
  ["issueFullPowers", [ma, il]],
  ["confirmOriginal", [ma, il]],
  ["arrangeSignature", [ma, il]],
  ["sign", [ma, il]],
  ["notifyCompletion", [ma, il]],
  ["receiveNote", [ma, il]],
];

/** Negotiates an instrument as far as the last of these steps, with its example bodies. Returns its dossier. */
export function negotiate(
  registers: Registers,
  last: AccordStep,
  change: (body: JsonObject) => JsonObject = (body) => body,
): string {
  let dossier: string | undefined;
  const lines: [PlacedAct[], PlacedAct[]] = [[], []];
  for (const [step, sides] of usualWay) {
    const declared = accordProcedure.steps[step];
    let body: JsonObject | undefined;
    for (const side of sides) {
      if (declared?.by !== "both" || body === undefined) body = change(exampleBody(registers, { step, side, lines }));
      const signers = [`${side} mod`, ...(declared?.grave ? [`${side} mod-officer`] : [])];
      const given = { procedure: "accord/1", step, body, service: "mod", signers };
      const placed = registers.register(side, dossier === undefined ? given : { ...given, dossier });
      dossier ??= placed.act.id;
      lines[side === ma ? 0 : 1].push(placed);
      const outcome = fold(accordProcedure, { lines, digest: testDigest }).outcomes.get(placed.act.id);
      if (outcome?.kind !== "effective") throw new TypeError(`${step}: ${JSON.stringify(outcome)}`);
    }
    if (step === last) break;
  }
  return dossier ?? "";
}

function exampleBody(
  registers: Registers,
  input: { step: AccordStep; side: Side; lines: readonly [readonly PlacedAct[], readonly PlacedAct[]] },
): JsonObject {
  const { step, side, lines } = input;
  const [first, second] = registers.ground.parties;
  const dossier = fold(accordProcedure, { lines, digest: testDigest }).dossier;
  const time = sampleStart + (registers.size(ma) + registers.size(il)) * 1000;
  return accordExamples[step]({
    data: dossier?.data ?? accordProcedure.blank(),
    side: side === first ? first : second,
    other: side === first ? second : first,
    roles: { proposer: first, counterpart: second },
    terms: registers.ground.presentTerms(time),
    time,
    digest: testDigest,
  });
}

/** The example's text with an annex whose article 2 authorises these domains too. */
function withDomains(body: JsonObject, domains: readonly string[]): JsonObject {
  const { annex } = body;
  if (typeof annex !== "object" || annex === null || !("articles" in annex) || !Array.isArray(annex.articles))
    return body;
  const articles = annex.articles.map((one) =>
    typeof one === "object" && one !== null && "number" in one && one.number === "2"
      ? { ...one, domains: ["visits", ...domains] }
      : one,
  );
  return { ...body, annex: { ...annex, articles } };
}

/** An accord in force whose article 2 is on intelligence too, and each side's service `channel` designated for it. */
export function inForceWithIntelligence(): Registers {
  const registers = new Registers();
  for (const side of [ma, il]) registers.designate(side, "mod", []);
  negotiate(registers, "receiveNote", (body) => withDomains(body, ["intelligence"]));
  for (const side of [ma, il]) registers.designate(side, "channel", ["intelligence"]);
  return registers;
}

/** Both sides' `mod`, an accord in force whose article 2 is on visits, and services that may act in visits. */
export function inForce(last: AccordStep = "receiveNote"): { registers: Registers; accord: string } {
  const registers = new Registers();
  for (const side of [ma, il]) registers.designate(side, "mod", []);
  const accord = negotiate(registers, last);
  for (const side of [ma, il]) registers.designate(side, "protocol", ["visits"]);
  return { registers, accord };
}
