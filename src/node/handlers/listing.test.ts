// Both registers as one list, and what is found in it, as an officer asks over the API.

import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "../../base/index.ts";
import { OfficerClient, type Offices, openOffices, synced, visitRequest } from "../testing.ts";

let office: Offices;
let dossier: string;
beforeAll(async () => {
  office = await openOffices();
  const subject = {
    fr: "Échange d’ingénieurs à Kénitra",
    ar: "تبادلُ المهندسين في القُنيطرة",
    he: "בְּחִילּוּפֵי מהנדסים",
    en: "Exchange of engineers",
  };
  const body = { ...Object(visitRequest(office.il())), subject };
  const draft = office.draft(office.il(), { step: "draft", function: "liaison-officer", body });
  expect(await office.liaison.register(draft)).toMatchObject([{ status: "registered" }]);
  dossier = draft.id;
  await synced(office.pair);
});
afterAll(async () => {
  await office.pair.close();
});

const page = z.object({
  size: z.number(),
  items: z.array(z.looseObject({ kind: z.string(), party: z.string(), index: z.number() })),
});
const found = z.object({ items: z.array(z.looseObject({ dossier: z.string(), step: z.string() })), more: z.boolean() });

async function list(client: OfficerClient, query: string) {
  return page.parse((await client.get(`/acts${query}`)).json);
}

async function search(client: OfficerClient, query: Record<string, string>) {
  return found.parse((await client.get(`/search?${new URLSearchParams(query)}`)).json);
}

test("both registers are one list, each act once, each side's in its own order, page by page", async () => {
  const all = await list(office.host, "?limit=200");
  const { own, other } = { own: office.ma().ownSize, other: office.il().ownSize };
  expect(all.size).toBe(own + other);
  for (const party of ["MA", "IL"]) {
    const indexes = all.items.filter((item) => item.party === party).map((item) => item.index);
    expect(indexes).toEqual(indexes.map((_, i) => i));
  }
  expect(all.items[0]).toMatchObject({ kind: "act", label: { policy: expect.any(String) }, articles: [] });
  const later = await list(office.host, "?start=2&limit=3");
  expect(later.items).toEqual(all.items.slice(2, 5));
  const one = await list(office.host, "?party=IL&start=1&limit=1");
  expect([one.size, one.items]).toMatchObject([other, [{ party: "IL", index: 1 }]]);
  expect((await office.host.get("/acts?party=ZZ")).status).toBe(404);
  expect((await office.host.get("/acts?limit=201")).status).toBe(400);
});

test.each([
  ["French without its accents", "echange kenitra"],
  ["French as written", "Échange d’ingénieurs"],
  ["Arabic without its vowel signs and article", "تبادل مهندسين"],
  ["Hebrew without its points", "חילופי מהנדסים"],
  ["the beginning of an English word", "engin"],
])("an act is found by %s", async (_, q) => {
  const { items, more } = await search(office.host, { q });
  expect(items.map((item) => [item.dossier, item.step])).toEqual([[dossier, "draft"]]);
  expect(more).toBe(false);
});

test("an act is found by its number, its digest in groups, its dossier, and by what it is", async () => {
  const all = await list(office.host, "?limit=200");
  const item = z
    .object({ digest: z.string(), index: z.number() })
    .parse(all.items.find((one) => one.dossier === dossier));
  const hex = item.digest.slice("sha256:".length, "sha256:".length + 12);
  for (const q of [hex, `${hex.slice(0, 4)} ${hex.slice(4, 8)}`, item.digest, dossier])
    expect((await search(office.host, { q })).items).toMatchObject([{ dossier }]);
  const placed = await search(office.host, { q: String(item.index) });
  expect(placed.items.map((one) => one.index)).toContain(item.index);
  const visits = await search(office.host, { procedure: "visit", step: "draft", article: "1", party: "IL" });
  expect(visits.items).toMatchObject([{ dossier }]);
  expect((await search(office.host, { procedure: "visit", party: "MA" })).items).toEqual([]);
  expect((await search(office.host, { q: "nowhere" })).items).toEqual([]);
});

test("an act that the officer may not read is closed in the list and is not found", async () => {
  const narrow = new OfficerClient(office.pair.ma, {
    id: "nora",
    service: "adn",
    functions: ["liaison-officer"],
    dossiers: [office.story.instrument],
  });
  const { items } = await list(narrow, "?limit=200");
  expect(items.some((item) => item.kind === "closed")).toBe(true);
  expect(JSON.stringify(items)).not.toContain(dossier);
  expect((await search(narrow, { q: "echange" })).items).toEqual([]);
});
