// What time alone does: a visit becomes active and ends with nobody acting, and its entry in the list follows. On a
// story clock, which only a demonstration node has.

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draft } from "../acts/index.ts";
import {
  accepted,
  bringIntoForce,
  type InForce,
  make,
  OfficerClient,
  requestDigest,
  startPair,
  synced,
  type TestPair,
  type TestSide,
  until,
  visitMaker,
  visitRequest,
} from "./testing.ts";

const start = Date.parse("2021-11-01T09:00:00Z");
const day = 86_400_000;

let pair: TestPair;
let story: InForce;
let visit: Draft["id"];
let administrators: readonly OfficerClient[];

beforeAll(async () => {
  pair = await startPair({ storyClock: new Date(start).toISOString() });
  story = await bringIntoForce(pair);
  administrators = [pair.ma, pair.il].map(
    (side) => new OfficerClient(side, { id: "root", service: "registry", functions: ["administrator"] }),
  );
  visit = await notifiedVisit();
});
afterAll(async () => {
  await pair.close();
});

/** A visit from the 30th day of the story on, which its host has approved and notified. */
async function notifiedVisit(): Promise<Draft["id"]> {
  const il = pair.il.accord().side;
  const ma = pair.ma.accord().side;
  const asker = visitMaker(il, story);
  const dossier = await make(il, { ...asker, step: "draft", body: visitRequest(il, { startsInDays: 30 }) });
  const request = await requestDigest(il, dossier);
  await make(il, { ...asker, step: "certify", dossier, body: { request } });
  await make(il, { ...asker, step: "endorse", dossier, body: { request, authority: "Authority", reference: "E" } });
  await make(il, { ...asker, step: "transmit", dossier, body: { request } });
  await synced(pair);
  const host = visitMaker(ma, story);
  const officer = story.services[ma.row.own]?.officer;
  if (!officer) throw new Error("No officer.");
  await make(ma, { ...host, step: "receive", dossier, body: { reference: "H" } });
  await make(ma, { ...host, step: "decideSite", dossier, body: { decision: "approved", site: "site-1" }, officer });
  const gates = [{ site: "site-1", gate: "North gate", function: "Guard commander" }];
  await make(ma, { ...host, step: "notify", dossier, body: { gates } });
  await synced(pair);
  return dossier;
}

async function setClocks(ms: number): Promise<void> {
  for (const one of administrators) {
    const answer = await one.post("/api/demonstration/clock", { instant: new Date(ms).toISOString() });
    expect(answer.json).toMatchObject({ now: new Date(ms).toISOString().replace(".000Z", "Z"), kind: "story" });
  }
}

async function stateAt(side: TestSide): Promise<readonly (string | undefined)[]> {
  const { store, row } = side.accord().side;
  const listed = accepted(await store.dossiers(row.accord, { procedure: "visit", limit: 10 }));
  return [listed.items[0]?.state, (await side.accord().side.view(visit))?.view.dossier.state];
}

test("a visit becomes active by time alone, and ends, in the list as on its page, on both nodes", async () => {
  for (const side of [pair.ma, pair.il]) expect(await stateAt(side)).toEqual(["notified", "notified"]);
  await setClocks(start + 31 * day);
  for (const side of [pair.ma, pair.il]) expect(await stateAt(side)).toEqual(["active", "active"]);
  await setClocks(start + 200 * day);
  for (const side of [pair.ma, pair.il]) expect(await stateAt(side)).toEqual(["executed", "executed"]);
});

test("a clock set back tells the story again: the list goes back with it", async () => {
  await setClocks(start + 31 * day);
  for (const side of [pair.ma, pair.il]) expect(await stateAt(side)).toEqual(["active", "active"]);
  await setClocks(start + day);
  for (const side of [pair.ma, pair.il]) expect(await stateAt(side)).toEqual(["notified", "notified"]);
});

test("the sweep finds what time has moved when nobody sets or asks anything", async () => {
  const { clock } = pair.ma.serving.node;
  if (!("set" in clock) || typeof clock.set !== "function") throw new Error("No story clock.");
  const { store, row } = pair.ma.accord().side;
  clock.set(start + 32 * day);
  await until(async () => (await store.dossier(row.accord, visit))?.state === "active", "the visit active");
  clock.set(start + day);
});

test("only an administrator sets the clock, and the node says that it is a demonstration", async () => {
  const officer = new OfficerClient(pair.ma, { id: "lea", service: "adn", functions: ["liaison-officer"] });
  const answer = await officer.post("/api/demonstration/clock", { instant: new Date(start).toISOString() });
  expect(answer.json).toMatchObject({ code: "policy.denied" });
  expect((await officer.get("/api/node")).json).toMatchObject({
    demonstration: true,
    notice: "A test.",
    clock: { kind: "story" },
    accords: [{ own: "MA", other: "IL" }],
  });
});
