// What a stranger is shown by a proof file, and by which alteration it is nothing any more.

import { beforeEach, expect, test } from "vitest";
import { base64url, fromUtf8, isRefusal, type Refusal, utf8 } from "../base/index.ts";
import { canonicalOf, type Ed25519Signer, keyIdOf } from "../seal/index.ts";
import { nativeSuite as suite } from "../seal/native.ts";
import { type ProvenAct, verifyActProof } from "./index.ts";
import { key, partyOf, TestRegister } from "./testing/register.ts";

const ma = partyOf("MA", 10);
const il = partyOf("IL", 20);
const cards = [ma.card, il.card] as const;

const service = key(40);
const officer = key(41);
const next = key(42);
const stranger = key(43);

let register: TestRegister;
let dossier: string;

beforeEach(() => {
  register = new TestRegister(ma, il);
  dossier = register.make({ step: "designate", body: designation("adn"), signers: [ma.registry] }).id;
});

function designation(code: string): unknown {
  return {
    service: code,
    names: { en: "Example service" },
    kind: "ministry",
    domains: ["visits"],
    functions: [
      { function: "treaty-officer", names: { en: "Officer" }, officers: [{ key: text(officer), label: "card 1" }] },
    ],
    keys: [text(service)],
    contact: { office: "Room 1" },
  };
}

function text(signer: Ed25519Signer): string {
  return base64url(signer.publicKey);
}

const idOf = (signer: Ed25519Signer): string => keyIdOf(suite, signer.publicKey);

/** An act of the service; grave as the signature of an accord is. */
function act(
  signers: readonly Ed25519Signer[],
  change: { step?: string; function?: string; service?: string } = {},
): number {
  register.make({
    procedure: "accord/1",
    step: "recordMandate",
    service: "adn",
    function: "treaty-officer",
    body: { mandate: { reference: "M-1" } },
    signers,
    ...change,
  });
  return register.leaves.length - 1;
}

function verify(bytes: Uint8Array): ProvenAct | Refusal {
  return verifyActProof({ suite, bytes, cards });
}

function proven(result: ProvenAct | Refusal): ProvenAct {
  if (isRefusal(result)) throw new Error(result.code);
  return result;
}

test("a whole file shows the act, its place, by which keys, and since when the other side has held it", async () => {
  const index = act([service, officer]);
  const shown = proven(verify(await register.file(index, [0])));
  expect(shown).toMatchObject({
    party: "MA",
    index: 1,
    size: 2,
    heldAt: 1_637_764_260,
    keys: [idOf(service), idOf(officer)],
    mandate: "proven",
  });
  expect(shown.act).toMatchObject({ step: "recordMandate", service: "adn" });
});

test("an act of the registry needs no mandate but the card's key", async () => {
  expect(proven(verify(await register.file(0, [])))).toMatchObject({ mandate: "proven", keys: [idOf(ma.registry)] });
});

test("the order of the mandate in the file does not matter, that of the register does", async () => {
  register.make({ step: "rotateKey", dossier, body: { old: idOf(service), new: text(next) }, signers: [ma.registry] });
  const index = act([next]);
  expect(proven(verify(await register.file(index, [1, 0])))).toMatchObject({ mandate: "proven", keys: [idOf(next)] });
  expect(proven(verify(await register.file(index, [1]))).mandate).toMatchObject({ code: "procedures.unknownService" });
});

test("a key that was rotated away or revoked before the act does not count for it", async () => {
  register.make({ step: "issueKey", dossier, body: { key: text(next) }, signers: [ma.registry] });
  const before = act([service]);
  register.make({ step: "revokeKey", dossier, body: { kid: idOf(service), reason: "lost" }, signers: [ma.registry] });
  const after = act([service]);
  const byNext = act([next]);
  const mandate = [0, 1, 3];
  expect(proven(verify(await register.file(before, mandate)))).toMatchObject({ mandate: "proven" });
  expect(proven(verify(await register.file(after, mandate)))).toMatchObject({
    mandate: { code: "procedures.notSigned" },
    keys: [],
  });
  expect(proven(verify(await register.file(byNext, mandate))).mandate).toBe("proven");
});

test("a key issued after the act does not count for it", async () => {
  const index = act([next]);
  register.make({ step: "issueKey", dossier, body: { key: text(next) }, signers: [ma.registry] });
  expect(proven(verify(await register.file(index, [0, 2]))).mandate).toMatchObject({ code: "procedures.notSigned" });
});

test("the mandate of a service that nobody designated, or by a stranger's key, bears nothing", async () => {
  const index = act([service], { service: "mod" });
  expect(proven(verify(await register.file(index, [0]))).mandate).toMatchObject({ code: "procedures.unknownService" });
  register.make({
    step: "designate",
    body: { ...Object(designation("mod")), keys: [text(next)] },
    signers: [stranger],
  });
  const later = act([next], { service: "mod" });
  expect(proven(verify(await register.file(later, [0, 2])))).toMatchObject({
    mandate: { code: "procedures.notSigned" },
    keys: [],
  });
});

test("a withdrawn service, an unknown function and a missing officer are told", async () => {
  const unknown = act([service], { function: "planner" });
  const grave = act([service], { step: "sign" });
  const signed = act([service, officer], { step: "sign" });
  register.make({ step: "withdraw", dossier, body: { reason: "Dissolved." }, signers: [ma.registry] });
  const withdrawn = act([service]);
  const mandate = [0, 4];
  const codeOf = async (index: number): Promise<unknown> => proven(verify(await register.file(index, mandate))).mandate;
  expect(await codeOf(unknown)).toMatchObject({ code: "procedures.unknownFunction" });
  expect(await codeOf(grave)).toMatchObject({ code: "procedures.notSignedByOfficer" });
  expect(await codeOf(signed)).toBe("proven");
  expect(await codeOf(withdrawn)).toMatchObject({ code: "procedures.withdrawnService" });
});

test("a mandate of anything but designations is no mandate", async () => {
  const other = act([service]);
  const index = act([service]);
  expect(proven(verify(await register.file(index, [0, other]))).mandate).toMatchObject({ code: "proof.badFile" });
});

test("an act in another's name, or of another accord, is none of this register", async () => {
  const body = { mandate: { reference: "M-1" } };
  const made = { procedure: "accord/1", step: "recordMandate", body, signers: [service] };
  register.make({ ...made, party: "IL" });
  register.make({ ...made, accord: "0".repeat(32) });
  expect(verify(await register.file(1, []))).toMatchObject({ code: "procedures.otherParty" });
  expect(verify(await register.file(2, []))).toMatchObject({ code: "procedures.otherAccord" });
});

test("other cards than the reader's are refused, whichever side's they are", async () => {
  const bytes = await register.file(0, []);
  const impostor = partyOf("IL", 30);
  expect(verifyActProof({ suite, bytes, cards: [ma.card, impostor.card] })).toMatchObject({
    code: "proof.otherCards",
    details: { party: "IL" },
  });
  expect(verifyActProof({ suite, bytes, cards: [il.card, ma.card] })).toMatchObject({ mandate: "proven" });
});

/** The file with members changed. */
async function changed(change: Readonly<Record<string, unknown>>): Promise<Uint8Array> {
  const file: unknown = JSON.parse(fromUtf8(await register.file(0, [])) ?? "");
  return utf8(canonicalOf({ ...Object(file), ...change }));
}

test("a file of another form is refused", async () => {
  for (const change of [{ entente: "proof/2" }, { extra: 1 }, { mandate: "none" }, { act: 1 }, { party: "m" }])
    expect(verify(await changed(change))).toMatchObject({ code: "proof.badFile" });
  expect(verify(await changed({ founding: {} }))).toMatchObject({ code: "acts.badFounding" });
  expect(verify(await changed({ party: "FR" }))).toMatchObject({ code: "proof.notAParty", details: { party: "FR" } });
  expect(isRefusal(verify(utf8("{}\n")))).toBe(true);
  expect(isRefusal(verify(new Uint8Array(5 * 1024 * 1024)))).toBe(true);
});

test("a proof without the leaf, and one that the other side has not cosigned, are refused", async () => {
  const file: { act: string } = JSON.parse(fromUtf8(await register.file(0, [])) ?? "");
  const without = file.act.replace(/^extra .*\n/m, "");
  expect(verify(await changed({ act: without }))).toMatchObject({ code: "proof.badFile" });
  const party = register.founding.cards[0].party;
  const uncosigned = await register.prove(0, { cosigned: false });
  const { encodeActProof } = await import("./index.ts");
  const bytes = encodeActProof({ founding: register.founding, party, act: uncosigned, mandate: [] });
  expect(isRefusal(verify(bytes))).toBe(true);
});

test("altered by one byte anywhere it never verifies as the same", async () => {
  const index = act([service, officer]);
  const bytes = await register.file(index, [0]);
  const whole = JSON.stringify(proven(verify(bytes)));
  // A prime step: every kind of line is met, at every place in it.
  for (let at = 0; at < bytes.length; at += 97) {
    const altered = bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
    const result = verify(altered);
    expect([at, isRefusal(result) ? "refused" : JSON.stringify(result) === whole]).toEqual([at, "refused"]);
  }
});
