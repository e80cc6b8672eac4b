// What a side survives: an old backup put back, a database lost, a node killed, two processes on one database.

import { copyFileSync, rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fsck } from "./fsck/fsck.ts";
import { openHome } from "./home.ts";
import { joinAccord, openStore } from "./node.ts";
import { serveNode } from "./serve.ts";
import { Side } from "./side/side.ts";
import {
  accepted,
  bringIntoForce,
  designate,
  draftOfStep,
  make,
  openVisits,
  restart,
  startPair,
  synced,
  type TestPair,
  type TestSide,
  until,
} from "./testing.ts";
import { createVerifier } from "./verifier.ts";

let pair: TestPair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(async () => {
  await pair.close();
});

const report = (): void => undefined;

async function registerOf(side: TestSide): Promise<string> {
  const { store, row } = side.accord().side;
  const size = (await store.head(row.ownOrigin))?.size ?? 0;
  return (await store.leaves({ origin: row.ownOrigin, start: 0, end: size })).map((leaf) => leaf.toHex()).join();
}

function note(side: Side): Parameters<Side["submit"]>[0][number] {
  const draft = draftOfStep(side, {
    service: "registry",
    function: "registrar",
    procedure: "designation/1",
    step: "designate",
    body: {
      service: `service-${Math.floor(Math.random() * 1e9)}`,
      names: { en: "Another service" },
      kind: "liaison",
      domains: [],
      functions: [],
      keys: [side.founding.cards[0].node],
      contact: { office: "Room 2" },
    },
  });
  return { kind: "draft", draft };
}

test("a node put back from a file copy signs nothing until it has recovered its tail, then goes on", async () => {
  const { ma, il } = pair;
  await designate(ma.accord().side, "first");
  await synced(pair);
  await ma.serving.close();
  copyFileSync(ma.home.database, `${ma.home.database}.copy`);
  ma.serving = accepted(await serveNode(ma.home, { report }));
  await designate(ma.accord().side, "second");
  await designate(ma.accord().side, "third");
  await synced(pair);
  const whole = await registerOf(ma);
  await il.serving.close();
  await ma.serving.close();
  copyFileSync(`${ma.home.database}.copy`, ma.home.database);
  for (const tail of ["-wal", "-shm"]) rmSync(ma.home.database + tail, { force: true });
  ma.serving = accepted(await serveNode(ma.home, { report }));
  const [barred] = await ma.accord().side.submit([note(ma.accord().side)]);
  expect(barred).toMatchObject({ status: "refused", refusal: { code: "exchange.recovering" } });
  il.serving = accepted(await serveNode(il.home, { report }));
  await until(() => !ma.accord().side.link.recovering, "the tail recovered");
  expect(await registerOf(ma)).toBe(whole);
  const [after] = await ma.accord().side.submit([note(ma.accord().side)]);
  expect(after).toMatchObject({ status: "registered", row: { index: 3 } });
  await synced(pair);
});

test("a node whose whole database is lost rebuilds its register and its mirror from the other side", async () => {
  const { ma, il } = pair;
  await designate(ma.accord().side, "first");
  await designate(il.accord().side, "theirs");
  await synced(pair);
  const whole = await registerOf(ma);
  const theirs = await registerOf(il);
  await ma.serving.close();
  for (const tail of ["", "-wal", "-shm"]) rmSync(ma.home.database + tail, { force: true });
  const store = accepted(await openStore(ma.home));
  accepted(await joinAccord({ home: ma.home, store, founding: pair.founding }));
  await store.close();
  ma.serving = accepted(await serveNode(ma.home, { report }));
  expect(ma.accord().side.link.recovering).toBe(true);
  await until(() => !ma.accord().side.link.recovering, "the register rebuilt");
  expect(await registerOf(ma)).toBe(whole);
  await until(() => ma.accord().side.held(il.accord().side.row.own) === 1, "the mirror refilled");
  const { store: there, row } = ma.accord().side;
  const mirrored = await there.leaves({ origin: row.otherOrigin, start: 0, end: 1 });
  expect(mirrored.map((leaf) => leaf.toHex()).join()).toBe(theirs);
  const result = await fsck(ma.accord().side);
  expect(result.findings).toEqual([]);
});

test("with an accord in force, a lost database is rebuilt to the same dossiers and outcomes", async () => {
  const { ma, il } = pair;
  const story = await bringIntoForce(pair);
  const [visit] = await openVisits(pair, { story, count: 1 });
  const before = await standing(ma);
  expect(before.dossiers).toContainEqual(expect.objectContaining({ id: visit, state: "active" }));
  await ma.serving.close();
  for (const tail of ["", "-wal", "-shm"]) rmSync(ma.home.database + tail, { force: true });
  const store = accepted(await openStore(ma.home));
  accepted(await joinAccord({ home: ma.home, store, founding: pair.founding }));
  await store.close();
  ma.serving = accepted(await serveNode(ma.home, { report }));
  const { side } = ma.accord();
  // Its own acts come back first, and rest on acts of the other side that are still to come.
  await until(async () => (await standing(ma)).acts.length === before.acts.length, "everything read again");
  expect(await standing(ma)).toEqual(before);
  expect((await fsck(side)).findings).toEqual([]);
  await designate(side, "afterwards");
  expect((await side.store.actsOfProcedures(side.row.accord, ["contest"])).length).toBe(0);
  expect((await il.accord().side.store.actsOfProcedures(side.row.accord, ["contest"])).length).toBe(0);
});

test("nothing is registered on acts that cannot be read yet", async () => {
  const { ma, il } = pair;
  await designate(il.accord().side, "theirs");
  await synced(pair);
  await designate(ma.accord().side, "saw-theirs");
  await synced(pair);
  await ma.serving.close();
  for (const tail of ["", "-wal", "-shm"]) rmSync(ma.home.database + tail, { force: true });
  const store = accepted(await openStore(ma.home));
  accepted(await joinAccord({ home: ma.home, store, founding: pair.founding }));
  // Israel's node serves Morocco's register and sends nothing of its own: its link is stopped from its end.
  await il.accord().link.close();
  await store.close();
  ma.serving = accepted(await serveNode(ma.home, { report }));
  const { side } = ma.accord();
  await until(() => !side.link.recovering, "the register recovered");
  expect(side.ownSize).toBe(1);
  const [barred] = await side.submit([note(side)]);
  expect(barred).toMatchObject({ status: "refused", refusal: { code: "exchange.recovering" } });
  await restart(il);
  await until(async () => (await side.submit([note(side)]))[0]?.status === "registered", "registering again");
});

async function standing(side: TestSide) {
  const { store, row } = side.accord().side;
  const page = accepted(await store.dossiers(row.accord, { limit: 500 }));
  const acts = [];
  // Who of this side made it is lost with the database: it stands in no register.
  for (const party of [row.own, row.other])
    for (const act of await store.actsOfRegister(row.accord, { party, start: 0, limit: 500 }))
      acts.push({ ...act, officer: undefined });
  return { dossiers: page.items, acts };
}

test("the link down for a while: signing goes on, and the mirror catches up by itself", async () => {
  const { ma, il } = pair;
  await il.serving.close();
  for (const name of ["one", "two", "three"]) await designate(ma.accord().side, name);
  expect(ma.accord().side.held(ma.accord().side.row.own)).toBe(0);
  const home = accepted(openHome(il.home.folder));
  il.serving = accepted(await serveNode(home, { report }));
  await synced(pair);
  expect(await mirrorOf(il)).toBe(await registerOf(ma));
});

test("a repeated id gets its original answer, and the same id with other content is refused", async () => {
  const { side } = pair.ma.accord();
  const first = note(side);
  const [registered] = await side.submit([first]);
  const [again, twice] = await side.submit([first, first]);
  expect(registered).toMatchObject({ status: "registered", row: { index: 0 } });
  expect(again).toMatchObject({ status: "repeated", row: { index: 0 } });
  expect(twice).toMatchObject({ status: "repeated", row: { index: 0 } });
  const other = note(side);
  if (first.kind !== "draft" || other.kind !== "draft") throw new Error("Drafts only.");
  const [refused] = await side.submit([
    { kind: "draft", draft: { ...other.draft, id: first.draft.id, dossier: first.draft.id } },
  ]);
  expect(refused).toMatchObject({ status: "refused", refusal: { code: "node.idReused" } });
});

test("two processes of one side append at once: each act is registered once and nothing forks", async () => {
  const { ma } = pair;
  const one = ma.accord().side;
  const store = accepted(await openStore(ma.home));
  const two = await Side.open({
    row: one.row,
    store,
    keys: ma.home.keys,
    clock: one.clock,
    verifier: createVerifier({ threads: 0 }),
  });
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? one : two).submit([note(one)])),
  );
  expect(results.flat().every((result) => result.status === "registered")).toBe(true);
  const indexes = results.flat().map((result) => (result.status === "refused" ? -1 : result.row.index));
  expect([...indexes].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  await store.close();
  one.drop();
  expect((await fsck(one)).findings).toEqual([]);
});

test("a restarted node has everything it acknowledged, and its dossiers stand as they stood", async () => {
  const { ma } = pair;
  await designate(ma.accord().side, "first");
  const before = await ma.accord().side.store.dossiers(ma.accord().side.row.accord, { limit: 10 });
  await restart(ma);
  const after = await ma.accord().side.store.dossiers(ma.accord().side.row.accord, { limit: 10 });
  expect(after).toEqual(before);
  await make(ma.accord().side, {
    service: "first",
    function: "treaty-officer",
    procedure: "accord/1",
    step: "propose",
    body: { kind: "framework", titles: { en: "Accord" }, mandate: { reference: "M-1" }, marking: "unclassified" },
  });
});

async function mirrorOf(side: TestSide): Promise<string> {
  const { store, row } = side.accord().side;
  const size = (await store.head(row.otherOrigin))?.size ?? 0;
  return (await store.leaves({ origin: row.otherOrigin, start: 0, end: size })).map((leaf) => leaf.toHex()).join();
}
