// A side's administration through the API: who lets officers in, what the policy would decide, calendars, keys, and how
// the machine fares. Nothing of it is for those it is not for.

import { afterAll, beforeAll, expect, test } from "vitest";
import { noteBackup } from "../health/backup-note.ts";
import { OfficerClient, type Offices, openOffices } from "../testing.ts";

let office: Offices;
let administrator: OfficerClient;
let security: OfficerClient;
beforeAll(async () => {
  office = await openOffices();
  ({ administrator } = office);
  security = new OfficerClient(office.pair.ma, { id: "sara", service: "registry", functions: ["security-officer"] });
});
afterAll(async () => {
  await office.pair.close();
});

const sami = { officer: "sami", service: "adn", functions: ["liaison-officer"] };

test("an administrator adds an officer, changes functions, invites once, and removes with all ways in", async () => {
  expect((await administrator.post("/api/officers", sami)).json).toEqual(sami);
  expect((await administrator.post("/api/officers", sami)).json).toMatchObject({ code: "node.officerExists" });
  const place = { service: "adn", functions: ["planner", "liaison-officer"] };
  expect((await administrator.post("/api/officers/sami", place)).json).toEqual({ officer: "sami", ...place });
  const invited = await administrator.post("/api/officers/sami/invitation", undefined);
  expect(invited.json).toMatchObject({
    officer: "sami",
    code: expect.stringMatching(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/),
  });
  const listed = JSON.stringify((await administrator.get("/api/officers")).json);
  expect(listed).toContain('"invitedUntil"');
  expect(listed).not.toContain(String(Object(invited.json).code));
  expect((await administrator.fetch("/api/officers/sami/invitation", { method: "DELETE" })).status).toBe(200);
  expect(JSON.stringify((await administrator.get("/api/officers")).json)).not.toContain("invitedUntil");
  const removed = await administrator.fetch("/api/officers/sami", { method: "DELETE" });
  expect(await removed.json()).toEqual({ removed: "sami", passkeys: 0 });
  expect((await administrator.post("/api/officers/sami/invitation", undefined)).json).toMatchObject({
    code: "node.unknownOfficer",
  });
});

test("who keeps clearances lets nobody in, and who has no such function sees nothing of it", async () => {
  for (const client of [security, office.host, office.auditor]) {
    expect((await client.post("/api/officers", sami)).json).toMatchObject({ code: "policy.denied" });
    expect((await client.post("/api/officers/hana/invitation", undefined)).json).toMatchObject({
      code: "policy.denied",
    });
    expect((await client.get("/api/node/machine")).json).toMatchObject({ code: "policy.denied" });
    expect((await client.get("/service-keys")).json).toMatchObject({ code: "policy.denied" });
  }
  expect((await office.host.get("/api/policy")).json).toMatchObject({ code: "policy.denied" });
  expect((await security.get("/api/policy")).status).toBe(200);
});

test("the last administrator is neither removed nor made something else", async () => {
  const officers = office.pair.ma.serving.node.home.officers();
  for (const { id, functions } of officers)
    if (functions.some((one) => one === "administrator") && id !== "root")
      expect((await administrator.fetch(`/api/officers/${id}`, { method: "DELETE" })).status).toBe(200);
  const refused = { code: "node.lastAdministrator", details: { officer: "root" } };
  const place = { service: "adn", functions: ["planner"] };
  expect((await administrator.post("/api/officers/root", place)).json).toMatchObject(refused);
  const removing = await administrator.fetch("/api/officers/root", { method: "DELETE" });
  expect(await removing.json()).toMatchObject(refused);
});

test("the policy is shown as it was read, and says what it would decide and by which rule", async () => {
  const { json } = await administrator.get("/api/policy");
  expect(json).toMatchObject({ files: [] });
  expect(Object(json).rules).toContainEqual(
    expect.objectContaining({ name: "four-eyes", effect: "forbid", actions: ["act"], procedures: ["visit"] }),
  );
  const dossier = await office.receivedVisit();
  const asked = { officer: "hana", action: "read", procedure: "visit", dossier };
  expect((await administrator.post("/policy/decision", asked)).json).toMatchObject({
    allowed: true,
    rules: [{ name: "officers-read" }],
  });
  expect((await administrator.post("/policy/decision", { ...asked, level: "restricted" })).json).toMatchObject({
    allowed: false,
    rules: [{ name: "clearance" }],
    refusal: { code: "policy.denied" },
  });
  const acting = { officer: "root", action: "act", procedure: "visit", step: "receive", dossier };
  expect((await administrator.post("/policy/decision", acting)).json).toMatchObject({
    allowed: false,
    rules: [{ name: "administrators-do-not-act" }],
    functions: expect.arrayContaining(["liaison-officer"]),
  });
  for (const [change, code] of [
    [{ officer: "nobody" }, "node.unknownOfficer"],
    [{ level: "cosmic" }, "acts.unknownLevel"],
    [{ dossier: "017d53a8-0000-7000-8000-0000000000ff" }, "api.unknown"],
  ] as const)
    expect((await administrator.post("/policy/decision", { ...asked, ...change })).json).toMatchObject({ code });
});

test("the calendars of both sides are told, in the founding's order, with the dossier they stand in", async () => {
  const { json } = await office.host.get("/calendars");
  expect(Object(json).items.map((one: { party: string }) => one.party)).toEqual([...office.ma().parties]);
  expect(json).toMatchObject({ dossier: expect.any(String) });
});

test("the keys of the services are told: which count, which are held here", async () => {
  const { json } = await administrator.get("/service-keys");
  expect(json).toMatchObject({ outdated: 0, whole: true });
  const registry = Object(json).services.find((one: { service: string }) => one.service === "registry");
  expect(registry.signing).toEqual([{ kid: expect.any(String), counts: true, held: true }]);
});

test("the machine tells its version and what to see to; a backup that was noted ages by days", async () => {
  const finding = async (what: string) =>
    Object((await administrator.get("/api/node/machine")).json).findings.find(
      (one: { what: string }) => one.what === what,
    );
  expect(await finding("backup")).toMatchObject({ verdict: "warn", details: { days: -1 } });
  const home = office.pair.ma.serving.node.home;
  const dayMs = 86_400_000;
  noteBackup(home, { at: new Date(Date.now() - 2 * dayMs - 1000).toISOString(), bytes: 4096 });
  expect(await finding("backup")).toMatchObject({ verdict: "ok", details: { days: 2 } });
  noteBackup(home, { at: new Date(Date.now() - 9 * dayMs).toISOString(), bytes: 4096 });
  expect(await finding("backup")).toMatchObject({ verdict: "warn" });
  expect(await finding("keys")).toMatchObject({ verdict: "ok", details: { count: 0 } });
  expect((await administrator.get("/api/node/machine")).json).toMatchObject({
    runtime: expect.stringContaining("Node "),
    store: { kind: "SQLite", bytes: expect.any(Number) },
  });
});
