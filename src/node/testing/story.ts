// Brings a founded pair of sides to an accord in force, by acts submitted to both nodes: the shortest way through the
// procedure, for tests and benchmarks that begin where an accord runs. Wording and offices are invented.

import type { Draft, PartyCode } from "../../acts/index.ts";
import { type AccordData, accordProcedure, alternat, domains } from "../../procedures/index.ts";
import { digestOf } from "../side/digest.ts";
import type { Side } from "../side/side.ts";
import { follows } from "../side/viewed.ts";
import { until } from "./pair.ts";
import { designate, make, type StoryService } from "./steps.ts";

/** Two sides that mirror each other, however they are run. */
export interface StoryPair {
  readonly ma: { accord(): { readonly side: Side } };
  readonly il: { accord(): { readonly side: Side } };
}

export interface InForce {
  readonly instrument: Draft["id"];
  readonly services: Readonly<Record<PartyCode, StoryService>>;
}

interface Making {
  readonly body: unknown;
  readonly dossier?: string;
  readonly grave?: boolean;
}

/** The story as far as it has been told: whose services act. */
class Telling {
  readonly ma: Side;
  readonly il: Side;
  readonly services: Record<PartyCode, StoryService> = {};
  readonly #pair: StoryPair;

  constructor(pair: StoryPair) {
    this.#pair = pair;
    this.ma = pair.ma.accord().side;
    this.il = pair.il.accord().side;
  }

  async designate(): Promise<void> {
    this.services[this.ma.row.own] = await designate(this.ma, "adn");
    this.services[this.il.row.own] = await designate(this.il, "mod");
    await synced(this.#pair);
  }

  async step(side: Side, step: Making & { readonly name: string }): Promise<Draft["id"]> {
    const service = this.services[side.row.own];
    if (!service) throw new Error("No such side.");
    return await make(side, {
      service: service.service,
      function: "treaty-officer",
      procedure: "accord/1",
      step: step.name,
      body: step.body,
      ...(step.dossier === undefined ? {} : { dossier: step.dossier }),
      ...(step.grave ? { officer: service.officer } : {}),
    });
  }

  /** Both sides make the step, the second in view of the first. */
  async both(name: string, rest: Making): Promise<void> {
    for (const side of [this.ma, this.il]) {
      await this.step(side, { name, ...rest });
      await synced(this.#pair);
    }
  }
}

/** Proposes, agrees, signs and completes an instrument; both sides see it in force when this resolves. */
export async function bringIntoForce(pair: StoryPair): Promise<InForce> {
  const telling = new Telling(pair);
  const { ma, il } = telling;
  await telling.designate();
  const instrument = await telling.step(ma, {
    name: "propose",
    body: { kind: "framework", titles: { en: "Accord" }, mandate: { reference: "M-1" }, marking: "unclassified" },
  });
  const text = await agreeText(telling, instrument);
  const instant = new Date(ma.clock.now()).toISOString();
  await initialAndPrint(telling, { instrument, text, date: instant.slice(0, 10) });
  await synced(pair);
  const occasion = { place: { en: "Rabat" }, at: `${instant.slice(0, 19)}Z`, zone: "Africa/Casablanca" };
  await telling.both("arrangeSignature", { dossier: instrument, body: { ...occasion, marking: "unclassified" } });
  const order = alternat(ma.parties);
  const originals = order.map(({ keptBy, signed }) => ({ keptBy, signed: [...signed] }));
  const body = { text, ...occasion, signatories: heads(telling), originals };
  await telling.both("sign", { dossier: instrument, body, grave: true });
  await until(async () => (await il.terms()).accord?.inForceFrom !== undefined, "in force on both");
  return { instrument, services: telling.services };
}

/** Tables the text and freezes it; gives the digest that names it. */
async function agreeText(telling: Telling, instrument: Draft["id"]): Promise<string> {
  const { ma, il } = telling;
  await telling.step(ma, {
    name: "tableVersion",
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
  await until(async () => (await accordData(il, instrument))?.draft !== undefined, "the text on the table");
  const draft = (await accordData(ma, instrument))?.draft;
  const digests = Object.values(draft?.texts ?? {}).map((text) => [text.language, text.digest]);
  const body = { version: 1, digests: Object.fromEntries(digests), annex: draft?.annex?.digest };
  await telling.both("freezeText", { dossier: instrument, body });
  return (await accordData(ma, instrument))?.agreed?.digest ?? "";
}

async function initialAndPrint(
  telling: Telling,
  input: { instrument: Draft["id"]; text: string; date: string },
): Promise<void> {
  const { text, date } = input;
  const dossier = input.instrument;
  const initials = { text, articles: ["1"], heads: heads(telling), place: { en: "Rabat" }, date };
  await telling.both("initial", { dossier, body: initials, grave: true });
  const powers = { basis: "fullPowers", signatory: person, reference: "FP-1", issuedBy: "Government", date };
  for (const side of [telling.ma, telling.il]) {
    await telling.step(side, { name: "issueFullPowers", dossier, body: powers, grave: true });
    const parties = [side.row.own, side.row.other];
    const original = { text, document: digestOf(side.row.own), parties, languages: ["en"] };
    await telling.step(side, { name: "confirmOriginal", dossier, body: original });
  }
}

const person = { function: "treaty-officer", names: { en: "Minister" } };

function heads({ ma }: Telling): Record<string, typeof person> {
  return Object.fromEntries(ma.parties.map((party) => [party, person]));
}

export async function accordData(side: Side, id: Draft["id"]): Promise<AccordData | undefined> {
  const viewed = await side.view(id);
  return viewed && follows(viewed, accordProcedure) ? viewed.view.dossier.data : undefined;
}

function annexOf(side: Side): unknown {
  return {
    entente: "annex/1",
    languages: ["en"],
    articles: [{ number: "1", titles: { en: "Visits" }, domains: [...domains] }],
    entryIntoForce: { rule: { kind: "onSignature" }, zone: "Africa/Casablanca" },
    denunciation: { noticeMonths: 6 },
    calendars: Object.fromEntries(
      side.founding.cards.map(({ party, zone, weekend }) => [party, { zone, weekend: [...weekend], holidays: [] }]),
    ),
  };
}

/** Waits until each side's register is mirrored by the other, and each knows it. */
export async function synced(pair: StoryPair): Promise<void> {
  const ma = pair.ma.accord().side;
  const il = pair.il.accord().side;
  const held = (side: Side): boolean => {
    const theirs = side === ma ? il : ma;
    return side.held(side.row.own) >= side.ownSize && theirs.held(side.row.own) >= side.ownSize;
  };
  await until(() => held(ma) && held(il), "both registers mirrored");
}
