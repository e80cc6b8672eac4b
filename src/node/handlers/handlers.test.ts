// The node's API as officers' programs meet it: two served sides, real tokens, real keys, the policies that come with
// Entente.

import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "../../base/index.ts";
import { verifyActProof } from "../../proof/index.ts";
import { generateEd25519, nativeSuite } from "../../seal/native.ts";
import {
  bringIntoForce,
  draftOfStep,
  type InForce,
  make,
  OfficerClient,
  requestDigest,
  requestVisit,
  restart,
  signedPayload,
  startPair,
  synced,
  type TestPair,
  type TestSide,
  until,
  visitMaker,
  visitRequest,
} from "../testing.ts";

let pair: TestPair;
let story: InForce;
/** Of Israel's service `mod`. */
let liaison: OfficerClient;
let security: OfficerClient;
/** Of Morocco's service `adn`. */
let host: OfficerClient;
let hostAuthority: OfficerClient;
let auditor: OfficerClient;
let administrator: OfficerClient;

beforeAll(async () => {
  pair = await startPair();
  story = await bringIntoForce(pair);
  const officer = (side: TestSide, id: string, functions: string[]): OfficerClient => {
    const service = story.services[side.accord().side.row.own]?.service ?? "registry";
    return new OfficerClient(side, { id, service, functions });
  };
  liaison = officer(pair.il, "lea", ["liaison-officer", "security-officer"]);
  security = officer(pair.il, "sam", ["security-officer"]);
  host = officer(pair.ma, "hana", ["liaison-officer"]);
  hostAuthority = officer(pair.ma, "amin", ["security-authority"]);
  auditor = officer(pair.ma, "omar", ["auditor"]);
  administrator = officer(pair.ma, "root", ["administrator"]);
});
afterAll(async () => {
  await pair.close();
});

const il = () => pair.il.accord().side;
const ma = () => pair.ma.accord().side;

function visitDraft(
  side: "ma" | "il",
  step: { step: string; function: string; body: unknown; dossier?: string; classification?: string },
) {
  const maker = visitMaker(side === "ma" ? ma() : il(), story);
  return draftOfStep(side === "ma" ? ma() : il(), { ...maker, ...step });
}

test("who has drafted a visit does not certify it, not even in the same request; a colleague does", async () => {
  const draft = visitDraft("il", { step: "draft", function: "liaison-officer", body: visitRequest(il()) });
  const wrong = {
    step: "certify",
    function: "security-officer",
    dossier: draft.id,
    body: { request: `sha256:${"0".repeat(64)}` },
  };
  const [opened, own] = await liaison.register(draft, visitDraft("il", wrong));
  expect(opened).toMatchObject({ status: "registered", outcome: { kind: "effective" } });
  expect(own).toMatchObject({
    status: "refused",
    refusal: { code: "policy.denied", details: { rules: ["four-eyes"] } },
  });
  const request = await requestDigest(il(), draft.id);
  const certify = visitDraft("il", { ...wrong, body: { request } });
  expect(await liaison.register(certify)).toMatchObject([{ refusal: { code: "policy.denied" } }]);
  expect(await security.register(certify)).toMatchObject([{ status: "registered" }]);
  // The answer was lost, say: sent again it is answered as before, although its author has just made the step before.
  expect(await security.register(certify)).toMatchObject([{ status: "repeated" }]);
});

test("an officer acts in the functions and for the service that are the officer's, and each act has its own result", async () => {
  const draft = visitDraft("il", { step: "draft", function: "liaison-officer", body: visitRequest(il()) });
  const other = visitDraft("il", { step: "draft", function: "security-authority", body: visitRequest(il()) });
  const [denied, unread, unknown, made] = await liaison.register(
    other,
    { id: "no-id" },
    { ...draft, procedure: "seance/1" },
    draft,
  );
  expect(denied).toMatchObject({ refusal: { code: "policy.denied" } });
  expect(unread).toMatchObject({ status: "refused", id: "no-id" });
  expect(unknown).toMatchObject({ refusal: { code: "procedures.unknownProcedure" } });
  expect(made).toMatchObject({ status: "registered" });
  expect((await administrator.register(draft))[0]).toMatchObject({ refusal: { code: "policy.denied" } });
});

async function receivedVisit(): Promise<string> {
  const dossier = await requestVisit(il(), story);
  await synced(pair);
  await make(ma(), { ...visitMaker(ma(), story), step: "receive", dossier, body: { reference: "H" } });
  await synced(pair);
  return dossier;
}

test("a grave step is prepared, signed by its officer's key and registered; another key does not do", async () => {
  const dossier = await receivedVisit();
  const body = { decision: "approved", site: "site-1" };
  const draft = visitDraft("ma", { step: "decideSite", function: "security-authority", dossier, body });
  expect(await hostAuthority.register(draft)).toMatchObject([{ refusal: { code: "procedures.notSignedByOfficer" } }]);
  const { payload, words } = await hostAuthority.prepare(draft);
  expect(words).toEqual(expect.arrayContaining([`dossier ${dossier}`, "visit/1 decideSite", "decision: approved"]));
  const officers = story.services[ma().row.own]?.officers;
  const own = officers?.["security-authority"];
  const colleague = officers?.["treaty-officer"];
  if (!own || !colleague) throw new Error("No key.");
  expect(await hostAuthority.register(signedPayload(payload, generateEd25519().signer))).toMatchObject([
    { refusal: { code: "node.badPrepared" } },
  ]);
  expect(await hostAuthority.register(signedPayload(payload, colleague))).toMatchObject([
    { refusal: { code: "procedures.notSignedByOfficer" } },
  ]);
  expect(await host.register(signedPayload(payload, own))).toMatchObject([{ refusal: { code: "policy.denied" } }]);
  expect(await hostAuthority.register(signedPayload(payload, own))).toMatchObject([{ status: "registered" }]);
  expect((await host.post("/acts/prepare", draft)).json).toMatchObject({ code: "policy.denied" });
});

test("a dossier tells whose turn it is, what can be done next, and each deadline on both sides' clocks", async () => {
  const dossier = await receivedVisit();
  const { status, json } = await host.get(`/dossiers/${dossier}`);
  expect(status).toBe(200);
  expect(json).toMatchObject({
    row: { dossier, procedure: "visit", state: "received", turn: ["MA"], acts: 5, final: false },
    roles: { requester: "IL", host: "MA" },
    deadlines: [{ owners: ["MA"], local: {}, workingDaysLeft: {} }],
  });
  const detail = z
    .object({
      actions: z.array(z.object({ step: z.string(), side: z.string(), expected: z.boolean(), grave: z.boolean() })),
      acts: z.array(z.object({ step: z.string(), rung: z.string(), heldAt: z.string().optional() })),
      deadlines: z.array(
        z.object({ local: z.record(z.string(), z.string()), workingDaysLeft: z.record(z.string(), z.number()) }),
      ),
    })
    .parse(json);
  expect(detail.actions.filter((action) => action.step === "decideSite")).toMatchObject([
    { side: "MA", grave: true, expected: true },
  ]);
  expect(detail.acts.map((act) => act.step)).toEqual(["draft", "certify", "endorse", "transmit", "receive"]);
  expect(detail.acts.every((act) => act.rung === "heldByBoth" && act.heldAt !== undefined)).toBe(true);
  const [deadline] = detail.deadlines;
  expect(Object.keys(deadline?.local ?? {})).toEqual(["MA", "IL"]);
  expect(deadline?.local["MA"]).toContain("[Africa/Casablanca]");
  expect(deadline?.local["IL"]).toContain("[Asia/Jerusalem]");
  expect(Object.keys(deadline?.workingDaysLeft ?? {})).toEqual(["MA", "IL"]);
  const page = await host.get("/dossiers?procedure=visit&turn=MA&state=received&open=true&limit=500");
  expect(JSON.stringify(page.json)).toContain(dossier);
  expect((await host.get("/dossiers?cursor=none-of-ours")).json).toMatchObject({ code: "store.badCursor" });
  expect((await host.get(`/dossiers/01890000-0000-7000-8000-ffffffffffff`)).status).toBe(404);
});

test("the accord tells how far it has come, what its articles authorise, and both registers as they are", async () => {
  const { json } = await auditor.get("");
  const head = await ma().store.head(ma().row.ownOrigin);
  expect(json).toMatchObject({
    own: "MA",
    other: "IL",
    status: { dossier: story.instrument, inForceFromLocal: { MA: expect.any(String), IL: expect.any(String) } },
    articles: [{ number: "1", domains: ["visits", "security"], applies: true }],
    registers: { MA: { size: head?.size, root: Buffer.from(head?.root ?? []).toString("base64") } },
  });
  expect((await auditor.get("/api/accords")).json).toMatchObject({ items: [{ own: "MA", state: "signed" }] });
  expect((await auditor.get("/procedures/visit")).json).toMatchObject({ name: "visit" });
  expect((await auditor.get("/procedures/seance")).status).toBe(404);
  expect((await auditor.get(`/api/accords/${"0".repeat(32)}`)).status).toBe(404);
});

test("the directory tells both sides' services, functions and the keys that count", async () => {
  const { json } = await host.get("/directory");
  const service = z.object({
    service: z.string(),
    functions: z.array(z.object({ function: z.string(), keys: z.array(z.object({ valid: z.boolean() })) })),
    keys: z.array(z.object({ valid: z.boolean() })),
  });
  const { parties } = z.object({ parties: z.record(z.string(), z.array(service)) }).parse(json);
  expect(parties["MA"]?.map((one) => one.service)).toEqual(["registry", "adn"]);
  expect(parties["IL"]?.map((one) => one.service)).toEqual(["registry", "mod"]);
  const adn = parties["MA"]?.[1];
  expect(adn?.keys).toEqual([{ valid: true }]);
  expect(adn?.functions.find((one) => one.function === "security-authority")?.keys).toEqual([{ valid: true }]);
});

test("the log pages through a register without a gap", async () => {
  const size = ma().ownSize;
  const indexes: number[] = [];
  const shape = z.object({
    size: z.number(),
    next: z.number().optional(),
    items: z.array(z.object({ index: z.number() })),
  });
  for (let start: number | undefined = 0; start !== undefined; ) {
    const page = shape.parse((await auditor.get(`/log?party=MA&start=${start}&limit=3`)).json);
    expect(page.size).toBe(size);
    expect(page.items.length).toBeLessThanOrEqual(3);
    indexes.push(...page.items.map((item) => item.index));
    start = page.next;
  }
  expect(indexes).toEqual(Array.from({ length: size }, (_, i) => i));
  expect((await auditor.get("/log?party=FR")).status).toBe(404);
});

test("one act is exported and verified by a stranger with the two cards and nothing else", async () => {
  const [first] = await ma().store.actsOfRegister(ma().row.accord, { party: ma().row.own, start: 1, limit: 1 });
  const { bytes, status } = await auditor.get(`/acts/${first?.id}/proof`);
  expect(status).toBe(200);
  const shown = verifyActProof({ suite: nativeSuite, bytes, cards: pair.founding.cards });
  expect(shown).toMatchObject({ act: { id: first?.id }, party: "MA", index: 1, mandate: "proven" });
  const grave = (await ma().store.actsOfDossier(ma().row.accord, story.instrument)).findLast(
    (one) => one.row.step === "sign",
  );
  for (const client of [auditor, liaison]) {
    const proof = await client.get(`/acts/${grave?.row.id}/proof`);
    const proven = verifyActProof({ suite: nativeSuite, bytes: proof.bytes, cards: pair.founding.cards });
    expect(proven).toMatchObject({
      act: { step: "sign" },
      mandate: "proven",
      keys: [expect.any(String), expect.any(String)],
    });
  }
});

test("an act that the other side does not hold yet has no proof, and is only registered", async () => {
  await pair.il.serving.close();
  const draft = visitDraft("ma", { step: "draft", function: "liaison-officer", body: visitRequest(ma()) });
  expect(await host.register(draft)).toMatchObject([{ status: "registered" }]);
  expect((await host.get(`/acts/${draft.id}/proof`)).json).toMatchObject({ code: "api.notYetHeld" });
  expect((await host.get(`/acts/${draft.id}`)).json).toMatchObject({
    rung: "registered",
    outcome: { kind: "effective" },
  });
  expect((await host.get("/link")).json).toMatchObject({ state: "open", queue: 1 });
  await restart(pair.il);
  ma().pushSoon();
  await synced(pair);
  expect((await host.get(`/acts/${draft.id}`)).json).toMatchObject({ rung: "heldByBoth", heldAt: expect.any(String) });
  expect((await host.get(`/acts/01890000-0000-7000-8000-ffffffffffff`)).status).toBe(404);
});

test("both nodes serve the same register: checkpoint, tiles and entries, byte for byte", async () => {
  const { accord } = ma().row;
  for (const party of ["MA", "IL"]) {
    const size = (await ma().store.head(party === "MA" ? ma().row.ownOrigin : ma().row.otherOrigin))?.size ?? 0;
    const paths = [`tile/0/000.p/${size}`, `tile/entries/000.p/${size}`, "checkpoint"].map(
      (path) => `/registers/${accord}/${party}/${path}`,
    );
    for (const path of paths) {
      const [here, there] = [await auditor.get(path), await liaison.get(path)];
      expect([path, here.status]).toEqual([path, 200]);
      expect(here.bytes).toEqual(there.bytes);
    }
    const beyond = await auditor.get(`/registers/${accord}/${party}/tile/entries/000.p/${size + 1}`);
    expect(beyond.json).toMatchObject({ code: "api.unknown" });
    expect((await auditor.get(`/registers/${accord}/${party}/tile/0/001`)).status).toBe(404);
  }
  expect((await auditor.get(`/registers/${accord}/FR/checkpoint`)).status).toBe(404);
});

test("what bears a higher label is read by who is cleared for it, and by nobody else, whichever way it is asked for", async () => {
  const opening = visitDraft("il", {
    step: "draft",
    function: "liaison-officer",
    body: visitRequest(il()),
    classification: "restricted",
  });
  await il().submit([{ kind: "draft", draft: opening }]);
  await synced(pair);
  const cleared = new OfficerClient(pair.ma, {
    id: "clara",
    service: "adn",
    functions: ["liaison-officer"],
    clearance: { level: 1, until: new Date(Date.now() + 86_400_000).toISOString() },
  });
  const index = il().ownSize - 1;
  const entries = `/registers/${ma().row.accord}/IL/tile/entries/000.p/${index + 1}`;
  for (const path of [`/acts/${opening.id}`, `/acts/${opening.id}/proof`, `/dossiers/${opening.id}`, entries]) {
    expect([path, (await host.get(path)).json]).toMatchObject([path, { code: "policy.denied" }]);
    expect([path, (await cleared.get(path)).status]).toEqual([path, 200]);
  }
  const stranger = new OfficerClient(pair.ma, {
    id: "nadia",
    service: "adn",
    functions: ["liaison-officer"],
    clearance: { level: 1, until: new Date(Date.now() + 86_400_000).toISOString() },
    dossiers: [story.instrument],
  });
  for (const path of [`/acts/${opening.id}`, `/dossiers/${opening.id}`, entries])
    expect([path, (await stranger.get(path)).json]).toMatchObject([path, { code: "policy.denied" }]);
  expect(JSON.stringify((await stranger.get("/log?party=IL&limit=500")).json)).not.toContain(opening.id);
  expect(JSON.stringify((await stranger.get("/dossiers?procedure=visit")).json)).not.toContain(opening.id);
  expect(JSON.stringify((await stranger.get(`/dossiers/${story.instrument}`)).json)).toContain(story.instrument);
});

/** Reads the stream until it has told so many acts; gives their ids and the last cursor. */
async function acts(client: OfficerClient, input: { after?: string; count: number }) {
  const stop = new AbortController();
  const headers = input.after === undefined ? {} : { "last-event-id": input.after };
  const response = await client.fetch("/events", { signal: stop.signal, headers });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error("No stream.");
  const ids: string[] = [];
  let cursor = "";
  let text = "";
  const event = z.object({ type: z.string(), id: z.string().optional() });
  while (ids.length < input.count) {
    const { value, done } = await reader.read();
    if (done) throw new Error("The stream ended.");
    text += value;
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      if (line.startsWith("id: ")) cursor = line.slice(4);
      if (!line.startsWith("data: ")) continue;
      const { type, id } = event.parse(JSON.parse(line.slice(6)));
      if (type === "act" && id !== undefined) ids.push(id);
    }
  }
  stop.abort();
  return { ids, cursor };
}

test("the stream of events resumes by its cursor, tells each act once, and nothing of a dossier one may not know", async () => {
  const opening = (): ReturnType<typeof visitDraft> =>
    visitDraft("ma", { step: "draft", function: "liaison-officer", body: visitRequest(ma()) });
  const drafts = [opening(), opening(), opening()];
  const listening = acts(host, { count: 1 });
  await until(async () => {
    // The stream listens from when its answer has begun; what is registered before is read by the cursor.
    await new Promise((resolve) => setTimeout(resolve, 100));
    return true;
  }, "a moment");
  await host.register(drafts[0]);
  const first = await listening;
  expect(first.ids).toEqual([drafts[0]?.id]);
  await host.register(drafts[1], drafts[2]);
  const second = await acts(host, { after: first.cursor, count: 2 });
  expect(second.ids).toEqual([drafts[1]?.id, drafts[2]?.id]);
  const all = await acts(host, { after: "0:0", count: ma().ownSize + il().ownSize });
  expect(new Set(all.ids).size).toBe(all.ids.length);
  const narrow = new OfficerClient(pair.ma, {
    id: "nora",
    service: "adn",
    functions: ["liaison-officer"],
    dossiers: [story.instrument],
  });
  const known = await ma().store.actsOfDossier(ma().row.accord, story.instrument);
  const told = await acts(narrow, { after: "0:0", count: known.length });
  expect(told.ids.sort()).toEqual(known.map((one) => one.row.id).sort());
});

test("a stopped link tells why, keeps its evidence, and is opened again by an administrator only", async () => {
  await ma().changeLink({
    stopped: { code: "exchange.fork", details: '{"origin":"o","size":3,"mirrored":4}', at: Date.now() },
    evidence: "entente/fork-evidence@v1\n",
  });
  expect((await host.get("/link")).json).toMatchObject({
    state: "stopped",
    stopped: { refusal: { code: "exchange.fork" } },
    evidence: `/api/accords/${ma().row.accord}/link/evidence`,
  });
  expect(new TextDecoder().decode((await host.get("/link/evidence")).bytes)).toBe("entente/fork-evidence@v1\n");
  const draft = visitDraft("ma", { step: "draft", function: "liaison-officer", body: visitRequest(ma()) });
  expect(await host.register(draft)).toMatchObject([{ refusal: { code: "exchange.linkStopped" } }]);
  expect((await host.post("/link/retry", undefined)).json).toMatchObject({ code: "policy.denied" });
  expect((await administrator.post("/link/retry", undefined)).json).toMatchObject({ state: "open" });
  expect(await host.register(draft)).toMatchObject([{ status: "registered" }]);
  await ma().changeLink({ recovering: true });
  expect((await host.get("/link")).json).toMatchObject({ state: "recovering" });
  await until(() => !ma().link.recovering, "recovered");
  expect((await liaison.get("/link/evidence")).status).toBe(404);
});

test("only a demonstration node lets its clock be set", async () => {
  const answer = await administrator.post("/api/demonstration/clock", { instant: "2021-11-24T08:00:00Z" });
  expect([answer.status, answer.json]).toMatchObject([409, { code: "api.notDemonstration" }]);
});
