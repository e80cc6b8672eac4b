// Retention on a real node with a story's clock: what is due is erased by an act of the registry, once; what is held is
// not. The documents are rows as acts leave them; that an erasure takes the bytes away is tested where bytes are.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draft, Label } from "../../acts/index.ts";
import { canonicalOf } from "../../seal/index.ts";
import type { Side } from "../side/side.ts";
import {
  bringIntoForce,
  type InForce,
  make,
  OfficerClient,
  requestVisit,
  restart,
  startPair,
  synced,
  type TestPair,
  until,
  visitMaker,
} from "../testing.ts";
import { Retention } from "./retention.ts";
import type { RetentionRule } from "./rules.ts";

const start = Date.parse("2021-11-01T09:00:00Z");
const day = 86_400_000;
const rules: readonly RetentionRule[] = [
  { name: "visits", procedure: "visit", days: 100 },
  { name: "personal-data", caveat: "personal-data", days: 10 },
];

let pair: TestPair;
let story: InForce;
let security: OfficerClient;
let dossier: Draft["id"];

const il = (): Side => pair.il.accord().side;
const retention = (): Retention => pair.il.accord().retention;
const digestOf = (n: number): string => `sha256:${n.toString(16).padStart(64, "0")}`;

beforeAll(async () => {
  pair = await startPair({ storyClock: new Date(start).toISOString() });
  story = await bringIntoForce(pair);
  const file = join(pair.il.home.folder, "config.json");
  const config = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...config, retention: rules }));
  await restart(pair.il);
  security = new OfficerClient(pair.il, { id: "sam", service: "registry", functions: ["security-officer"] });
  dossier = await requestVisit(il(), story);
  await named(1, {});
  await named(2, { caveats: ["personal-data"] });
  await named(3, { caveats: ["personal-data"] });
});
afterAll(async () => {
  await pair.close();
});

/** A document that the visit's first act names. */
async function named(n: number, change: Partial<Label>): Promise<void> {
  const { store, row, founding } = il();
  const stored = await store.act(row.accord, dossier);
  if (!stored) throw new Error("No visit.");
  const label = {
    policy: founding.labels.policy,
    classification: "unclassified",
    releasableTo: ["IL", "MA"],
    ...change,
  };
  const digest = digestOf(n);
  const reference = canonicalOf({ entente: "sealed/1", digest, size: 10, mediaType: "text/plain", label });
  const { party, index } = stored.row;
  const one = { digest, size: 10, reference, act: dossier, dossier, party, index };
  await store.commit({ accord: row.accord, documents: { named: [one], opened: [], erased: [], at: start } });
}

function setClock(ms: number): void {
  for (const side of [pair.ma, pair.il]) {
    const { clock } = side.serving.node;
    if (!("set" in clock) || typeof clock.set !== "function") throw new Error("No story clock.");
    clock.set(ms);
  }
}

async function erasures(): Promise<readonly { body: unknown; outcome: string }[]> {
  const { store, row } = il();
  const stored = await store.actsOfProcedures(row.accord, ["retention"]);
  const acts = stored.filter((one) => one.row.step === "erase");
  return acts.map(({ leaf, row: { outcome } }) => {
    const { payload } = JSON.parse(new TextDecoder().decode(leaf));
    return { body: JSON.parse(Buffer.from(payload, "base64url").toString()).body, outcome: outcome.kind };
  });
}

test("nothing is due while the dossier is open, whatever the date", async () => {
  expect(await retention().upTo(start + 9_999 * day)).toEqual([]);
  await make(il(), { ...visitMaker(il(), story), step: "cancel", dossier, body: { reason: "No longer needed" } });
  const due = await retention().upTo(start + 9_999 * day);
  expect(due.map((one) => [one.digest, one.due.rule.name])).toEqual([
    [digestOf(2), "personal-data"],
    [digestOf(3), "personal-data"],
    [digestOf(1), "visits"],
  ]);
  expect(await retention().run()).toBe(0);
});

test("what is due is told to the security officer, held for a reason, and erased when it is due, once", async () => {
  const keeper = { service: "registry", function: "registrar", procedure: "retention/1" };
  const hold = await make(il(), {
    ...keeper,
    step: "hold",
    body: {
      documents: [digestOf(3)],
      reason: "An inquiry.",
      until: new Date(start + 30 * day).toISOString().replace(".000", ""),
    },
  });
  const told = await security.get("/retention?days=20");
  expect(told.json).toMatchObject({
    rules,
    due: 2,
    items: [{ document: digestOf(2), rule: "personal-data", procedure: "visit" }, { document: digestOf(3) }],
  });
  expect(JSON.stringify(told.json)).toContain(`"hold":{"dossier":"${hold}","reason":"An inquiry."`);
  setClock(start + 11 * day);
  await until(async () => (await erasures()).length > 0, "the sweep to erase");
  expect(await erasures()).toEqual([
    {
      body: {
        documents: [digestOf(2)],
        rule: { name: "personal-data", days: 10 },
        dossier,
        endedAt: expect.stringMatching(/Z$/),
      },
      outcome: "effective",
    },
  ]);
  // Found due again, say after a crash: the act is there already.
  expect(await new Retention(il(), rules).run()).toBe(0);
  expect(await erasures()).toHaveLength(1);
  const { store, row } = il();
  expect((await store.documents.get(row.accord, digestOf(2)))?.state).toBe("erased");
  expect((await store.documents.get(row.accord, digestOf(3)))?.state).toBe("expected");
});

test("a hold that has run out holds no more, and both sides read what was erased and by which rule", async () => {
  setClock(start + 31 * day);
  await retention().run();
  expect((await erasures()).map((one) => one.body)).toMatchObject([
    { documents: [digestOf(2)] },
    { documents: [digestOf(3)], rule: { name: "personal-data" } },
  ]);
  await synced(pair);
  const { store, row } = pair.ma.accord().side;
  const there = await store.actsOfProcedures(row.accord, ["retention"]);
  expect(there.map((one) => [one.row.step, one.row.outcome.kind])).toEqual([
    ["hold", "effective"],
    ["erase", "effective"],
    ["erase", "effective"],
  ]);
});

test("without rules nothing is ever erased, and a rule that could never apply is a fault at the start", async () => {
  expect(await new Retention(il(), []).run()).toBe(0);
  expect(await pair.ma.accord().retention.upTo(start + 9_999 * day)).toEqual([]);
  for (const rule of [{ procedure: "seance" }, { level: "cosmic" }])
    expect(() => new Retention(il(), [{ name: "odd", days: 1, ...rule }])).toThrow(
      expect.objectContaining({ code: "node.badRetention" }),
    );
});

test("who does not keep the retention is not told of it", async () => {
  const lea = new OfficerClient(pair.il, { id: "lea", service: "mod", functions: ["liaison-officer"] });
  expect((await lea.get("/retention")).json).toMatchObject({ code: "policy.denied" });
});
