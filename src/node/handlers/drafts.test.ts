// Drafts: what one officer composes another releases. On real nodes, with a policy that asks for four eyes on a step.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draft } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { defaultPolicies } from "../../policy/index.ts";
import { canonicalOf } from "../../seal/index.ts";
import { generateEd25519 } from "../../seal/native.ts";
import {
  bringIntoForce,
  draftOfStep,
  type InForce,
  make,
  nextId,
  OfficerClient,
  requestVisit,
  restart,
  signedPayload,
  startPair,
  synced,
  type TestPair,
  visitMaker,
  visitRequest,
} from "../testing.ts";

/** Beside the rules that come with Entente: a side that lets nobody send a request or a decision alone. */
const fourEyes = `
@id("sent-by-another") @because("what one has written another sends")
forbid (principal, action == Action::"act", resource == Procedure::"visit")
when { context.ownStep && ["draft", "decideSite"].contains(context.step) };`;

let pair: TestPair;
let story: InForce;
let lea: OfficerClient;
let sam: OfficerClient;
let clerk: OfficerClient;
let auditor: OfficerClient;

beforeAll(async () => {
  pair = await startPair();
  story = await bringIntoForce(pair);
  for (const side of [pair.ma, pair.il]) {
    const file = join(side.home.folder, "config.json");
    writeFileSync(join(side.home.folder, "rules.cedar"), `${defaultPolicies}${fourEyes}`);
    const config = { ...JSON.parse(readFileSync(file, "utf8")), policies: ["rules.cedar"] };
    writeFileSync(file, JSON.stringify(config));
    await restart(side);
  }
  const service = visitMaker(pair.il.accord().side, story).service;
  lea = new OfficerClient(pair.il, { id: "lea", service, functions: ["liaison-officer"] });
  sam = new OfficerClient(pair.il, { id: "sam", service, functions: ["liaison-officer"] });
  clerk = new OfficerClient(pair.il, { id: "clerk", service, functions: ["planner"] });
  auditor = new OfficerClient(pair.il, { id: "omar", service, functions: ["auditor"] });
});
afterAll(async () => {
  await pair.close();
});

function request(): Draft {
  const { side } = pair.il.accord();
  const maker = { ...visitMaker(side, story), function: "liaison-officer" };
  return draftOfStep(side, { ...maker, step: "draft", body: visitRequest(side) });
}

const detail = z.looseObject({ version: z.number(), state: z.string() });

/** The version the draft has now. */
async function versionOf(draft: Draft, client = lea): Promise<number> {
  return detail.parse((await client.get(`/drafts/${draft.id}`)).json).version;
}

async function composed(): Promise<Draft> {
  const draft = request();
  expect((await lea.post("/drafts", draft)).json).toMatchObject({ state: "composed", version: 1, composer: "lea" });
  return draft;
}

async function storedOfficer(id: Draft["id"]): Promise<string | undefined> {
  const { side } = pair.il.accord();
  return (await side.store.act(side.row.accord, id))?.row.officer;
}

test("a step that needs four eyes is refused to who hands it in alone, and released by another", async () => {
  const draft = request();
  expect(await lea.register(draft)).toMatchObject([
    { status: "refused", refusal: { code: "policy.denied", details: { rules: ["sent-by-another"] } } },
  ]);
  const laid = (await lea.post("/drafts", draft)).json;
  expect(laid).toMatchObject({
    state: "composed",
    composer: "lea",
    procedure: "visit",
    step: "draft",
    draft: { id: draft.id },
    history: [{ kind: "composed", officer: "lea" }],
    barred: { code: "policy.denied" },
  });
  expect(laid).not.toHaveProperty("flaw");
  expect((await lea.post(`/drafts/${draft.id}/release`, { version: 1 })).json).toMatchObject({
    code: "policy.denied",
    details: { rules: ["sent-by-another"] },
  });
  expect((await sam.get(`/drafts/${draft.id}`)).json).not.toHaveProperty("barred");
  expect((await sam.post(`/drafts/${draft.id}/release`, { version: 1 })).json).toMatchObject({
    results: [{ status: "registered", id: draft.id }],
  });
  expect((await lea.get(`/drafts/${draft.id}`)).json).toMatchObject({
    state: "released",
    composer: "lea",
    releaser: "sam",
    history: [{ kind: "composed" }, { kind: "released", officer: "sam" }],
  });
  expect(await storedOfficer(draft.id)).toBe("sam");
  // The answer was lost, say.
  expect((await sam.post(`/drafts/${draft.id}/release`, { version: 1 })).json).toMatchObject({
    results: [{ status: "repeated", id: draft.id }],
  });
});

test("a draft is returned with a reason, changed, and then released; who changed it does not release it", async () => {
  const draft = await composed();
  expect((await clerk.post(`/drafts/${draft.id}/return`, { version: 1, reason: "x" })).json).toMatchObject({
    code: "policy.denied",
  });
  expect((await sam.post(`/drafts/${draft.id}/return`, { version: 1, reason: "Two subjects." })).json).toMatchObject({
    state: "returned",
    version: 2,
    history: [{ kind: "composed" }, { kind: "returned", officer: "sam", reason: "Two subjects." }],
  });
  expect((await sam.post(`/drafts/${draft.id}/release`, { version: 2 })).json).toMatchObject({
    code: "node.draftNotSo",
    details: { state: "returned" },
  });
  const changed = { ...draft, body: { ...draft.body, subject: { en: "One subject" } } };
  expect((await sam.post(`/drafts/${draft.id}/change`, { version: 2, draft: changed })).json).toMatchObject({
    state: "composed",
    composer: "sam",
    version: 3,
  });
  expect((await sam.post(`/drafts/${draft.id}/release`, { version: 3 })).json).toMatchObject({ code: "policy.denied" });
  expect((await lea.post(`/drafts/${draft.id}/release`, { version: 3 })).json).toMatchObject({
    results: [{ status: "registered" }],
  });
});

test("of two who change one draft the second is told, and nothing changes a released one", async () => {
  const draft = await composed();
  const change = { version: 1, draft };
  expect((await sam.post(`/drafts/${draft.id}/change`, change)).json).toMatchObject({ version: 2 });
  expect((await lea.post(`/drafts/${draft.id}/change`, change)).json).toMatchObject({
    code: "node.draftChanged",
    details: { version: 2, got: 1 },
  });
  const [one, other] = await Promise.all([
    lea.post(`/drafts/${draft.id}/release`, { version: 2 }),
    lea.post(`/drafts/${draft.id}/release`, { version: 2 }),
  ]);
  const told = JSON.stringify([one.json, other.json]);
  expect(told).toContain('"registered"');
  expect(told).toMatch(/"repeated"|node\.draftNotSo|node\.draftChanged/);
  const version = await versionOf(draft);
  for (const [what, body] of [
    ["change", { version, draft }],
    ["return", { version, reason: "late" }],
    ["remove", { version }],
  ] as const)
    expect((await lea.post(`/drafts/${draft.id}/${what}`, body)).json).toMatchObject({
      code: "node.draftNotSo",
      details: { state: "released" },
    });
});

test("the same draft composed again is the one that is there; another of the same id is refused", async () => {
  const draft = await composed();
  expect((await lea.post("/drafts", draft)).json).toMatchObject({ version: 1, history: [{ kind: "composed" }] });
  for (const [client, content] of [
    [sam, draft],
    [lea, { ...draft, articles: [] }],
  ] as const)
    expect((await client.post("/drafts", content)).json).toMatchObject({ code: "node.draftExists" });
  const { side } = pair.il.accord();
  const known = (await side.store.actsOfRegister(side.row.accord, { party: side.row.own, start: 0, limit: 1 }))[0]?.id;
  expect((await lea.post("/drafts", { ...draft, id: known })).json).toMatchObject({ code: "node.idReused" });
  const foreign = { version: 1, draft: { ...draft, id: nextId() } };
  expect((await lea.post(`/drafts/${draft.id}/change`, foreign)).json).toMatchObject({
    code: "api.badInput",
    details: { path: "draft.id" },
  });
});

test("what would be refused is told when it is composed, and a refused release leaves the draft", async () => {
  const draft = { ...request(), body: {} };
  expect((await lea.post("/drafts", draft)).json).toMatchObject({ flaw: { code: "procedures.badBody" } });
  expect((await sam.post(`/drafts/${draft.id}/release`, { version: 1 })).json).toMatchObject({
    results: [{ status: "refused", refusal: { code: "procedures.badBody" } }],
  });
  expect((await lea.get(`/drafts/${draft.id}`)).json).toMatchObject({
    state: "composed",
    history: [{ kind: "composed" }, { kind: "refused", officer: "sam", reason: "procedures.badBody" }],
  });
  const above = { ...draft, id: nextId(), label: { ...draft.label, classification: "secret" } };
  expect((await lea.post("/drafts", { ...above, dossier: above.id })).json).toMatchObject({ code: "policy.denied" });
});

test("drafts are listed to who may read them and outlive a restart; one removed frees its documents", async () => {
  const draft = await composed();
  await restart(pair.il);
  // The first request may go out on a connection that the restart has closed.
  await sam.get("/drafts").catch((cause: unknown) => expect(cause).toBeInstanceOf(TypeError));
  const listed = async (client: OfficerClient): Promise<string> =>
    JSON.stringify((await client.get("/drafts?state=composed&limit=500")).json);
  expect(await listed(sam)).toContain(draft.id);
  expect(await listed(auditor)).toContain(draft.id);
  const { side } = pair.il.accord();
  const outside = new OfficerClient(pair.il, {
    id: "ines",
    service: draft.service,
    functions: ["liaison-officer"],
    dossiers: [nextId()],
  });
  expect(await listed(outside)).not.toContain(draft.id);
  expect((await outside.get(`/drafts/${draft.id}`)).json).toMatchObject({ code: "policy.denied" });
  expect((await auditor.post(`/drafts/${draft.id}/remove`, { version: 1 })).json).toMatchObject({
    code: "policy.denied",
  });
  const { store, row } = pair.il.accord().side;
  const digest = `sha256:${"7".repeat(64)}`;
  const { label } = draft;
  const reference = canonicalOf({ entente: "sealed/1", digest, size: 3, mediaType: "text/plain", label });
  const document = { digest, size: 3, reference, act: draft.id, sealed: undefined, changedAt: 1 };
  await store.documents.add(row.accord, [{ row: document, bytes: Uint8Array.of(1, 2, 3) }]);
  expect((await lea.post(`/drafts/${draft.id}/remove`, { version: 1 })).json).toEqual({ removed: draft.id });
  expect(await store.documents.get(row.accord, digest)).toBeUndefined();
  expect((await lea.get(`/drafts/${draft.id}`)).status).toBe(404);
  expect((await lea.post("/drafts", draft)).json).toMatchObject({ version: 1 });
  // Never sent: the other side's node knows nothing of it.
  expect(await pair.ma.accord().side.store.drafts.get(side.row.accord, draft.id)).toBeUndefined();
});

test("a draft left on its way by a crash is found released or open, by what the register holds", async () => {
  const { side } = pair.il.accord();
  const { drafts } = side.store;
  const leave = async (draft: Draft): Promise<void> => {
    const row = await drafts.get(side.row.accord, draft.id);
    if (!row) throw new Error("No draft.");
    const left = { ...row, state: "releasing", releaser: "sam", version: row.version + 1 } as const;
    expect(await drafts.save(side.row.accord, { row: left })).toBe("saved");
  };
  const lost = await composed();
  await leave(lost);
  expect((await sam.get(`/drafts/${lost.id}`)).json).toMatchObject({ state: "composed", version: 3 });
  const landed = await composed();
  await leave(landed);
  const [done] = await side.submit([{ kind: "draft", draft: landed, officer: "sam" }]);
  expect(done?.status).toBe("registered");
  expect((await sam.get(`/drafts/${landed.id}`)).json).toMatchObject({ state: "released", releaser: "sam" });
});

test("a grave step is prepared from its draft and released with the officer's signature over it", async () => {
  const ma = (): ReturnType<TestPair["ma"]["accord"]>["side"] => pair.ma.accord().side;
  const host = visitMaker(ma(), story);
  const [amin, hana] = ["amin", "hana"].map(
    (id) => new OfficerClient(pair.ma, { id, service: host.service, functions: ["security-authority"] }),
  );
  const dossier = await requestVisit(pair.il.accord().side, story);
  await synced(pair);
  await make(ma(), { ...host, step: "receive", dossier, body: { reference: "H" } });
  const body = { decision: "approved", site: "site-1" };
  const decide = { ...host, function: "security-authority", step: "decideSite", dossier, body };
  const draft = draftOfStep(ma(), decide);
  const key = story.services[ma().row.own]?.officers["security-authority"];
  if (!amin || !hana || !key) throw new Error("No officers.");
  expect((await amin.post("/drafts", draft)).json).not.toHaveProperty("flaw");
  expect((await amin.post(`/drafts/${draft.id}/prepare`, undefined)).json).toMatchObject({ code: "policy.denied" });
  const release = async (signed: unknown): Promise<unknown> =>
    (await hana.post(`/drafts/${draft.id}/release`, { version: await versionOf(draft, hana), signed })).json;
  expect(await release(undefined)).toMatchObject({
    results: [{ refusal: { code: "procedures.notSignedByOfficer" } }],
  });
  const { payload } = await hana.prepareAt(`/drafts/${draft.id}/prepare`);
  expect(await release(signedPayload(payload, generateEd25519().signer))).toMatchObject({
    results: [{ refusal: { code: "node.badPrepared" } }],
  });
  const other = draftOfStep(ma(), { ...decide, body: { ...body, decision: "refused", reason: "other" } });
  await amin.post("/drafts", other);
  expect(
    (await amin.post(`/drafts/${other.id}/release`, { version: 1, signed: signedPayload(payload, key) })).json,
  ).toMatchObject({ code: "policy.denied" });
  expect(
    (await hana.post(`/drafts/${other.id}/release`, { version: 1, signed: signedPayload(payload, key) })).json,
  ).toMatchObject({ code: "node.notTheDraft" });
  expect(await release(signedPayload(payload, key))).toMatchObject({ results: [{ status: "registered" }] });
  // Handed in past the draft, signed or not, the step counts as composed by who hands it in.
  expect(await hana.register(signedPayload(payload, key))).toMatchObject([{ refusal: { code: "policy.denied" } }]);
});
