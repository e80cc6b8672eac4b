import { expect, test } from "vitest";
import type { JsonObject } from "../../acts/index.ts";
import { firstByLanguage } from "../languages.ts";
import { roam } from "../testing/roam.ts";
import { codeOf, israel, morocco, termsWith, testDigest, Walk } from "../testing/walk.ts";
import { blank, type DesignationData, keyIdOf, serviceOf } from "./data.ts";
import { type DesignationStep, designationProcedure } from "./designation.ts";
import { examples } from "./examples.ts";

type DesignationWalk = Walk<DesignationData>;
const at = "2021-10-01T09:00:00Z";
const keyId = (key: string): string => keyIdOf(key, testDigest);

function make(walk: DesignationWalk, step: DesignationStep, change: JsonObject = {}, side = morocco): string {
  const context = {
    side,
    other: side === morocco ? israel : morocco,
    roles: {},
    terms: walk.terms,
    digest: testDigest,
  };
  const body = examples[step]({ ...context, data: walk.folded().dossier?.data ?? blank, time: Date.parse(at) });
  return codeOf(walk.make({ side, step, body: { ...body, ...change }, at }));
}

function designated(change: JsonObject = {}): DesignationWalk {
  const walk = new Walk(designationProcedure, { ...termsWith(), accord: undefined });
  expect(make(walk, "designate", change)).toBe("effective");
  return walk;
}

const own = (walk: DesignationWalk): string => walk.data.keys.find((key) => key.state === "valid")?.kid ?? "";
const officerOf = (walk: DesignationWalk): string => Object.values(walk.data.functions)[0]?.officers[0]?.kid ?? "";
const key = (fill: number): string => Buffer.alloc(32, fill).toString("base64url");

test("a key's id is its RFC 7638 thumbprint", () => {
  // RFC 8037 appendix A.3: the thumbprint of the Ed25519 key of appendix A.1.
  expect(keyId("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
});

test("a designation gives the ground the service, its functions and the keys that count", () => {
  const walk = designated();
  const { code, service, publicKeys } = serviceOf(walk.data, keyId);
  expect(code).toBe("liaison-bureau");
  expect(service.domains).toEqual(["visits"]);
  expect([...service.keys]).toEqual([own(walk)]);
  expect([...service.functions].map(([name, officers]) => [name, [...officers]])).toEqual([
    ["liaison-officer", [officerOf(walk)]],
  ]);
  expect(publicKeys).toHaveLength(2);
  expect(walk.procedure.title(walk.data, firstByLanguage)).toBe("Office (example)");
});

test("only the designating side changes it; the other takes note", () => {
  const walk = designated();
  expect(make(walk, "changeContact", {}, israel)).toBe("procedures.wrongSide");
  expect(make(walk, "takeNote", {}, israel)).toBe("effective");
  expect(walk.data.notesTaken).toBe(1);
  expect(walk.viewAt(at).turn).toEqual([]);
});

test("every step but the note is the registry's", () => {
  const others = Object.entries(designationProcedure.steps).filter(([, step]) => !step.registry);
  expect(others.map(([name]) => name)).toEqual(["takeNote"]);
});

test("a service without a key, a key of another length and a code of another form are refused", () => {
  const open = (change: JsonObject): string => make(new Walk(designationProcedure, termsWith()), "designate", change);
  expect(open({ keys: [] })).toBe("procedures.badBody");
  expect(open({ keys: [key(1).slice(2)] })).toBe("procedures.badBody");
  expect(open({ service: "Liaison" })).toBe("procedures.badBody");
  expect(open({})).toBe("effective");
});

test("no key is issued twice, not even after it was revoked", () => {
  const opening = new Walk(designationProcedure, termsWith());
  expect(make(opening, "designate", { keys: [key(1), key(1)] })).toBe("procedures.keyKnown");
  const walk = designated({ keys: [key(1)] });
  expect(make(walk, "issueKey", { key: key(1) })).toBe("procedures.keyKnown");
  expect(make(walk, "issueOfficerKey", { officer: { key: key(1), label: "card" } })).toBe("procedures.keyKnown");
  expect(make(walk, "revokeKey", { kid: own(walk) })).toBe("effective");
  expect(make(walk, "issueKey", { key: key(1) })).toBe("procedures.keyKnown");
  expect(make(walk, "issueKey", { key: key(2) })).toBe("effective");
});

test("a rotation replaces one key by another in one act", () => {
  const walk = designated();
  const old = own(walk);
  expect(make(walk, "rotateKey", { old: "A".repeat(43) })).toBe("procedures.keyUnknown");
  expect(make(walk, "rotateKey", { old, new: key(7) })).toBe("effective");
  expect(own(walk)).toBe(keyId(key(7)));
  expect(walk.data.keys[0]).toMatchObject({ state: "replaced", successor: keyId(key(7)) });
  expect([...serviceOf(walk.data, keyId).service.keys]).toEqual([keyId(key(7))]);
  expect(make(walk, "rotateKey", { old, new: key(8) })).toBe("procedures.keyNotValid");
});

test("a revoked key counts no more, and its holder may be left without one", () => {
  const walk = designated();
  const kid = own(walk);
  expect(make(walk, "revokeKey", { kid, reason: "compromised", suspectedSince: "2021-09-28" })).toBe("effective");
  expect(serviceOf(walk.data, keyId).service.keys.size).toBe(0);
  expect(make(walk, "revokeKey", { kid })).toBe("procedures.keyNotValid");
});

test("the registry keeps a key with which it can still designate, and is never withdrawn", () => {
  const walk = designated({ service: "registry", kind: "registry" });
  expect(make(walk, "revokeKey", { kid: own(walk) })).toBe("procedures.lastRegistryKey");
  expect(make(walk, "withdraw")).toBe("procedures.lastRegistryKey");
  const old = own(walk);
  expect(make(walk, "rotateKey")).toBe("effective");
  expect(own(walk)).not.toBe(old);
});

test("an officer's key is issued and revoked in its function", () => {
  const walk = designated();
  const officer = { key: key(3), label: "card 3" };
  expect(make(walk, "issueOfficerKey", { function: "nobody", officer })).toBe("procedures.unknownFunction");
  const wrong = { ...officer, kid: "A".repeat(43) };
  expect(make(walk, "issueOfficerKey", { officer: wrong })).toBe("procedures.kidDiffers");
  expect(make(walk, "issueOfficerKey", { officer: { ...officer, kid: keyId(key(3)) } })).toBe("effective");
  expect(serviceOf(walk.data, keyId).service.functions.values().next().value?.size).toBe(2);
  expect(make(walk, "revokeOfficerKey", { function: "nobody" })).toBe("procedures.unknownFunction");
  expect(make(walk, "revokeOfficerKey", { kid: keyId(key(9)) })).toBe("procedures.keyUnknown");
  expect(make(walk, "revokeOfficerKey", { kid: keyId(key(3)) })).toBe("effective");
  expect(make(walk, "revokeOfficerKey", { kid: keyId(key(3)) })).toBe("procedures.keyNotValid");
});

test("a removed function takes its keys with it, and they stay revoked when it comes back", () => {
  const walk = designated();
  const kid = officerOf(walk);
  expect(make(walk, "addFunction", { function: "liaison-officer" })).toBe("procedures.functionKnown");
  expect(make(walk, "removeFunction")).toBe("effective");
  expect(serviceOf(walk.data, keyId).service.functions.size).toBe(0);
  expect(make(walk, "removeFunction")).toBe("procedures.unknownFunction");
  expect(make(walk, "changeFunction", { function: "liaison-officer" })).toBe("procedures.unknownFunction");
  expect(make(walk, "addFunction", { function: "liaison-officer", officers: [] })).toBe("effective");
  expect(serviceOf(walk.data, keyId).service.functions.size).toBe(1);
  expect(make(walk, "revokeOfficerKey", { function: "liaison-officer", kid })).toBe("procedures.keyNotValid");
});

test("a function code that is a word of the language itself is no function", () => {
  expect(make(designated(), "changeFunction", { function: "constructor" })).toBe("procedures.unknownFunction");
});

test("a withdrawn service is withdrawn for good", () => {
  const walk = designated();
  expect(make(walk, "withdraw")).toBe("effective");
  expect(serviceOf(walk.data, keyId).service.withdrawn).toBe(true);
  expect(walk.viewAt(at).final).toBe(true);
  expect(make(walk, "issueKey")).toBe("procedures.wrongState");
});

test("a designation that was never opened is a fault", () => {
  expect(() => serviceOf(blank, keyId)).toThrow("never opened");
});

test("every step of a designation can be made with its example body", () => {
  const taken = roam(designationProcedure, { examples, terms: termsWith(), seeds: 40, length: 40 });
  expect([...taken].sort()).toEqual(Object.keys(designationProcedure.steps).sort());
});
