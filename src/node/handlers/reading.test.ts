// What the API tells of the accord, its dossiers, its services and its acts.

import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "../../base/index.ts";
import { domains } from "../../procedures/index.ts";
import { verifyActProof } from "../../proof/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { type Offices, openOffices, restart, synced, visitRequest } from "../testing.ts";

let office: Offices;
beforeAll(async () => {
  office = await openOffices();
});
afterAll(async () => {
  await office.pair.close();
});

test("a dossier tells whose turn it is, what can be done next, and each deadline on both sides' clocks", async () => {
  const dossier = await office.receivedVisit();
  const { status, json } = await office.host.get(`/dossiers/${dossier}`);
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
  expect(deadline?.local.MA).toContain("[Africa/Casablanca]");
  expect(deadline?.local.IL).toContain("[Asia/Jerusalem]");
  expect(Object.keys(deadline?.workingDaysLeft ?? {})).toEqual(["MA", "IL"]);
  const page = await office.host.get("/dossiers?procedure=visit&turn=MA&state=received&open=true&limit=500");
  expect(JSON.stringify(page.json)).toContain(dossier);
  expect((await office.host.get("/dossiers?cursor=none-of-ours")).json).toMatchObject({ code: "store.badCursor" });
  expect((await office.host.get(`/dossiers/01890000-0000-7000-8000-ffffffffffff`)).status).toBe(404);
});

test("the accord tells how far it has come, what its articles authorise, and both registers as they are", async () => {
  const { json } = await office.auditor.get("");
  const head = await office.ma().store.head(office.ma().row.ownOrigin);
  expect(json).toMatchObject({
    own: "MA",
    other: "IL",
    status: { dossier: office.story.instrument, inForceFromLocal: { MA: expect.any(String), IL: expect.any(String) } },
    articles: [{ number: "1", domains: [...domains], applies: true }],
    registers: { MA: { size: head?.size, root: Buffer.from(head?.root ?? []).toString("base64") } },
  });
  expect((await office.auditor.get("/api/accords")).json).toMatchObject({ items: [{ own: "MA", state: "signed" }] });
  expect((await office.auditor.get("/procedures/visit")).json).toMatchObject({ name: "visit" });
  expect((await office.auditor.get("/procedures/seance")).status).toBe(404);
  expect((await office.auditor.get(`/api/accords/${"0".repeat(32)}`)).status).toBe(404);
});

test("the directory tells both sides' services, functions and the keys that count", async () => {
  const { json } = await office.host.get("/directory");
  const service = z.object({
    service: z.string(),
    functions: z.array(z.object({ function: z.string(), keys: z.array(z.object({ valid: z.boolean() })) })),
    keys: z.array(z.object({ valid: z.boolean() })),
  });
  const { parties } = z.object({ parties: z.record(z.string(), z.array(service)) }).parse(json);
  expect(parties.MA?.map((one) => one.service)).toEqual(["registry", "adn"]);
  expect(parties.IL?.map((one) => one.service)).toEqual(["registry", "mod"]);
  const adn = parties.MA?.[1];
  expect(adn?.keys).toEqual([{ valid: true }]);
  expect(adn?.functions.find((one) => one.function === "security-authority")?.keys).toEqual([{ valid: true }]);
});

test("the log pages through a register without a gap", async () => {
  const size = office.ma().ownSize;
  const indexes: number[] = [];
  const shape = z.object({
    size: z.number(),
    next: z.number().optional(),
    items: z.array(z.object({ index: z.number() })),
  });
  for (let start: number | undefined = 0; start !== undefined; ) {
    const page = shape.parse((await office.auditor.get(`/log?party=MA&start=${start}&limit=3`)).json);
    expect(page.size).toBe(size);
    expect(page.items.length).toBeLessThanOrEqual(3);
    indexes.push(...page.items.map((item) => item.index));
    start = page.next;
  }
  expect(indexes).toEqual(Array.from({ length: size }, (_, i) => i));
  expect((await office.auditor.get("/log?party=FR")).status).toBe(404);
});

test("one act is exported and verified by a stranger with the two cards and nothing else", async () => {
  const [first] = await office
    .ma()
    .store.actsOfRegister(office.ma().row.accord, { party: office.ma().row.own, start: 1, limit: 1 });
  const { bytes, status } = await office.auditor.get(`/acts/${first?.id}/proof`);
  expect(status).toBe(200);
  const shown = verifyActProof({ suite: nativeSuite, bytes, cards: office.pair.founding.cards });
  expect(shown).toMatchObject({ act: { id: first?.id }, party: "MA", index: 1, mandate: "proven" });
  const grave = (await office.ma().store.actsOfDossier(office.ma().row.accord, office.story.instrument)).findLast(
    (one) => one.row.step === "sign",
  );
  for (const client of [office.auditor, office.liaison]) {
    const proof = await client.get(`/acts/${grave?.row.id}/proof`);
    const proven = verifyActProof({ suite: nativeSuite, bytes: proof.bytes, cards: office.pair.founding.cards });
    expect(proven).toMatchObject({
      act: { step: "sign" },
      mandate: "proven",
      keys: [expect.any(String), expect.any(String)],
    });
  }
});

test("an act that the other side does not hold yet has no proof, and is only registered", async () => {
  await office.pair.il.serving.close();
  const draft = office.draft(office.ma(), {
    step: "draft",
    function: "liaison-officer",
    body: visitRequest(office.ma()),
  });
  expect(await office.host.register(draft)).toMatchObject([{ status: "registered" }]);
  expect((await office.host.get(`/acts/${draft.id}/proof`)).json).toMatchObject({ code: "api.notYetHeld" });
  expect((await office.host.get(`/acts/${draft.id}`)).json).toMatchObject({
    rung: "registered",
    outcome: { kind: "effective" },
  });
  expect((await office.host.get("/link")).json).toMatchObject({ state: "open", queue: 1 });
  await restart(office.pair.il);
  office.ma().pushSoon();
  await synced(office.pair);
  expect((await office.host.get(`/acts/${draft.id}`)).json).toMatchObject({
    rung: "heldByBoth",
    heldAt: expect.any(String),
  });
  expect((await office.host.get(`/acts/01890000-0000-7000-8000-ffffffffffff`)).status).toBe(404);
});
