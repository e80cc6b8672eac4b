// What this side registers and what it refuses to: each of the node's own refusals, and the write that is lost, or that
// lands while its answer is lost.

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { base64url, Fault, refuse } from "../../base/index.ts";
import type { Ed25519Signer } from "../../seal/index.ts";
import { generateEd25519 } from "../../seal/native.ts";
import type { Commit } from "../../store/index.ts";
import type { Clock } from "../clock.ts";
import { fsck } from "../fsck/fsck.ts";
import {
  bringIntoForce,
  draftOfStep,
  type InForce,
  type LinkedPair,
  linkedPair,
  make,
  requestVisit,
  signed,
  synced,
  visitMaker,
  visitRequest,
} from "../testing.ts";
import type { Side } from "./side.ts";
import { readSubmission, type Submission } from "./submission.ts";

/** A clock that a test can set wrong. */
const clock: Clock & { offset: number } = {
  kind: "system",
  offset: 0,
  now: () => Date.now() + clock.offset,
  seconds: () => Math.floor(clock.now() / 1000),
};

let pair: LinkedPair;
let story: InForce;
let ma: Side;
let il: Side;

beforeAll(async () => {
  pair = await linkedPair(clock);
  story = await bringIntoForce(pair);
  ma = pair.ma.side;
  il = pair.il.side;
});
afterAll(async () => {
  expect((await fsck(ma)).findings).toEqual([]);
  expect((await fsck(il)).findings).toEqual([]);
  await pair.close();
});
beforeEach(() => {
  clock.offset = 0;
  pair.road.open = true;
});

function designation(side: Side, service: string): Submission {
  const draft = draftOfStep(side, {
    service: "registry",
    function: "registrar",
    procedure: "designation/1",
    step: "designate",
    body: {
      service,
      names: { en: "Another service" },
      kind: "liaison",
      domains: [],
      functions: [{ function: "treaty-officer", names: { en: "Treaty officer" }, officers: [] }],
      keys: [base64url(generateEd25519().signer.publicKey)],
      contact: { office: "Room 2" },
    },
  });
  return { kind: "draft", draft };
}

async function refusalOf(side: Side, submission: Submission): Promise<unknown> {
  const [result] = await side.submit([submission]);
  return result?.status === "refused" ? result.refusal : result;
}

test("an act of a service whose key this node lacks is refused", async () => {
  await registers("keyless");
  const draft = draftOfStep(ma, {
    service: "keyless",
    function: "treaty-officer",
    procedure: "accord/1",
    step: "recordMandate",
    dossier: story.instrument,
    body: {},
  });
  expect(await refusalOf(ma, { kind: "draft", draft })).toMatchObject({
    code: "node.noServiceKey",
    details: { service: "keyless" },
  });
  expect(await ma.appender.prepare({ kind: "draft", draft })).toMatchObject({ code: "node.noServiceKey" });
});

async function registers(service: string): Promise<void> {
  const [result] = await ma.submit([designation(ma, service)]);
  expect(result?.status).toBe("registered");
}

test("a clock that has gone back stops the registering until it is right again", async () => {
  await registers("before");
  clock.offset = -2 * 60 * 60 * 1000;
  expect(await refusalOf(ma, designation(ma, "in-the-past"))).toMatchObject({ code: "node.clockBehind" });
  clock.offset = -30 * 60 * 1000;
  expect(await refusalOf(ma, designation(ma, "a-little-late"))).toMatchObject({ status: "registered" });
});

test("a clock that has gone back while the node was down is noticed by the last act on disk", async () => {
  await registers("last-before");
  const { side } = await pair.beside(pair.ma);
  clock.offset = -3 * 365 * 86_400_000;
  expect(await refusalOf(side, designation(side, "years-ago"))).toMatchObject({ code: "node.clockBehind" });
});

test("more acts than can wait are told to come again, and those that wait are registered", async () => {
  // Nothing is signed meanwhile, so that 40,000 acts cost no more than looking their ids up.
  await ma.changeLink({ stopped: { code: "exchange.fork", details: "{}", at: clock.now() } });
  const waiting = designation(ma, "waits");
  const first = ma.submit(Array.from({ length: 20_000 }, () => waiting));
  // What is being registered no longer waits; all of this queue does.
  const second = ma.submit(Array.from({ length: 20_000 }, () => waiting));
  const [busy] = await ma.submit([waiting]);
  expect(busy).toMatchObject({ status: "refused", refusal: { code: "node.busy", details: { waiting: 20_000 } } });
  expect((await first)[19_999]).toMatchObject({ refusal: { code: "exchange.linkStopped" } });
  expect(await second).toHaveLength(20_000);
  await ma.changeLink({ stopped: undefined });
  expect(await refusalOf(ma, waiting)).toMatchObject({ status: "registered" });
});

test("the id of an act of the other side is no id for an act of this one", async () => {
  const theirs = designation(il, "theirs");
  await il.submit([theirs]);
  await synced(pair);
  expect(await refusalOf(ma, theirs)).toMatchObject({ code: "node.idReused", details: { party: "IL" } });
});

test("an officer's signature that does not verify, or of a key nobody published, is refused", async () => {
  const officer = signatory();
  const draft = await graveDraft();
  const good = await signed(ma, { draft, officer });
  if (good.kind !== "prepared") throw new Error("Not prepared.");
  const [one] = good.officers;
  if (!one) throw new Error("Not signed.");
  const forged: Ed25519Signer = {
    publicKey: officer.publicKey,
    sign: (message) => officer.sign(message).map((byte, i) => (i === 5 ? byte ^ 1 : byte)),
  };
  const bad = await signed(ma, { draft, officer: forged });
  expect(await refusalOf(ma, bad)).toMatchObject({ code: "node.badPrepared" });
  const stranger = await signed(ma, { draft, officer: generateEd25519().signer });
  expect(await refusalOf(ma, stranger)).toMatchObject({ code: "node.badPrepared" });
  const tooMany = { protected: one.protected, signature: one.entry.signature };
  for (const officerSignatures of [[], Array.from({ length: 4 }, () => tooMany)])
    expect(readSubmission({ kind: "signed", payload: good.payload, officerSignatures })).toMatchObject({
      code: "node.badPrepared",
    });
  expect(await refusalOf(ma, { ...good, officers: [] })).toMatchObject({ code: "procedures.notSignedByOfficer" });
  expect(await refusalOf(ma, good)).toMatchObject({ status: "registered" });
});

function signatory(): Ed25519Signer {
  const service = story.services[ma.row.own];
  if (!service) throw new Error("No service.");
  return service.officer;
}

/** A step that its officer signs, and that can be made once: the decision on a visit. */
async function graveDraft() {
  const dossier = await requestVisit(il, story);
  await synced(pair);
  const host = visitMaker(ma, story);
  await make(ma, { ...host, step: "receive", dossier, body: { reference: "H" } });
  return draftOfStep(ma, { ...host, step: "decideSite", dossier, body: { decision: "approved", site: "site-1" } });
}

test("a prepared act that the other side's acts have overtaken is stale, and so is one left lying", async () => {
  const officer = signatory();
  const draft = await graveDraft();
  const prepared = await signed(ma, { draft, officer });
  await make(il, { ...visitMaker(il, story), step: "cancel", dossier: draft.dossier, body: { reason: "Not needed." } });
  await synced(pair);
  expect(await refusalOf(ma, prepared)).toMatchObject({ code: "node.preparedStale" });
  const other = await signed(ma, { draft: await graveDraft(), officer });
  clock.offset = 25 * 60 * 60 * 1000;
  expect(await refusalOf(ma, other)).toMatchObject({ code: "node.preparedStale" });
});

test("an act of another procedure than its dossier's is refused, prepared or registered", async () => {
  const draft = draftOfStep(ma, {
    ...visitMaker(ma, story),
    step: "receive",
    dossier: story.instrument,
    body: { reference: "H" },
  });
  expect(await refusalOf(ma, { kind: "draft", draft })).toMatchObject({ code: "procedures.otherProcedure" });
  expect(await ma.appender.prepare({ kind: "draft", draft })).toMatchObject({ code: "procedures.otherProcedure" });
});

test("who made the act before is asked when the act's turn has come, of two acts in one request too", async () => {
  const asker = visitMaker(il, story);
  const opening = draftOfStep(il, { ...asker, step: "draft", body: visitRequest(il) });
  const asked: (string | undefined)[] = [];
  const permit = (author: string) => {
    asked.push(author);
    return author === "ana" ? refuse("node.busy", { waiting: 1, limit: 1 }) : undefined;
  };
  const certify = draftOfStep(il, {
    ...asker,
    step: "certify",
    dossier: opening.id,
    body: { request: `sha256:${"0".repeat(64)}` },
  });
  const [first, second] = await il.submit([
    { kind: "draft", draft: opening, officer: "ana", permit },
    { kind: "draft", draft: certify, officer: "ana", permit },
  ]);
  expect(first).toMatchObject({ status: "registered", row: { officer: "ana" } });
  expect(second).toMatchObject({ status: "refused", refusal: { code: "node.busy" } });
  expect(asked).toEqual(["ana"]);
  const bySomebodyElse = await il.submit([{ kind: "draft", draft: certify, officer: "ben", permit: () => undefined }]);
  expect(bySomebodyElse[0]).not.toMatchObject({ refusal: { code: "node.busy" } });
});

/** The side with a store whose next write goes wrong. */
function failing(
  side: Side,
  how: (commit: Commit, write: Side["store"]["commit"]) => Promise<"committed" | "conflict">,
) {
  const { store } = side;
  const write = store.commit.bind(store);
  store.commit = async (commit) => {
    if (!commit.register) return write(commit);
    store.commit = write;
    return how(commit, write);
  };
}

test("a write that is lost on a full disk is told to the caller, and nothing of it is registered", async () => {
  const size = ma.ownSize;
  failing(ma, async () => {
    throw new Fault("store.diskFull", "There is no room left for the database.");
  });
  const submission = designation(ma, "no-room");
  expect(await refusalOf(ma, submission)).toMatchObject({ code: "node.writeFailed" });
  expect((await ma.store.head(ma.row.ownOrigin))?.size).toBe(size);
  expect(await refusalOf(ma, submission)).toMatchObject({ status: "registered", row: { index: size } });
});

test("a write that landed while its answer was lost is registered, once", async () => {
  const size = ma.ownSize;
  failing(ma, async (commit, write) => {
    await write(commit);
    throw new Fault("store.diskFailed", "The disk did not do what it was asked.");
  });
  const submission = designation(ma, "landed");
  expect(await refusalOf(ma, submission)).toMatchObject({ status: "registered", row: { index: size } });
  expect(await refusalOf(ma, submission)).toMatchObject({ status: "repeated", row: { index: size } });
  expect(await refusalOf(ma, designation(ma, "next"))).toMatchObject({
    status: "registered",
    row: { index: size + 1 },
  });
});

test("a promise that the store has broken is a fault, and the next act is judged on what is on disk", async () => {
  const size = ma.ownSize;
  failing(ma, async () => {
    throw new Fault("store.damaged", "The database file is damaged.");
  });
  await expect(ma.submit([designation(ma, "broken")])).rejects.toThrow("damaged");
  expect(await refusalOf(ma, designation(ma, "mended"))).toMatchObject({ status: "registered", row: { index: size } });
});

test("a link stopped while a batch is judged stops the batch: nothing more is signed", async () => {
  const { store } = ma;
  const head = store.head.bind(store);
  const size = ma.ownSize;
  const registering = ma.submit([designation(ma, "too-late")]);
  let asked = 0;
  store.head = async (origin) => {
    asked += 1;
    if (asked === 1) await ma.changeLink({ stopped: { code: "exchange.fork", details: "{}", at: clock.now() } });
    return head(origin);
  };
  expect((await registering)[0]).toMatchObject({ status: "refused", refusal: { code: "exchange.linkStopped" } });
  store.head = head;
  expect((await store.head(ma.row.ownOrigin))?.size).toBe(size);
  await ma.changeLink({ stopped: undefined });
  expect(await refusalOf(ma, designation(ma, "open-again"))).toMatchObject({ status: "registered" });
});
