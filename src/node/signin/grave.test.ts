// A grave step signed by passkey: both nodes accept it, a stranger verifies it from a proof file, and what is not the
// officer's own designated passkey over these very bytes is refused.

import { afterAll, beforeAll, expect, test } from "vitest";
import { passkeyOf, type TestPasskey } from "../../../test/passkeys.ts";
import type { Draft } from "../../acts/index.ts";
import { base64url, isRefusal } from "../../base/index.ts";
import { verifyActProof } from "../../proof/index.ts";
import { encodeAssertion, parseKeyId, protectedHeader } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { signingInputOf } from "../side/officers.ts";
import type { Side } from "../side/side.ts";
import { make, type Offices, openOffices, synced } from "../testing.ts";

let office: Offices;
let ma: Side;
let designation: Draft["id"];
let visit: Draft["id"];

const place = { rpId: "entente.ma.example", origin: "https://entente.ma.example" };
const held = passkeyOf("authority", place);
const other = passkeyOf("somebody else", place);

beforeAll(async () => {
  office = await openOffices();
  ma = office.ma();
  visit = await office.receivedVisit();
  const page = await ma.store.dossiers(ma.row.accord, { procedure: "designation", limit: 10 });
  if (isRefusal(page)) throw new Error(page.code);
  for (const { id } of page.items)
    if ((await ma.view(id))?.view.dossier.roles.designator === ma.row.own) designation = id;
  await issue(held);
});
afterAll(async () => {
  await office.pair.close();
});

const registrar = { service: "registry", function: "registrar", procedure: "designation/1" } as const;

async function issue(passkey: TestPasskey): Promise<void> {
  const officer = { key: JSON.parse(passkey.text), kid: passkey.kid, label: "the blue key" };
  const body = { function: "security-authority", officer };
  await make(ma, { ...registrar, step: "issueOfficerKey", dossier: designation, body });
}

/** A grave step: the host's decision, which may be given anew until it is notified. */
function decision(): Draft {
  const body = { decision: "approved", site: "site-1" };
  return office.draft(ma, { step: "decideSite", function: "security-authority", dossier: visit, body });
}

/** What the browser hands in: the payload with the passkey's answer over it. */
function signed(
  payload: Uint8Array,
  input: { by: TestPasskey; answer?: Parameters<TestPasskey["assert"]>[1] },
): unknown {
  const { by, answer } = input;
  const kid = parseKeyId(by.kid);
  if (isRefusal(kid)) throw new Error(kid.code);
  const header = protectedHeader(kid, "WebAuthn-ES256");
  const signature = encodeAssertion(by.assert(signingInputOf(header, payload), answer)) ?? new Uint8Array();
  return {
    payload: base64url(payload),
    officerSignatures: [{ protected: header, signature: base64url(signature) }],
  };
}

test.each([
  ["over another act", { challenge: base64url(new Uint8Array(32)) }],
  ["made on another page", { origin: "https://evil.example" }],
  ["made for another rp id", { rpId: "evil.example" }],
  ["without the officer verified", { flags: 0x01 }],
])("a passkey's signature %s is refused", async (_, answer) => {
  const { payload } = await office.hostAuthority.prepare(decision());
  expect(await office.hostAuthority.register(signed(payload, { by: held, answer }))).toMatchObject([
    { status: "refused", refusal: { code: "node.badPrepared" } },
  ]);
});

test("a passkey that the side has not designated for the function signs nothing", async () => {
  const { payload } = await office.hostAuthority.prepare(decision());
  expect(await office.hostAuthority.register(signed(payload, { by: other }))).toMatchObject([
    { status: "refused", refusal: { code: "node.badPrepared" } },
  ]);
});

test("an act signed by passkey takes effect on both nodes, and a stranger verifies it offline", async () => {
  const draft = decision();
  const { payload } = await office.hostAuthority.prepare(draft);
  const submission = signed(payload, { by: held });
  expect(await office.hostAuthority.register(submission)).toMatchObject([
    { status: "registered", outcome: { kind: "effective" } },
  ]);
  expect(await office.hostAuthority.register(submission)).toMatchObject([{ status: "repeated" }]);
  await synced(office.pair);
  for (const reader of [office.auditor, office.liaison]) {
    expect((await reader.get(`/acts/${draft.id}`)).json).toMatchObject({ outcome: { kind: "effective" } });
    const { bytes } = await reader.get(`/acts/${draft.id}/proof`);
    const shown = verifyActProof({ suite: nativeSuite, bytes, cards: ma.founding.cards });
    expect(shown).toMatchObject({ mandate: "proven", act: { step: "decideSite" } });
    if (!isRefusal(shown)) expect(shown.keys).toContain(held.kid);
  }
});

test("a passkey whose designation is revoked signs no further act", async () => {
  const { payload } = await office.hostAuthority.prepare(decision());
  const body = { function: "security-authority", kid: held.kid, reason: "lost" };
  await make(ma, { ...registrar, step: "revokeOfficerKey", dossier: designation, body });
  expect(await office.hostAuthority.register(signed(payload, { by: held }))).toMatchObject([
    { status: "refused", refusal: { code: "procedures.notSignedByOfficer" } },
  ]);
});

test("the same passkey for another origin is another key, and a known one is not issued twice", async () => {
  await issue(passkeyOf("authority", { ...place, origin: "https://entente.ma.example:8443" }));
  await expect(issue(held)).rejects.toThrow(/keyKnown/);
});
