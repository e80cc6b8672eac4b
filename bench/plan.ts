// The annual plan at the size officers have it: sixty lines with two thousand dossiers under them. How long the engine
// takes to fold its thousand acts, and how soon its table opens through the API.

import { rmSync } from "node:fs";
import { type Draft, parseLeaf } from "../src/acts/index.ts";
import { isRefusal } from "../src/base/index.ts";
import {
  accepted,
  bringIntoForce,
  draftOfStep,
  type InForce,
  make,
  startPair,
  type TestPair,
  visitMaker,
  visitRequest,
} from "../src/node/testing.ts";
import { exampleLine, fold, type Lines, type PlacedAct, planProcedure } from "../src/procedures/index.ts";
import { canonicalDigest } from "../src/seal/index.ts";
import { nativeSuite } from "../src/seal/native.ts";
import { type Figure, percentile } from "./figure.ts";
import { serveApart } from "./world.ts";

const dossiers = 2_000;
const year = new Date().getUTCFullYear() + 1;
/** Acts of the plan altogether; what is left of the dossiers is put under their lines many at once. */
const planActs = 1_000;
const foldings = 40;
const openings = 200;

export async function planFigures(): Promise<Figure[]> {
  const pair = await startPair();
  const folder = pair.ma.home.folder.replace(/\/MA$/, "");
  const story = await bringIntoForce(pair);
  const visits = await openDossiers(pair, story);
  const plan = await makePlan(pair, { story, visits });
  const times = await foldTimes(pair, plan);
  await pair.ma.serving.close();
  await pair.il.serving.close();
  const opened = await openingTimes(pair, plan);
  rmSync(folder, { recursive: true, force: true });
  return [
    { name: "fold.1000", value: percentile(times, 0.5), unit: "ms", wanted: "< 10" },
    { name: "plan.open.p95", value: percentile(opened, 0.95), unit: "ms", wanted: "< 100" },
  ];
}

/** Requests for visit as they are opened: enough to be counted under a line. */
async function openDossiers(pair: TestPair, story: InForce): Promise<Draft["id"][]> {
  const { side } = pair.ma.accord();
  const step = { ...visitMaker(side, story), step: "draft", body: visitRequest(side, { startsInDays: 60 }) };
  const drafts = Array.from({ length: dossiers }, () => draftOfStep(side, step));
  await submit(pair, drafts);
  return drafts.map((one) => one.id);
}

async function submit(pair: TestPair, drafts: readonly Draft[]): Promise<void> {
  const { side } = pair.ma.accord();
  for (let at = 0; at < drafts.length; at += 500) {
    const results = await side.submit(drafts.slice(at, at + 500).map((draft) => ({ kind: "draft", draft })));
    for (const result of results) if (result.status === "refused") accepted(result.refusal);
  }
}

/** Sixty lines, proposed and put before the expert talks; then a dossier an act, and the rest two hundred at once. */
async function makePlan(
  pair: TestPair,
  input: { readonly story: InForce; readonly visits: readonly string[] },
): Promise<Draft["id"]> {
  const { side } = pair.ma.accord();
  const other = pair.il.accord().side;
  const maker = (of: typeof side) => ({
    ...visitMaker(of, input.story),
    function: "planner",
    procedure: "plan/1",
  });
  const dossier = await make(side, {
    ...maker(side),
    step: "call",
    body: { year, titles: { en: "Plan" }, reference: "P-1" },
  });
  const lines = Array.from({ length: 60 }, (_, i) => exampleLine("MA", { number: i + 1, year }));
  for (const part of [lines.slice(0, 30), lines.slice(30)])
    await make(side, { ...maker(side), step: "proposeLines", dossier, body: { lines: part } });
  await make(side, { ...maker(side), step: "closeProposals", dossier, body: {} });
  while ((await other.view(dossier)) === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
  await make(other, { ...maker(other), step: "closeProposals", dossier, body: {} });
  while ((await side.view(dossier))?.view.dossier.state !== "harmonising")
    await new Promise((resolve) => setTimeout(resolve, 20));
  const links = input.visits.map((visit, i) => ({ line: String(lines[i % lines.length]?.id), dossier: visit }));
  const bulk = Math.ceil(links.length / 200);
  const alone = planActs - bulk - 5;
  const bodies = [
    ...links.slice(0, alone).map((one) => [one]),
    ...Array.from({ length: bulk }, (_, i) => links.slice(alone).slice(i * 200, (i + 1) * 200)),
  ].filter((some) => some.length > 0);
  await submit(
    pair,
    bodies.map((some) => draftOfStep(side, { ...maker(side), step: "link", dossier, body: { links: some } })),
  );
  return dossier;
}

/** The plan's acts folded afresh, milliseconds each time. */
async function foldTimes(pair: TestPair, plan: Draft["id"]): Promise<readonly number[]> {
  const { side } = pair.ma.accord();
  const terms = await side.terms();
  const placed = (await side.store.actsOfDossier(side.row.accord, plan)).map(({ row, leaf }): PlacedAct => {
    const read = parseLeaf(leaf);
    if (isRefusal(read)) throw new Error(read.code);
    return { act: read.act, index: row.index, sight: row.sight, terms, inadmissible: undefined };
  });
  const lineOf = (party: string): PlacedAct[] => placed.filter((one) => one.act.party === party);
  const lines: Lines = [lineOf(terms.parties[0]), lineOf(terms.parties[1])];
  const digest = (value: unknown): string => canonicalDigest(nativeSuite, value);
  return Array.from({ length: foldings }, () => {
    const start = performance.now();
    const folded = fold(planProcedure, { lines, digest });
    const took = performance.now() - start;
    if (folded.dossier?.acts === undefined || folded.dossier.acts < planActs - 20)
      throw new Error("Not all acts count.");
    return took;
  });
}

/** The table asked for over HTTP of a node in a process of its own, milliseconds each time. */
async function openingTimes(pair: TestPair, plan: string): Promise<readonly number[]> {
  const served = await serveApart(pair.ma.home.folder);
  const address = `${pair.ma.serving.url}/api/accords/${pair.accord}/plans/${plan}`;
  const times: number[] = [];
  for (let i = 0; i < openings; i++) {
    const start = performance.now();
    const answer = await fetch(address, { headers: { authorization: `Bearer ${pair.ma.token}` } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text.slice(0, 400));
    times.push(performance.now() - start);
  }
  await served.stop();
  return times;
}
