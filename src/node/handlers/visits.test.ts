// Visits and programmes as their pages ask for them, on two served sides.

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draft } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { make, type Offices, openOffices, synced, visitMaker } from "../testing.ts";

let office: Offices;
let visit: Draft["id"];
beforeAll(async () => {
  office = await openOffices();
  visit = await office.receivedVisit();
});
afterAll(async () => {
  await office.pair.close();
});

const items = z.object({ items: z.array(z.looseObject({ row: z.looseObject({ dossier: z.string() }) })) });

test("the list of visits tells each site with its decision, and the days", async () => {
  const { status, json } = await office.host.get("/visits");
  expect(status).toBe(200);
  const [row] = items.parse(json).items.filter((one) => one.row.dossier === visit);
  expect(row).toMatchObject({
    requester: "IL",
    host: "MA",
    reference: "DV-1",
    type: "one-time",
    visitors: 1,
    sites: [{ code: "site-1", name: "Example site", approved: false }],
    amending: false,
  });
});

test("a calendar asks for the days it shows and is told of no others", async () => {
  const year = new Date(office.il().clock.now()).getUTCFullYear();
  const during = await office.host.get(`/visits?from=${year}-01-01&until=${year + 1}-12-31`);
  expect(items.parse(during.json).items.map((one) => one.row.dossier)).toContain(visit);
  expect((await office.host.get("/visits?until=2020-01-01")).json).toEqual({ items: [] });
  expect(await office.host.get("/visits?until=yesterday")).toMatchObject({
    status: 400,
    json: { code: "api.badInput" },
  });
});

test("where the annex sets no lead time none is told, and an emergency has none", async () => {
  const asked = await office.liaison.get("/visits/lead-time?from=2031-03-03&type=one-time&level=restricted");
  expect(asked).toMatchObject({ status: 200, json: { host: "MA", late: false } });
  expect(asked.json).not.toHaveProperty("rule");
  const emergency = await office.liaison.get("/visits/lead-time?from=2031-03-03&type=emergency&level=restricted");
  expect(emergency.json).toEqual({ host: "MA", late: false });
});

const start = { date: "2031-03-03", zone: "Africa/Casablanca" };
const line = { titles: { en: "Talks" }, confirmed: true, source: "demonstration" } as const;
const version = z.object({
  number: z.number(),
  digest: z.string(),
  step: z.string(),
  engagements: z.array(z.unknown()),
});

async function programme(): Promise<Draft["id"]> {
  const [ma, il] = [office.ma(), office.il()];
  const host = { ...visitMaker(ma, office.story), procedure: "programme/1" };
  const guest = { ...visitMaker(il, office.story), procedure: "programme/1" };
  const dates = { from: start.date, until: start.date, zone: start.zone };
  const invitation = { titles: { en: "Visit" }, reference: "INV-1", visitor: "Minister", host: "Minister", dates };
  const dossier = await make(ma, { ...host, step: "invite", body: invitation });
  await synced(office.pair);
  await make(il, { ...guest, step: "accept", dossier, body: {} });
  await make(il, { ...guest, step: "acceptDates", dossier, body: dates });
  await synced(office.pair);
  const engagements = [
    { ...line, id: "a", start: { ...start, time: "18:00" }, minutes: 30 },
    { ...line, id: "b", start: { ...start, time: "18:15" }, movement: { from: "Salé", to: "Rabat", minutes: 25 } },
  ];
  await make(ma, { ...host, step: "tableProgramme", dossier, body: { engagements } });
  const first = version.parse((await office.host.get(`/programmes/${dossier}/versions/1`)).json);
  const changes = [{ kind: "set", engagement: "a", set: { start: { ...start, time: "17:15" } } }];
  await make(ma, { ...host, step: "changeEngagement", dossier, body: { base: first.digest, changes } });
  return dossier;
}

test("an earlier version of a programme is told whole, with the digest both sides have", async () => {
  const dossier = await programme();
  const [one, two] = await Promise.all(
    [1, 2].map(async (number) => (await office.host.get(`/programmes/${dossier}/versions/${number}`)).json),
  );
  expect(one).toMatchObject({ number: 1, step: "tableProgramme", party: "MA" });
  expect(version.parse(one).engagements[0]).toMatchObject({ start: { time: "18:00" } });
  expect(version.parse(two).engagements[0]).toMatchObject({ start: { time: "17:15" } });
  expect(await office.host.get(`/programmes/${dossier}/versions/3`)).toMatchObject({
    status: 404,
    json: { code: "api.unknown" },
  });
  expect(await office.host.get(`/programmes/${visit}/versions/1`)).toMatchObject({ json: { code: "api.unknown" } });
});

test("the list of programmes counts the clashes of the latest version", async () => {
  const dossier = await programme();
  const { json } = await office.host.get("/programmes");
  const [row] = items.parse(json).items.filter((one) => one.row.dossier === dossier);
  expect(row).toMatchObject({ host: "MA", titles: { en: "Visit" }, from: start.date, version: 2, agreed: false });
  expect(row).toMatchObject({ clashes: 0 });
});

test("who may not read visits is not told of them", async () => {
  expect(await office.administrator.get("/visits")).toMatchObject({ status: 403, json: { code: "policy.denied" } });
  const question = "/visits/lead-time?from=2031-03-03&type=one-time&level=restricted";
  expect(await office.administrator.get(question)).toMatchObject({ json: { code: "policy.denied" } });
});
