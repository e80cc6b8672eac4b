// The story under kill -9: either node at random moments, and the telling itself broken off and taken up again.
// Whatever was killed, the end is that of an undisturbed telling: the same dossiers in the same states, the same number
// of acts.

import { mkdtempSync, rmSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { accordIdOf } from "../../src/acts/index.ts";
import type { DossierRow } from "../../src/api/index.ts";
import { z } from "../../src/base/index.ts";
import { freePort } from "../../src/node/index.ts";
import { nativeSuite } from "../../src/seal/native.ts";
import { type Party, parties } from "./data.ts";
import { Nodes } from "./nodes.ts";
import { play, sidesOf } from "./play.ts";
import { makeRun, openRun, type RunFolder } from "./run-folder.ts";
import type { SideClient } from "./side-client.ts";
import { storyActs } from "./story.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-kill-"));
// Many processes are started here: each from the code that the ones before it compiled.
enableCompileCache(join(folder, "compiled"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One seed for both tellings, so that their acts have the same ids. */
const seed = "5ca1ab1e".repeat(4);
/** How the moments are chosen; told when the test fails, and taken from the environment to see it again. */
const chance = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** A small generator (mulberry32): enough to choose moments, and the same for the same seed. */
function drawing(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function newRun(name: string): Promise<RunFolder> {
  const ports = { MA: await freePort(), IL: await freePort() };
  return makeRun({ folder: join(folder, name), ports, seed });
}

/** The accord and the first sealed request; `npm run pages` tells the whole story so. */
const told =
  process.env.ENTENTE_PAGES === "all" ? storyActs : storyActs.filter((step) => step.at < "2022-03-20T00:00:00Z");

class Enough extends Error {
  override readonly name = "Enough";
}

interface Telling {
  readonly run: RunFolder;
  /** How many acts were made in an earlier telling of it. */
  readonly from?: number;
  readonly beforeAct?: (made: number, nodes: Nodes) => void;
}

async function tellStory({ run, from = 0, beforeAct }: Telling): Promise<Nodes> {
  const nodes = new Nodes(run, () => undefined);
  await nodes.start();
  const accord = accordIdOf(nativeSuite, run.founding);
  const next = (made: number): void => {
    if (from + made === told.length) throw new Enough();
    beforeAct?.(from + made, nodes);
  };
  try {
    await play({ run, nodes, accord, tell: () => undefined, beforeAct: next });
    return nodes;
  } catch (cause) {
    if (cause instanceof Enough) return nodes;
    for (const party of parties) nodes.kill(party);
    await nodes.close();
    throw cause;
  }
}

/** What a node tells of a dossier. */
interface Told extends Pick<DossierRow, "dossier" | "procedure" | "state" | "turn" | "acts"> {
  readonly data?: unknown;
  readonly documents?: readonly string[];
  /** By digest, what two tellings have in common of a document: the act that names it, its size and its kind. */
  readonly digests?: Readonly<Record<string, string>>;
}

/**
 * What is told of dossiers, without what two tellings can never share: each sealing draws its own key, so that the same
 * content has another digest.
 */
function withoutKeys(dossiers: readonly Told[]): unknown {
  let text = JSON.stringify(dossiers.map(({ digests: _, ...told }) => told));
  for (const { digests = {} } of dossiers)
    for (const [digest, name] of Object.entries(digests)) text = text.replaceAll(digest, name);
  return z
    .array(z.looseObject({ documents: z.array(z.string()).optional() }))
    .parse(JSON.parse(text))
    .map((one) => ({ ...one, documents: one.documents?.toSorted() }));
}

async function detailOf(side: SideClient, dossier: string): Promise<Omit<Told, keyof DossierRow>> {
  const params = { accord: side.accord, dossier };
  const { data } = await side.ask("dossier", { params });
  const { items } = await side.ask("documentsOfDossier", { params });
  return {
    data,
    documents: items.map(({ document, state, rung }) => `${document.digest} ${state} ${rung}`),
    digests: Object.fromEntries(
      items.map(({ document: { digest, size, mediaType }, act }) => [
        digest,
        `${mediaType} of ${size} bytes by ${act}`,
      ]),
    ),
  };
}

/** What both nodes know at the end. Designations hold the keys of their run, so of them only states are compared. */
async function end(run: RunFolder, nodes: Nodes): Promise<Readonly<Record<Party, unknown>>> {
  const accord = accordIdOf(nativeSuite, run.founding);
  const sides = sidesOf({ run, nodes, accord });
  const at = async (party: Party): Promise<unknown> => {
    const side = sides[party];
    const { registers, status } = await side.ask("accord", { params: { accord } });
    const sizes = parties.map((one) => registers[one]?.heldByBoth);
    const { items } = await side.ask("dossiers", { params: { accord }, query: { limit: 500 } });
    const dossiers: Told[] = [];
    for (const { dossier, procedure, state, turn, acts } of items) {
      const content = procedure === "designation" ? undefined : await detailOf(side, dossier);
      dossiers.push({ dossier, procedure, state, turn, acts, ...content });
    }
    return { state: status.state, sizes, dossiers: withoutKeys(dossiers) };
  };
  const ends = { MA: await at("MA"), IL: await at("IL") };
  await nodes.close();
  return ends;
}

const acts = parties.map((party) => told.filter((step) => step.side === party).length);

test("a story broken off, whose nodes are killed again and again, ends as an undisturbed one", async () => {
  const calm = await newRun("calm");
  const undisturbed = await end(calm, await tellStory({ run: calm }));
  expect(undisturbed.MA).toEqual(undisturbed.IL);
  expect(undisturbed.MA).toMatchObject({ state: "inForce", sizes: acts });

  const draw = drawing(chance);
  const moments = new Map<number, Party>();
  for (const party of parties)
    for (let kills = 0; kills < 2; kills++) moments.set(Math.floor(draw() * (told.length - 5)), party);
  const breakingOff = Math.floor(draw() * told.length);
  // A little later than the act begins, so that it falls into the preparing, registering, mirroring or the answer.
  const harry = (act: number, nodes: Nodes): void => {
    const party = moments.get(act);
    if (party) void sleep(draw() * 30).then(() => nodes.kill(party));
  };
  const harried = await newRun("harried");
  const first = tellStory({
    run: harried,
    beforeAct(made, nodes) {
      if (made === breakingOff) throw new Error("broken off");
      harry(made, nodes);
    },
  });
  await expect(first, `KILL_SEED=${chance}`).rejects.toThrow("broken off");
  const second = tellStory({
    run: openRun(harried.folder),
    from: breakingOff,
    beforeAct: harry,
  });
  const disturbed = await end(harried, await second);
  expect(disturbed, `KILL_SEED=${chance}`).toEqual(undisturbed);
}, 600_000);

test("the acts of the story are dated one after another, and no two have one key", () => {
  const times = storyActs.map((step) => Date.parse(step.at));
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(new Set(storyActs.map((step) => step.key)).size).toBe(storyActs.length);
});
