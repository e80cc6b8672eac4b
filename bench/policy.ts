// The policy's decisions: how many a second on a mixed trace, equal questions answered once, beside the engine asked
// every time; and what share of an act's time they take.

import { createPolicy, defaultPolicies, type Officer, type Policy, type Question } from "../src/policy/index.ts";
import { allProcedures } from "../src/procedures/index.ts";
import { against, type Figure } from "./figure.ts";
import { load } from "./held.ts";
import { serveApart, type World } from "./world.ts";

const functions = 50;
const dossiers = 200;
/** As a node keeps them. */
const cacheSize = 50_000;
/** Each act is asked about when it is handed in and again when its turn has come. */
const decisionsPerAct = 2;

/** The same numbers in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const named = [...new Set([...defaultPolicies.matchAll(/Function::"([^"]+)"/g)].map((match) => match[1] ?? ""))];
const steps = allProcedures.flatMap((one) => Object.keys(one.steps).map((step) => ({ procedure: one.name, step })));
const actions = ["act", "read", "read", "read", "compose", "open"] as const;

/** An officer of each function on each dossier: reading most of the time, some clearances run out, some kept apart. */
function trace(length: number): readonly Question[] {
  const random = sequence(7);
  const among = (count: number): number => Math.floor(random() * count);
  const officerOf = (i: number): Officer => ({
    id: `officer-${i}`,
    party: "MA",
    service: i % 3 === 0 ? "defence" : "intelligence",
    functions: [named[i % named.length] ?? ""],
    ...(i % 4 === 0
      ? {}
      : { clearance: { level: i % 4, until: i % 7 === 0 ? "2021-01-01T00:00:00Z" : "2030-01-01T00:00:00Z" } }),
    ...(i % 10 === 0 ? { dossiers: [`dossier-${i}`] } : {}),
  });
  return Array.from({ length }, () => {
    const officer = officerOf(among(functions));
    const matter = among(dossiers);
    const { procedure, step } = steps[(matter * 13) % steps.length] ?? { procedure: "visit", step: "draft" };
    const action = actions[among(actions.length)] ?? "read";
    return {
      officer,
      action,
      procedure,
      dossier: `dossier-${matter}`,
      level: matter % 3,
      service: officer.service,
      at: "2026-01-01T00:00:00Z",
      ...(action === "act" || action === "compose" ? { step, composer: `officer-${among(functions)}` } : {}),
    };
  });
}

/** Decisions a second over the whole trace, the first asking of each question included. */
function rateOf(policy: Policy, questions: readonly Question[]): number {
  const start = performance.now();
  for (const question of questions) policy.decide(question);
  return questions.length / ((performance.now() - start) / 1000);
}

export async function policyRates(world: World, input: { acts: number }): Promise<Figure[]> {
  const questions = trace(200_000);
  const bare = rateOf(createPolicy({ policies: defaultPolicies, cacheSize: 0 }), questions.slice(0, 2_000));
  const rate = rateOf(createPolicy({ policies: defaultPolicies, cacheSize }), questions);
  const ma = await serveApart(world.homes[0]);
  await load(world, 2_000);
  const start = performance.now();
  await load(world, input.acts);
  const actSeconds = (performance.now() - start) / 1000 / input.acts;
  await ma.stop();
  return [
    { name: "policy.bare", value: bare, unit: "1/s" },
    { name: "policy.rate", value: rate, unit: "1/s", wanted: "≥ 20000" },
    against({
      name: "policy.share",
      value: decisionsPerAct / rate,
      unit: "s",
      limit: actSeconds,
      wanted: "the share of an act's time that its decisions take",
    }),
  ];
}
