// What a hostile other side can do to dossiers, and that a dossier folded again from the store is what it was in
// memory.

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Act, ProcedureId } from "../../acts/index.ts";
import { isRefusal } from "../../base/index.ts";
import type { Ed25519Signer } from "../../seal/index.ts";
import { fsck } from "../fsck/fsck.ts";
import {
  bringIntoForce,
  draftOfStep,
  HostilePeer,
  type InForce,
  type LinkedPair,
  linkedPair,
  make,
  nextId,
  requestVisit,
  synced,
  until,
  visitMaker,
  visitRequest,
} from "../testing.ts";
import type { Side } from "./side.ts";
import { actsPerLineMax, unfit } from "./unfit.ts";

let pair: LinkedPair;
let story: InForce;
let ma: Side;
let il: Side;
let hostile: HostilePeer;
/** A visit that Israel asked for. */
let visit: Act["dossier"];

beforeAll(async () => {
  pair = await linkedPair();
  ma = pair.ma.side;
  il = pair.il.side;
  story = await bringIntoForce(pair);
  visit = await requestVisit(il, story);
  await synced(pair);
  // From here on Israel's register is written by a hostile node with its keys.
  await pair.il.link.close();
  hostile = await HostilePeer.of(pair.ma, pair.il.home.keys);
});
beforeEach(async () => {
  await contested();
});
afterAll(async () => {
  expect((await fsck(ma)).findings).toEqual([]);
  await pair.close();
});

/** Waits until what was due is contested, so that the hostile node may say it has seen all. */
async function contested(): Promise<void> {
  await ma.contests.run();
  await until(async () => (await ma.store.head(ma.row.ownOrigin))?.size === ma.ownSize, "nothing under way");
}

function key(service: string): Ed25519Signer {
  const found = [...pair.il.home.keys.serviceKeys().values()].find((one) => one.service === service);
  if (!found) throw new Error("No key.");
  return found.signer;
}

function actOf(change: Partial<Act>): Act {
  const draft = draftOfStep(il, { ...visitMaker(il, story), step: "draft", body: {} });
  return hostile.complete(draft, change);
}

/** Registers it at the hostile node and gives what became of it here. */
async function told(act: Act): Promise<{ code: string | undefined; index: number }> {
  const index = hostile.append(act, [key("mod")]);
  expect((await hostile.deliver(index)).kind).toBe("held");
  const outcome = (await ma.store.act(ma.row.accord, act.id))?.row.outcome;
  return { code: outcome?.kind === "void" ? outcome.code : outcome?.kind, index };
}

/** The dossier as memory has it, and as the store makes it. */
async function bothWays(id: Act["dossier"]): Promise<readonly unknown[]> {
  const seen = async () => {
    const viewed = await ma.view(id);
    const rows = (await ma.store.actsOfDossier(ma.row.accord, id)).map(({ row }) => [row.id, row.outcome]);
    return {
      state: viewed && { ...viewed.view.dossier, time: undefined },
      rows,
      entry: await ma.store.dossier(ma.row.accord, id),
    };
  };
  const before = await seen();
  ma.drop();
  return [before, await seen()];
}

test("an act of another procedure has no effect in a dossier, and none when the dossier is folded again", async () => {
  // Both procedures have a step of this name and form: judged as the visit's own it would cancel the visit.
  const act = actOf({ dossier: visit, procedure: "programme/1" as ProcedureId, step: "cancel", body: { reason: "R" } });
  expect((await told(act)).code).toBe("procedures.otherProcedure");
  const [before, after] = await bothWays(visit);
  expect(after).toEqual(before);
  expect(before).toMatchObject({ state: { state: "transmitted" }, entry: { state: "transmitted" } });
});

test("acts put into a dossier before it is opened do not keep it from being opened, nor count twice", async () => {
  const opening = draftOfStep(ma, {
    ...visitMaker(ma, story),
    step: "draft",
    body: visitRequest(ma),
  });
  const { code } = await told(actOf({ dossier: opening.id, step: "cancel", body: { reason: "Before it is there." } }));
  expect(code).toBe("procedures.noDossier");
  ma.drop();
  const [opened] = await ma.submit([{ kind: "draft", draft: opening }]);
  expect(opened).toMatchObject({ status: "registered", row: { outcome: { kind: "effective" } } });
  expect(await ma.store.dossier(ma.row.accord, opening.id)).toMatchObject({ acts: 2 });
  const [before, after] = await bothWays(opening.id);
  expect(after).toEqual(before);
});

test("a leaf that names the other side or another accord is no act of this register", async () => {
  const dossier = await make(ma, { ...visitMaker(ma, story), step: "draft", body: visitRequest(ma) });
  for (const change of [{ party: ma.row.own }, { accord: "0".repeat(32) as Act["accord"] }]) {
    const { index } = await told(actOf({ dossier, step: "cancel", body: { reason: "Not mine to say." }, ...change }));
    const unreadable = await ma.store.unreadable(ma.row.accord);
    expect(unreadable.find((leaf) => leaf.index === index)?.code).toMatch(/^procedures\.other(Party|Accord)$/);
  }
  // Had it been put on this side's line, nothing this side does later would count as seen by the other.
  await make(ma, { ...visitMaker(ma, story), step: "cancel", dossier, body: { reason: "Ours to say." } });
  const [before, after] = await bothWays(dossier);
  expect(after).toEqual(before);
  expect(before).toMatchObject({ entry: { state: "cancelled", acts: 2 } });
});

test("what cannot be contested while the link is stopped is contested when it is open again", async () => {
  const { index } = await told(actOf({ dossier: nextId(), step: "cancel", body: {} }));
  await contested();
  expect(await contestOf(index)).toBe("procedures.noDossier");
  const second = hostile.append(actOf({ dossier: nextId(), step: "cancel", body: {} }), [key("mod")]);
  const { commit } = ma.store;
  let stopped = false;
  ma.store.commit = async (given) => {
    const done = await commit.call(ma.store, given);
    // Stopped between the mirroring and the contest.
    if (!stopped) await ma.changeLink({ stopped: { code: "exchange.fork", details: "{}", at: 0 } });
    stopped = true;
    return done;
  };
  await hostile.deliver(second);
  ma.store.commit = commit.bind(ma.store);
  await ma.contests.run();
  expect(await contestOf(second)).toBe(undefined);
  await ma.changeLink({ stopped: undefined });
  await ma.contests.run();
  expect(await contestOf(second)).toBe("procedures.noDossier");
});

test("leaves mirrored by a node that was killed before it contested them are found at its start", async () => {
  const { side } = await pair.beside(pair.ma);
  // Eleven hundred leaves: more than are looked through at a time.
  const first = hostile.leaves.length;
  for (let i = 0; i < 1_100; i++)
    hostile.append(actOf({ id: nextId(), dossier: nextId(), step: "cancel", body: {} }), [key("mod")]);
  const { due } = ma.contests;
  ma.contests.due = () => undefined;
  await hostile.deliver(first);
  ma.contests.due = due.bind(ma.contests);
  expect(await contestOf(first)).toBe(undefined);
  await side.contests.lookAgain();
  await side.contests.run();
  for (const index of [first, first + 1_099]) expect(await contestOf(index)).toBe("procedures.noDossier");
  const size = side.ownSize;
  await side.contests.lookAgain();
  await side.contests.run();
  expect(side.ownSize).toBe(size);
});

async function contestOf(index: number): Promise<string | undefined> {
  const page = await ma.store.actsOfProcedures(ma.row.accord, ["contest"]);
  for (const { row } of page) {
    const data: unknown = (await ma.view(row.dossier))?.view.dossier.data;
    if (typeof data !== "object" || data === null || !("contested" in data)) continue;
    const { contested: leaf } = data;
    if (typeof leaf === "object" && leaf !== null && "index" in leaf && leaf.index === index)
      return "code" in leaf ? String(leaf.code) : undefined;
  }
  return undefined;
}

test("a dossier that has let go of its acts takes one that crossed them as if it had held them", async () => {
  const seen = ma.ownSize;
  await make(ma, { ...visitMaker(ma, story), step: "receive", dossier: visit, body: { reference: "HOST-7" } });
  await ma.inTurn(async (state) => {
    const open = await state.dossiers.open(visit);
    state.dossiers.trim(0);
    expect(open.lines).toEqual([[], []]);
  });
  const cancel = actOf({ dossier: visit, step: "cancel", body: { reason: "Made before it was received." }, seen });
  expect((await told(cancel)).code).toBe("effective");
  const [before, after] = await bothWays(visit);
  expect(after).toEqual(before);
  expect(before).toMatchObject({ entry: { state: "cancelled" } });
});

test("a dossier takes only so many acts of one side", async () => {
  const dossier = await make(ma, { ...visitMaker(ma, story), step: "draft", body: visitRequest(ma) });
  const procedure = ma.procedureOf({ procedure: "visit/1" as ProcedureId });
  if (isRefusal(procedure)) throw new Error("No such procedure.");
  const act = hostile.complete(draftOfStep(il, { ...visitMaker(il, story), step: "cancel", dossier, body: {} }));
  const placed = { act, index: 1, sight: 0, terms: await ma.terms(), inadmissible: undefined };
  const common = { placed, opening: undefined, procedure };
  expect(unfit({ ...common, before: actsPerLineMax - 1 })).toBe(undefined);
  expect(unfit({ ...common, before: actsPerLineMax })).toMatchObject({ code: "procedures.tooManyActs" });
});
