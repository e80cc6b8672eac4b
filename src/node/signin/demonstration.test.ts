// Entering a demonstration: by anyone, as any officer, and what even a demonstration does not let such a visitor do.

import { afterAll, beforeAll, expect, test } from "vitest";
import { base64url } from "../../base/index.ts";
import { generateEd25519 } from "../../seal/native.ts";
import { addOfficer } from "../home.ts";
import { draftOfStep, OfficerClient, startPair, TestBrowserPage, type TestPair } from "../testing.ts";

const id = "visitor-1";

let told: TestPair;
beforeAll(async () => {
  told = await startPair({ storyClock: "2021-11-24T08:00:00Z" });
});
afterAll(async () => {
  await told.close();
});

test("a passkey is added only by who used one just now, and by nobody who came in another way", async () => {
  addOfficer(told.ma.home, { id, service: "registry", functions: ["registrar"] });
  const visitor = new TestBrowserPage(told.ma.serving.url);
  await visitor.ask("/api/demonstration/enter", { body: { officer: id } });
  const refused = { status: 403, json: { code: "api.passkeyNotFresh", details: { minutes: 5 } } };
  expect(await visitor.ask("/api/session/enrol/options", { body: {} })).toMatchObject(refused);
});

test("only an officer with a key of the node is signed for in a demonstration", async () => {
  const officer = new OfficerClient(told.ma, { id, service: "registry", functions: ["registrar"] });
  const visitor = new TestBrowserPage(told.ma.serving.url);
  await visitor.ask("/api/demonstration/enter", { body: { officer: id } });
  const draft = draftOfStep(told.ma.accord().side, {
    service: "registry",
    function: "registrar",
    procedure: "designation/1",
    step: "designate",
    body: {
      service: "second-registry",
      names: { en: "Second registry" },
      kind: "registry",
      domains: [],
      functions: [{ function: "registrar", names: { en: "Registrar" }, officers: [] }],
      keys: [base64url(generateEd25519().signer.publicKey)],
      contact: { office: "Room 7" },
    },
  });
  const { payload } = await officer.prepare(draft);
  const body = { accord: told.accord, payload: base64url(payload) };
  const asked = await visitor.ask("/api/demonstration/sign", { body });
  expect(asked).toMatchObject({ json: { code: "api.noDemonstrationKey", details: { officer: id } } });
});
