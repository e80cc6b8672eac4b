// What a side keeps for itself, through the API: who opened what, clearances, labels in XML.

import { afterAll, beforeAll, expect, test } from "vitest";
import { type ActId, isFunctionCode, isServiceCode, parseLeaf } from "../../acts/index.ts";
import { isRefusal } from "../../base/index.ts";
import { createPolicy, defaultPolicies, type Officer } from "../../policy/index.ts";
import { nextId, OfficerClient, type Offices, openOffices } from "../testing.ts";
import type { HandlerContext } from "./context.ts";
import { mayOpen } from "./opening.ts";

let office: Offices;
let security: OfficerClient;
beforeAll(async () => {
  office = await openOffices();
  security = new OfficerClient(office.pair.ma, { id: "sara", service: "registry", functions: ["security-officer"] });
});
afterAll(async () => {
  await office.pair.close();
});

const act: ActId = nextId();

/** Asks to open a document of level 1 on Morocco's node, as the directory has the officer now. */
async function opened(id: string, change: { function?: string; dossier?: ActId } = {}): Promise<string> {
  const { node } = office.pair.ma.serving;
  const accord = office.pair.ma.accord();
  const record = node.home.officers().find((one) => one.id === id);
  const named = change.function ?? "liaison-officer";
  const service = accord.side.row.own === "MA" ? (record?.service ?? "") : "";
  if (!record || !isFunctionCode(named) || !isServiceCode(service)) throw new Error("No such officer.");
  const { token: _, clearance, dossiers, ...rest } = record;
  const officer: Officer = {
    ...rest,
    party: "MA",
    ...(clearance ? { clearance } : {}),
    ...(dossiers ? { dossiers } : {}),
  };
  const context: HandlerContext = {
    node,
    policy: createPolicy({ policies: defaultPolicies, cacheSize: 100 }),
    version: "0",
  };
  const opening = {
    officer,
    function: named,
    service,
    action: "open",
    document: `sha256:${"0".repeat(64)}`,
    act,
    dossier: change.dossier ?? act,
    procedure: "dispatch",
    level: 1,
  } as const;
  const refused = await mayOpen(context, { accord, opening });
  return refused ? `${refused.code} ${String(refused.details.rules)}` : "opened";
}

test("each decision to open is in the log, allowed or not, with officer, function, document and rule", async () => {
  expect(await opened("hana")).toBe("policy.denied clearance");
  await security.post("/api/officers/hana/clearance", { clearance: { level: 1, until: "2199-12-31T23:59:59Z" } });
  expect(await opened("hana")).toBe("opened");
  expect(await opened("hana", { function: "security-officer" })).toBe("policy.denied ");
  expect((await security.get("/access-log?limit=2")).json).toMatchObject({
    size: 3,
    next: 2,
    items: [
      { index: 0, officer: "hana", allowed: false, rules: ["clearance"], code: "policy.denied", level: 1 },
      { index: 1, allowed: true, rules: ["documents-opened"], function: "liaison-officer", act, action: "open" },
    ],
  });
  const { bytes } = await security.get("/access-log.csv?start=1");
  const [head, ...lines] = new TextDecoder().decode(bytes).trim().split("\r\n");
  expect(head).toBe("index,at,officer,service,function,action,document,act,dossier,level,allowed,rules,code");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(
    `hana,adn,liaison-officer,open,sha256:${"0".repeat(64)},${act},${act},1,yes,documents-opened,`,
  );
});

test("a clearance that ran out between listing and opening, or was taken away, opens nothing more", async () => {
  await security.post("/api/officers/hana/clearance", { clearance: { level: 1, until: "2199-12-31T23:59:59Z" } });
  expect(await opened("hana")).toBe("opened");
  await security.post("/api/officers/hana/clearance", { clearance: { level: 1, until: "2020-01-01T00:00:00Z" } });
  expect(await opened("hana")).toBe("policy.denied clearance");
  const taken = await security.post("/api/officers/hana/clearance", { clearance: null });
  expect(taken.json).toEqual({ officer: "hana", service: "adn", functions: ["liaison-officer"] });
  expect(await opened("hana")).toBe("policy.denied clearance");
});

test("only the security officer reads the access log: no administrator, no auditor, not the other side", async () => {
  for (const client of [office.administrator, office.auditor, office.host])
    for (const path of ["/access-log", "/access-log.csv"])
      expect((await client.get(path)).json).toMatchObject({ code: "policy.denied" });
  const theirs = new OfficerClient(office.pair.il, { id: "sol", service: "registry", functions: ["security-officer"] });
  expect((await theirs.get("/access-log")).json).toEqual({ size: 0, items: [] });
  expect((await security.post("/access-log", {})).status).toBe(405);
  const { side } = office.pair.ma.accord();
  const leaves = await side.store.leaves({ origin: side.row.ownOrigin, start: 0, end: 1_000 });
  expect(leaves.some((leaf) => new TextDecoder().decode(leaf).includes("hana"))).toBe(false);
});

test("an officer's clearance is changed by another officer, and an unknown officer's by nobody", async () => {
  const clearance = { level: 2, until: "2199-12-31T23:59:59Z" };
  expect((await security.post("/api/officers/sara/clearance", { clearance })).json).toMatchObject({
    code: "policy.denied",
    details: { rules: ["own-clearance"] },
  });
  expect((await office.host.post("/api/officers/hana/clearance", { clearance })).json).toMatchObject({
    code: "policy.denied",
  });
  expect((await security.post("/api/officers/nobody/clearance", { clearance })).json).toMatchObject({
    code: "node.unknownOfficer",
  });
  const listed = JSON.stringify((await security.get("/api/officers")).json);
  expect(listed).toContain('"officer":"hana"');
  expect(listed).not.toMatch(/token|[0-9a-f]{64}/);
});

const xml = (policy: string, level: string): string => `<originatorConfidentialityLabel
  xmlns="urn:nato:stanag:4774:confidentialitymetadatalabel:1:0"><ConfidentialityInformation>
  <PolicyIdentifier>${policy}</PolicyIdentifier><Classification>${level}</Classification>
  <Category Type="PERMISSIVE" TagName="Releasable To"><GenericValue>MA</GenericValue><GenericValue>IL</GenericValue>
  </Category></ConfidentialityInformation></originatorConfidentialityLabel>`;

test("a label in XML is read for this accord, and an act's label comes back as it was", async () => {
  expect((await office.host.post("/labels/import", { xml: xml("MA-IL", "Diffusion restreinte") })).json).toMatchObject({
    label: { policy: "MA-IL", classification: "restricted", releasableTo: ["IL", "MA"] },
    left: [],
    markings: [{ kind: "originator", classification: "Diffusion restreinte" }],
  });
  expect((await office.host.post("/labels/import", { xml: xml("MA-IL", "COSMIC") })).json).toMatchObject({
    left: [],
    refusal: { code: "acts.unknownLevel" },
  });
  expect((await office.host.post("/labels/import", { xml: "<!DOCTYPE a><a/>" })).json).toMatchObject({
    code: "documents.xmlBomb",
  });
  const { side } = office.pair.ma.accord();
  const [first] = await side.store.actsOfRegister(side.row.accord, { party: side.row.own, start: 1, limit: 1 });
  const answer = await office.host.fetch(`/acts/${first?.id}/label`);
  expect(answer.headers.get("content-type")).toContain("application/xml");
  const imported = await office.host.post("/labels/import", { xml: await answer.text() });
  const stored = first && (await side.store.act(side.row.accord, first.id));
  const leaf = stored && parseLeaf(stored.leaf);
  if (!leaf || isRefusal(leaf)) throw new Error("No act.");
  expect(imported.json).toMatchObject({ label: leaf.act.label, left: [`created: ${leaf.act.at.instant}`] });
  expect((await office.host.get(`/acts/${first?.id}/label?document=sha256:none`)).status).toBe(404);
  expect((await office.administrator.get(`/acts/${first?.id}/label`)).json).toMatchObject({ code: "policy.denied" });
});
