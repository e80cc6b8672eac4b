// Two processes of one side on one database: whatever one writes, the other judges by it.

import { afterAll, beforeAll, expect, test } from "vitest";
import { fsck } from "../fsck/fsck.ts";
import {
  bringIntoForce,
  draftOfStep,
  type InForce,
  type LinkedPair,
  linkedPair,
  make,
  requestVisit,
  synced,
  until,
  visitMaker,
} from "../testing.ts";
import type { SideEvent } from "./events.ts";
import type { Side } from "./side.ts";

let pair: LinkedPair;
let story: InForce;
let ma: Side;
let il: Side;
/** A second process of Morocco's side. */
let beside: Side;

beforeAll(async () => {
  pair = await linkedPair();
  ma = pair.ma.side;
  il = pair.il.side;
  beside = (await pair.beside(pair.ma)).side;
  story = await bringIntoForce(pair);
});
afterAll(async () => {
  for (const side of [ma, beside, il]) expect((await fsck(side)).findings).toEqual([]);
  await pair.close();
});

test("a process that was idle while the other made the accord judges by the accord", async () => {
  expect((await beside.terms()).accord?.dossier).toBe(story.instrument);
  const dossier = await requestVisit(il, story);
  await synced(pair);
  await make(beside, { ...visitMaker(ma, story), step: "receive", dossier, body: { reference: "H" } });
  expect((await ma.view(dossier))?.view.dossier.state).toBe((await beside.view(dossier))?.view.dossier.state);
  const here = (await ma.view(dossier))?.view.dossier.state;
  await until(async () => (await il.view(dossier))?.view.dossier.state === here, "the receipt there");
});

test("an act that had seen what the other process registered is no act from the future", async () => {
  const note = await make(beside, {
    service: "registry",
    function: "registrar",
    procedure: "designation/1",
    step: "designate",
    body: {
      service: "liaison",
      names: { en: "Liaison" },
      kind: "liaison",
      domains: [],
      functions: [],
      keys: [ma.founding.cards[1].node],
      contact: { office: "Room 2" },
    },
  });
  pair.ma.link.poke();
  await until(async () => (await il.store.act(il.row.accord, note)) !== undefined, "the designation there");
  // Sees all that stands there, the designation included.
  await requestVisit(il, story);
  await until(() => ma.held(il.row.own) >= il.ownSize, "mirrored");
  expect(ma.condition()).toEqual({ stopped: undefined, recovering: false });
});

test("acts registered and mirrored at once by two processes leave the dossier as all of them make it", async () => {
  const dossier = await requestVisit(il, story);
  await synced(pair);
  const { store } = beside;
  const commit = store.commit.bind(store);
  store.commit = async (given) => {
    store.commit = commit;
    // Between the other process's judgement and its write, this one mirrors that the visit was cancelled.
    await make(il, { ...visitMaker(il, story), step: "cancel", dossier, body: { reason: "Not needed." } });
    await until(() => ma.held(il.row.own) >= il.ownSize, "the cancelling mirrored");
    return commit(given);
  };
  const received = await make(beside, { ...visitMaker(ma, story), step: "receive", dossier, body: { reference: "H" } });
  pair.ma.link.poke();
  await until(async () => (await il.store.act(il.row.accord, received)) !== undefined, "the receipt there");
  const row = await ma.store.dossier(ma.row.accord, dossier);
  expect(row?.state).toBe("cancelled");
  expect(row).toMatchObject({ state: (await il.store.dossier(il.row.accord, dossier))?.state, acts: 6 });
  const outcome = (await ma.store.act(ma.row.accord, received))?.row.outcome;
  expect(outcome).toEqual((await il.store.act(il.row.accord, received))?.row.outcome);
  expect(outcome?.kind).toBe("crossed");
});

test("what one process registers is told to the other's listeners", async () => {
  const heard: SideEvent["kind"][] = [];
  const listener = beside.events.listen();
  void (async () => {
    for await (const event of listener) heard.push(event.kind);
  })();
  const dossier = await requestVisit(il, story);
  await synced(pair);
  await make(ma, { ...visitMaker(ma, story), step: "receive", dossier, body: { reference: "H" } });
  await beside.lapse();
  expect(heard).toContain("grown");
  await listener.return?.();
});

test("a link that one process has stopped is stopped for the other: it signs nothing", async () => {
  await ma.changeLink({ stopped: { code: "exchange.fork", details: "{}", at: 0 }, evidence: "an evidence file" });
  const dossier = await requestVisit(il, story);
  const draft = draftOfStep(ma, { ...visitMaker(ma, story), step: "receive", dossier, body: { reference: "H" } });
  const [refused] = await beside.submit([{ kind: "draft", draft }]);
  expect(refused).toMatchObject({ status: "refused", refusal: { code: "exchange.linkStopped" } });
  await beside.changeLink({ recovering: true });
  expect(beside.link.stopped?.code).toBe("exchange.fork");
  await ma.changeLink({ stopped: undefined, recovering: false });
  expect(ma.link.evidence).toBe("an evidence file");
  pair.il.link.poke();
  await synced(pair);
});

test("of two changes of the link at once neither undoes the other", async () => {
  const stopped = { code: "exchange.fork", details: "{}", at: 0 };
  await Promise.all([
    ma.changeLink({ recovering: true }),
    ma.changeLink({ stopped }),
    ma.changeLink({ evidence: "E" }),
  ]);
  expect(await ma.store.link(ma.row.accord)).toMatchObject({ stopped, recovering: true, evidence: "E" });
  expect(ma.link).toMatchObject({ stopped, recovering: true, evidence: "E" });
  await ma.changeLink({ stopped: undefined, recovering: false, evidence: undefined });
});
