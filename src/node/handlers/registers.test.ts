// The registers as tiles, and that nothing above a reader's clearance or outside the need to know is read by any way.

import { afterAll, beforeAll, expect, test } from "vitest";
import { OfficerClient, type Offices, openOffices, synced, visitRequest } from "../testing.ts";

let office: Offices;
beforeAll(async () => {
  office = await openOffices();
});
afterAll(async () => {
  await office.pair.close();
});

test("both nodes serve the same register: checkpoint, tiles and entries, byte for byte", async () => {
  const { accord } = office.ma().row;
  for (const party of ["MA", "IL"]) {
    const size =
      (await office.ma().store.head(party === "MA" ? office.ma().row.ownOrigin : office.ma().row.otherOrigin))?.size ??
      0;
    const paths = [`tile/0/000.p/${size}`, `tile/entries/000.p/${size}`, "checkpoint"].map(
      (path) => `/registers/${accord}/${party}/${path}`,
    );
    for (const path of paths) {
      const [here, there] = [await office.auditor.get(path), await office.liaison.get(path)];
      expect([path, here.status]).toEqual([path, 200]);
      expect(here.bytes).toEqual(there.bytes);
    }
    const beyond = await office.auditor.get(`/registers/${accord}/${party}/tile/entries/000.p/${size + 1}`);
    expect(beyond.json).toMatchObject({ code: "api.unknown" });
    expect((await office.auditor.get(`/registers/${accord}/${party}/tile/0/001`)).status).toBe(404);
  }
  expect((await office.auditor.get(`/registers/${accord}/FR/checkpoint`)).status).toBe(404);
});

test("what bears a higher label is read by whoever is cleared for it and by nobody else, by any way", async () => {
  const opening = office.draft(office.il(), {
    step: "draft",
    function: "liaison-officer",
    body: visitRequest(office.il()),
    classification: "restricted",
  });
  await office.il().submit([{ kind: "draft", draft: opening }]);
  await synced(office.pair);
  const cleared = new OfficerClient(office.pair.ma, {
    id: "clara",
    service: "adn",
    functions: ["liaison-officer"],
    clearance: { level: 1, until: new Date(Date.now() + 86_400_000).toISOString() },
  });
  const index = office.il().ownSize - 1;
  const entries = `/registers/${office.ma().row.accord}/IL/tile/entries/000.p/${index + 1}`;
  for (const path of [`/acts/${opening.id}`, `/acts/${opening.id}/proof`, `/dossiers/${opening.id}`, entries]) {
    expect([path, (await office.host.get(path)).json]).toMatchObject([path, { code: "policy.denied" }]);
    expect([path, (await cleared.get(path)).status]).toEqual([path, 200]);
  }
  const stranger = new OfficerClient(office.pair.ma, {
    id: "nadia",
    service: "adn",
    functions: ["liaison-officer"],
    clearance: { level: 1, until: new Date(Date.now() + 86_400_000).toISOString() },
    dossiers: [office.story.instrument],
  });
  for (const path of [`/acts/${opening.id}`, `/dossiers/${opening.id}`, entries])
    expect([path, (await stranger.get(path)).json]).toMatchObject([path, { code: "policy.denied" }]);
  expect(JSON.stringify((await stranger.get("/log?party=IL&limit=500")).json)).not.toContain(opening.id);
  expect(JSON.stringify((await stranger.get("/dossiers?procedure=visit")).json)).not.toContain(opening.id);
  expect(JSON.stringify((await stranger.get(`/dossiers/${office.story.instrument}`)).json)).toContain(
    office.story.instrument,
  );
});
