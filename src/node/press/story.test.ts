// Communiqués told on two nodes whose link is cut in the middle, with each node's public feed looked at on the way:
// both come to the same, and neither feed ever has what is not out by its own node's clock.

import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { type CommuniqueData, communiqueExamples, communiqueProcedure } from "../../procedures/index.ts";
import { type StoryClock, storyClock } from "../clock.ts";
import { bringIntoForce, DossierTelling, type Examples, type LinkedPair, linkedPair, type Of } from "../testing.ts";
import { PressDesk } from "./desk.ts";

const hour = 3_600_000;

/** The one language of the story's accord. */
const inEnglish: Examples<CommuniqueData> = {
  ...communiqueExamples,
  propose: (context) => ({ ...communiqueExamples.propose?.(context), languages: ["en"] }),
  notify: (context) => ({ ...communiqueExamples.notify?.(context), languages: ["en"] }),
  record: (context) => ({ ...communiqueExamples.record?.(context), versions: [said] }),
};
const said: JsonObject = {
  language: "en",
  headline: "Said before",
  place: "Rabat",
  date: "2031-01-17",
  paragraphs: [{ text: "</p><script>" }],
};

class Publics {
  readonly #pair: LinkedPair;
  readonly #clock: StoryClock;
  readonly #desks: Readonly<Record<Of, PressDesk>>;

  constructor(pair: LinkedPair, clock: StoryClock) {
    this.#pair = pair;
    this.#clock = clock;
    this.#desks = { ma: this.#desk("ma"), il: this.#desk("il") };
  }

  #desk(of: Of): PressDesk {
    const { home, side } = this.#pair[of];
    const accords = new Map([[side.row.accord, { side }]]);
    let asked = 0;
    // Each question is another second: nothing is answered from what was read before.
    const monotonicMs = (): number => (asked += 1_000);
    return new PressDesk({ home, clock: this.#clock, accords }, { config: {}, monotonicMs });
  }

  async entries(of: Of) {
    const { entries } = await this.#desks[of].feed("en");
    return entries;
  }

  /** Title and status of each entry at either node. */
  async told(): Promise<Record<Of, string[]>> {
    const lines = async (of: Of): Promise<string[]> =>
      (await this.entries(of)).map(({ title, facts }) => `${facts.kind} ${facts.status}: ${title}`);
    return { ma: await lines("ma"), il: await lines("il") };
  }
}

const none = { ma: [], il: [] };

interface Told {
  readonly pair: LinkedPair;
  readonly clock: StoryClock;
  readonly publics: Publics;
  telling(): DossierTelling<CommuniqueData>;
}

const out = "joint usable: Example 0 (en)";
const killed = "joint killed: Kill notice: communiqué of Rabat, 17 January 2031";

/** A joint text up to both clearances; at no step has either public any of it. */
async function cleared({ publics, telling }: Told): Promise<DossierTelling<CommuniqueData>> {
  const text = telling();
  for (const [of, step] of [
    ["ma", "propose"],
    ["il", "accept"],
    ["ma", "writePassage"],
    ["il", "writePassage"],
    ["ma", "writeVersion"],
    ["ma", "freeze"],
    ["il", "freeze"],
    ["ma", "clearPassage"],
    ["il", "clearPassage"],
    ["il", "clearVersion"],
  ] as const) {
    await text.steps([of, step]);
    expect(await publics.told(), step).toEqual(none);
  }
  await text.steps(["ma", "clearVersion"]);
  return text;
}

/** Both let it out at an hour six hours from now; another one with the same hour is withdrawn before it. */
async function scheduled(told: Told, text: DossierTelling<CommuniqueData>): Promise<string> {
  const at = new Date(told.clock.now() + 6 * hour).toISOString().replace(".000Z", "Z");
  const schedule: JsonObject = { embargo: { at, zone: "Africa/Casablanca" }, simultaneous: true };
  await text.steps(["ma", "schedule", schedule], ["il", "schedule", schedule]);
  expect((await text.same()).state).toBe("scheduled");
  const withdrawn = told.telling();
  await withdrawn.steps(["il", "propose"], ["ma", "accept"], ["il", "writeVersion"]);
  await withdrawn.byBoth("freeze", "clearVersion");
  await withdrawn.steps(["ma", "schedule", schedule], ["il", "schedule", schedule], ["il", "withdraw"]);
  expect((await withdrawn.same()).state).toBe("withdrawn");
  return at;
}

/** The hour comes while nothing passes between the two, and one side disowns the text while the other cannot hear. */
async function cutOff(told: Told, text: DossierTelling<CommuniqueData>): Promise<void> {
  const { pair, clock, publics } = told;
  const at = await scheduled(told, text);
  pair.road.open = false;
  clock.set(Date.parse(at) - 1_000);
  expect(await publics.told()).toEqual(none);
  clock.set(Date.parse(at));
  expect(await publics.told()).toEqual({ ma: [out], il: [out] });
  const [[ours], [theirs]] = [await publics.entries("ma"), await publics.entries("il")];
  expect(ours).toMatchObject({ published: at, id: theirs?.id, facts: { digest: theirs?.facts.digest } });
  // Set back, the clock is under the embargo again.
  clock.set(Date.parse(at) - hour);
  expect(await publics.told()).toEqual(none);
  clock.set(Date.parse(at) + hour);
  await text.step("ma", "kill");
  expect(await publics.told()).toEqual({ ma: [killed], il: [out] });
  // What is corrected by both is not corrected by one.
  await text.step("il", "correct");
  expect((await publics.told()).il).toEqual([out]);
  pair.road.open = true;
  expect((await text.same()).state).toBe("killed");
  expect(await publics.told()).toEqual({ ma: [killed], il: [killed] });
  const [entry] = await publics.entries("il");
  expect(JSON.stringify(entry)).not.toContain("The text rests on an error");
  expect(entry?.id).toBe(ours?.id);
}

test("a joint text is told by both at the hour though the link is cut, and a kill notice crosses to the other feed", {
  timeout: 60_000,
}, async () => {
  await withNodes(async (told) => cutOff(told, await cleared(told)));
});

test("what one side issues or records is in its own feed alone, and is corrected there under the same id", {
  timeout: 60_000,
}, async () => {
  await withNodes(async ({ clock, publics, telling }) => {
    const own = telling();
    await own.steps(["il", "notify"], ["il", "writeVersion"]);
    expect(await publics.told()).toEqual(none);
    clock.set(clock.now() + 25 * hour);
    await own.steps(["il", "issue"]);
    const [issued] = await publics.entries("il");
    clock.set(clock.now() + hour);
    await own.steps(["il", "correctOwn"]);
    await telling().steps(["ma", "record"]);
    expect(await publics.told()).toEqual({
      ma: ["recorded usable: Said before"],
      il: ["unilateral corrected: Corrected 1"],
    });
    const [corrected] = await publics.entries("il");
    expect(corrected).toMatchObject({ id: issued?.id, published: issued?.published });
    expect(corrected?.address).toBe("https://example.org/text");
    expect(corrected && issued && corrected.updated > issued.updated).toBe(true);
    expect((await publics.entries("ma"))[0]?.html).toContain("&lt;/p&gt;&lt;script&gt;");
  });
});

/** Two nodes with an accord in force, on one story clock. */
async function withNodes(use: (told: Told) => Promise<void>): Promise<void> {
  const clock = storyClock(Date.parse("2031-01-17T09:00:00Z"));
  const pair = await linkedPair(clock);
  try {
    const story = await bringIntoForce(pair);
    const shared = { pair, story, procedure: communiqueProcedure, examples: inEnglish };
    const telling = () => new DossierTelling<CommuniqueData>(shared);
    await use({ pair, clock, publics: new Publics(pair, clock), telling });
  } finally {
    await pair.close();
  }
}
