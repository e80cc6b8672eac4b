// Making acts through the API: who may, in which order, and with which keys.

import { afterAll, beforeAll, expect, test } from "vitest";
import { generateEd25519 } from "../../seal/native.ts";
import { type Offices, openOffices, requestDigest, signedPayload, visitRequest } from "../testing.ts";

let office: Offices;
beforeAll(async () => {
  office = await openOffices();
});
afterAll(async () => {
  await office.pair.close();
});

test("who has drafted a visit does not certify it, not even in the same request; a colleague does", async () => {
  const draft = office.draft(office.il(), {
    step: "draft",
    function: "liaison-officer",
    body: visitRequest(office.il()),
  });
  const wrong = {
    step: "certify",
    function: "security-officer",
    dossier: draft.id,
    body: { request: `sha256:${"0".repeat(64)}` },
  };
  const [opened, own] = await office.liaison.register(draft, office.draft(office.il(), wrong));
  expect(opened).toMatchObject({ status: "registered", outcome: { kind: "effective" } });
  expect(own).toMatchObject({
    status: "refused",
    refusal: { code: "policy.denied", details: { rules: ["four-eyes"] } },
  });
  const request = await requestDigest(office.il(), draft.id);
  const certify = office.draft(office.il(), { ...wrong, body: { request } });
  expect(await office.liaison.register(certify)).toMatchObject([{ refusal: { code: "policy.denied" } }]);
  expect(await office.security.register(certify)).toMatchObject([{ status: "registered" }]);
  // The answer was lost, say: sent again it is answered as before, although its author has just made the step before.
  expect(await office.security.register(certify)).toMatchObject([{ status: "repeated" }]);
});

test("an officer acts in the officer's own functions and service, and each act has its own result", async () => {
  const draft = office.draft(office.il(), {
    step: "draft",
    function: "liaison-officer",
    body: visitRequest(office.il()),
  });
  const other = office.draft(office.il(), {
    step: "draft",
    function: "security-authority",
    body: visitRequest(office.il()),
  });
  const [denied, unread, unknown, made] = await office.liaison.register(
    other,
    { id: "no-id" },
    { ...draft, procedure: "seance/1" },
    draft,
  );
  expect(denied).toMatchObject({ refusal: { code: "policy.denied" } });
  expect(unread).toMatchObject({ status: "refused", id: "no-id" });
  expect(unknown).toMatchObject({ refusal: { code: "procedures.unknownProcedure" } });
  expect(made).toMatchObject({ status: "registered" });
  expect((await office.administrator.register(draft))[0]).toMatchObject({ refusal: { code: "policy.denied" } });
});

test("a grave step is prepared, signed by its officer's key and registered; another key does not do", async () => {
  const dossier = await office.receivedVisit();
  const body = { decision: "approved", site: "site-1" };
  const draft = office.draft(office.ma(), { step: "decideSite", function: "security-authority", dossier, body });
  expect(await office.hostAuthority.register(draft)).toMatchObject([
    { refusal: { code: "procedures.notSignedByOfficer" } },
  ]);
  const { payload, words } = await office.hostAuthority.prepare(draft);
  expect(words).toEqual(expect.arrayContaining([`dossier ${dossier}`, "visit/1 decideSite", "decision: approved"]));
  const officers = office.story.services[office.ma().row.own]?.officers;
  const own = officers?.["security-authority"];
  const colleague = officers?.["treaty-officer"];
  if (!own || !colleague) throw new Error("No key.");
  expect(await office.hostAuthority.register(signedPayload(payload, generateEd25519().signer))).toMatchObject([
    { refusal: { code: "node.badPrepared" } },
  ]);
  expect(await office.hostAuthority.register(signedPayload(payload, colleague))).toMatchObject([
    { refusal: { code: "procedures.notSignedByOfficer" } },
  ]);
  expect(await office.host.register(signedPayload(payload, own))).toMatchObject([
    { refusal: { code: "policy.denied" } },
  ]);
  expect(await office.hostAuthority.register(signedPayload(payload, own))).toMatchObject([{ status: "registered" }]);
  expect((await office.host.post("/acts/prepare", draft)).json).toMatchObject({ code: "policy.denied" });
});
