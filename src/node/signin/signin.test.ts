// Signing in at a real node over HTTP: what lets an officer in, what the cookie is like, and every way it is refused.

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { authenticatorAt, type TestAuthenticator } from "../../../test/authenticator.ts";
import { addOfficer } from "../home.ts";
import { startPair, TestBrowserPage, type TestPair, until } from "../testing.ts";
import { Invitations } from "./invitations.ts";
import { Passkeys } from "./passkeys.ts";

let pair: TestPair;
let officers = 0;
let id: string;
let page: TestBrowserPage;
let keys: TestAuthenticator;

beforeAll(async () => {
  pair = await startPair();
});
afterAll(async () => {
  await pair.close();
});
beforeEach(() => {
  officers += 1;
  id = `officer-${officers}`;
  addOfficer(pair.ma.home, { id, service: "registry", functions: ["registrar"] });
  // An address of its own for each test: what one fails is not counted against the next.
  page = new TestBrowserPage(pair.ma.serving.url, { address: `192.0.2.${officers}` });
  keys = authenticatorAt(page.origin, id);
});

const invite = (officer = id): string => new Invitations(pair.ma.home, () => Date.now()).invite(officer).code;

async function enrol(by: { readonly code?: string; readonly as?: TestAuthenticator } = {}) {
  const { code, as = keys } = by;
  const { ceremony, challenge } = await page.begin("/api/session/enrol/options", code === undefined ? {} : { code });
  const body = { ceremony, label: "the blue key", response: as.create({ challenge }) };
  return await page.ask("/api/session/enrol/verify", { body });
}

async function signIn(answer: Parameters<TestAuthenticator["get"]>[1] = {}) {
  const { ceremony, challenge } = await page.begin("/api/session/passkey/options");
  return await page.ask("/api/session/passkey/verify", {
    body: { ceremony, response: keys.get({ challenge }, answer) },
  });
}

const accords = (from = page) => from.ask("/api/accords");

test("an invited officer enrols a passkey and is signed in; later signs in by it", async () => {
  expect(await enrol({ code: invite() })).toMatchObject({
    status: 200,
    json: {
      passkey: { officer: id, label: "the blue key", kid: keys.passkey.kid, origin: page.origin },
      session: { state: "signedIn", officer: id, by: "passkey", credential: keys.credential },
    },
  });
  expect(await accords()).toMatchObject({ status: 200 });
  expect(await page.ask("/api/session/end", { body: undefined, method: "POST" })).toMatchObject({
    json: { state: "none", ways: { passkey: true, demonstration: false } },
  });
  expect(await accords()).toMatchObject({ status: 401, json: { code: "api.notAuthenticated" } });
  expect(await signIn()).toMatchObject({ status: 200, json: { state: "signedIn", officer: id } });
  expect(await accords()).toMatchObject({ status: 200 });
});

test("the cookie is for this host, for no script, for no other site, and new with every session", async () => {
  const planted = "A".repeat(43);
  page.jar = `entente-${new URL(page.origin).port}=${planted}`;
  const first = await enrol({ code: invite() });
  expect(first.cookie).toMatch(/^entente-\d+=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(first.cookie).not.toContain(planted);
  const before = page.jar;
  const second = await signIn();
  expect(second.cookie).not.toBe(first.cookie);
  // The session that was open in this browser has ended with the new one.
  page.jar = before;
  expect(await accords()).toMatchObject({ status: 401, json: { code: "api.sessionEnded" } });
});

test("what changes something by cookie comes from a page of the node and says so", async () => {
  await enrol({ code: invite() });
  const change = (headers: Readonly<Record<string, string | undefined>>) =>
    page.ask("/api/session/here", { method: "POST", headers });
  expect(await change({})).toMatchObject({ status: 200 });
  expect(await change({ "entente-request": undefined })).toMatchObject({ json: { code: "api.noRequestHeader" } });
  expect(await change({ origin: "https://evil.example" })).toMatchObject({ json: { code: "api.crossSite" } });
  expect(await change({ origin: "null" })).toMatchObject({ json: { code: "api.crossSite" } });
  expect(await change({ "sec-fetch-site": "same-site" })).toMatchObject({ json: { code: "api.crossSite" } });
  expect(await change({ origin: undefined, "sec-fetch-site": undefined })).toMatchObject({
    status: 403,
    json: { code: "api.crossSite" },
  });
  // An officer's route is held to the same, and so is reading for another site.
  const retry = await page.ask("/api/session/credentials/abc", {
    method: "DELETE",
    headers: { "entente-request": undefined },
  });
  expect(retry).toMatchObject({ json: { code: "api.noRequestHeader" } });
  const read = await page.ask("/api/accords", { headers: { "sec-fetch-site": "cross-site" } });
  expect(read).toMatchObject({ json: { code: "api.crossSite" } });
  expect(await page.ask("/api/accords", { headers: { "sec-fetch-site": "none" } })).toMatchObject({ status: 200 });
});

test("nobody is signed in by another site's page", async () => {
  const headers = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  expect(await page.ask("/api/session/passkey/options", { body: {}, headers })).toMatchObject({
    status: 403,
    json: { code: "api.crossSite" },
  });
});

test("a session holds in the browser and at the address it was opened in, and nowhere else", async () => {
  await enrol({ code: invite() });
  const thief = new TestBrowserPage(pair.ma.serving.url, { agent: "Another browser" });
  thief.jar = page.jar;
  expect(await accords(thief)).toMatchObject({ status: 401, json: { code: "api.sessionEnded" } });
  const elsewhere = await page.ask("/api/session/here", {
    method: "POST",
    headers: { origin: pair.ma.serving.url },
  });
  expect(elsewhere).toMatchObject({ json: { code: "api.sessionEnded" } });
  // The thief has not ended it for its owner.
  expect(await accords()).toMatchObject({ status: 200 });
});

test("a code is good once, and one that is none is refused like one that was used", async () => {
  const code = invite();
  expect(await enrol({ code: ` ${code.toLowerCase().replaceAll("-", "")} ` })).toMatchObject({ status: 200 });
  const refused = { status: 401, json: { code: "api.badCode" } };
  expect(await page.ask("/api/session/enrol/options", { body: { code } })).toMatchObject(refused);
  expect(await page.ask("/api/session/enrol/options", { body: { code: "00000" } })).toMatchObject(refused);
});

test("of two who come with one code, one enrols; a new invitation replaces the last", async () => {
  const code = invite();
  const first = await page.begin("/api/session/enrol/options", { code });
  expect(await enrol({ code })).toMatchObject({ status: 200 });
  const late = { ...first, label: "late", response: authenticatorAt(page.origin, "late").create(first) };
  const { ceremony, label, response } = late;
  expect(await page.ask("/api/session/enrol/verify", { body: { ceremony, label, response } })).toMatchObject({
    json: { code: "api.badCode" },
  });
  const old = invite();
  invite();
  expect(await page.ask("/api/session/enrol/options", { body: { code: old } })).toMatchObject({
    json: { code: "api.badCode" },
  });
});

test("an answer is good for its own question, once", async () => {
  await enrol({ code: invite() });
  const { ceremony, challenge } = await page.begin("/api/session/passkey/options");
  const body = { ceremony, response: keys.get({ challenge }) };
  expect(await page.ask("/api/session/passkey/verify", { body })).toMatchObject({ status: 200 });
  expect(await page.ask("/api/session/passkey/verify", { body })).toMatchObject({
    status: 409,
    json: { code: "api.staleCeremony" },
  });
  const next = await page.begin("/api/session/passkey/options");
  const replayed = { ceremony: next.ceremony, response: body.response };
  expect(await page.ask("/api/session/passkey/verify", { body: replayed })).toMatchObject({
    status: 401,
    json: { code: "api.badPasskey" },
  });
});

test.each([
  ["for another origin", { origin: "http://localhost:1" }],
  ["for another rp id", { rpId: "evil.example" }],
  ["by an officer who was not verified", { flags: 0x01 }],
  ["in a frame", { type: "webauthn.create" }],
])("a passkey's answer %s does not sign in", async (_, answer) => {
  await enrol({ code: invite() });
  expect(await signIn(answer)).toMatchObject({ status: 401, json: { code: "api.badPasskey" } });
});

test("a passkey that is not enrolled, or is another officer's than was named, does not sign in", async () => {
  expect(await signIn()).toMatchObject({ status: 401, json: { code: "api.unknownPasskey" } });
  await enrol({ code: invite() });
  const { ceremony, challenge } = await page.begin("/api/session/passkey/options", { officer: "tester" });
  const body = { ceremony, response: keys.get({ challenge }) };
  expect(await page.ask("/api/session/passkey/verify", { body })).toMatchObject({
    json: { code: "api.unknownPasskey" },
  });
});

test("a passkey is asked for at a name only, and only at the node's own", async () => {
  const headers = { origin: pair.ma.serving.url, host: new URL(pair.ma.serving.url).host };
  expect(await page.ask("/api/session/passkey/options", { body: {}, headers })).toMatchObject({
    status: 409,
    json: { code: "api.noPasskeysHere" },
  });
});

test("a revoked passkey signs in no more, and the sessions it opened end at once", async () => {
  await enrol({ code: invite() });
  const revoked = await page.ask(`/api/session/credentials/${keys.credential}`, { method: "DELETE" });
  expect(revoked).toMatchObject({ status: 200, json: { items: [] } });
  expect(await accords()).toMatchObject({ json: { code: "api.sessionEnded" } });
  expect(await signIn()).toMatchObject({ json: { code: "api.unknownPasskey" } });
});

test("an officer's passkeys are the officer's own to tell and revoke, and the administrator's", async () => {
  await enrol({ code: invite() });
  const other = new TestBrowserPage(pair.ma.serving.url);
  const token = addOfficer(pair.ma.home, { id: `${id}-b`, service: "registry", functions: ["registrar"] });
  const asOther = { headers: { authorization: `Bearer ${token}` } };
  expect(await other.ask(`/api/session/credentials?officer=${id}`, asOther)).toMatchObject({
    json: { code: "policy.denied" },
  });
  const path = `/api/session/credentials/${keys.credential}`;
  expect(await other.ask(path, { method: "DELETE", ...asOther })).toMatchObject({ json: { code: "policy.denied" } });
  const root = addOfficer(pair.ma.home, { id: `${id}-c`, service: "registry", functions: ["administrator"] });
  const asRoot = { headers: { authorization: `Bearer ${root}` } };
  expect(await other.ask(`/api/session/credentials?officer=${id}`, asRoot)).toMatchObject({
    json: { items: [{ officer: id }] },
  });
  expect(await other.ask(path, { method: "DELETE", ...asRoot })).toMatchObject({ status: 200 });
  expect(await accords()).toMatchObject({ json: { code: "api.sessionEnded" } });
  expect(await other.ask(path, { method: "DELETE", ...asRoot })).toMatchObject({ json: { code: "api.unknown" } });
});

test("a further passkey is added by a session whose own was used just now, and no passkey twice", async () => {
  await enrol({ code: invite() });
  const next = authenticatorAt(page.origin, `${id} next`);
  expect(await enrol({ as: next })).toMatchObject({ status: 200, json: { session: { officer: id } } });
  expect(await enrol({ as: next })).toMatchObject({ json: { code: "api.knownPasskey" } });
  const stranger = new TestBrowserPage(pair.ma.serving.url);
  expect(await stranger.ask("/api/session/enrol/options", { body: {} })).toMatchObject({
    json: { code: "api.notAuthenticated" },
  });
});

test("there are at most twelve passkeys an officer", async () => {
  await enrol({ code: invite() });
  const passkeys = new Passkeys(pair.ma.home);
  const [own] = passkeys.of(id);
  if (!own) throw new Error("No passkey.");
  for (let i = 0; i < 11; i += 1) passkeys.keep({ ...own, credential: `${own.credential}-${i}` });
  expect(await page.ask("/api/session/enrol/options", { body: {} })).toMatchObject({
    status: 409,
    json: { code: "api.tooManyPasskeys", details: { limit: 12 } },
  });
});

test("a session ends when the officer's functions change, and its event streams with it", async () => {
  await enrol({ code: invite() });
  const stream = await fetch(`${page.origin}/api/accords/${pair.accord}/events`, {
    headers: { cookie: page.jar ?? "", "user-agent": "A browser of a test", "sec-fetch-site": "same-origin" },
  });
  const reader = stream.body?.getReader();
  let over = false;
  const reading = (async () => {
    while (!(await reader?.read())?.done);
    over = true;
  })();
  addOfficer(pair.ma.home, { id, service: "registry", functions: ["auditor"] });
  expect(await accords()).toMatchObject({ status: 401, json: { code: "api.sessionEnded" } });
  await until(() => over, "the stream of an ended session ends");
  await reading;
});

test("only a demonstration lets anyone enter, and signs for who has entered", async () => {
  const refused = { status: 409, json: { code: "api.demonstrationOnly" } };
  expect(await page.ask("/api/demonstration/functions")).toMatchObject(refused);
  expect(await page.ask("/api/demonstration/enter", { body: { officer: id } })).toMatchObject(refused);
  await enrol({ code: invite() });
  const body = { accord: pair.accord, payload: "e30" };
  expect(await page.ask("/api/demonstration/sign", { body })).toMatchObject(refused);
});

test("who fails too often waits, with the right passkey too", async () => {
  await enrol({ code: invite() });
  const path = "/api/session/enrol/options";
  let last = await page.ask(path, { body: { code: "wrong" } });
  for (let i = 0; i < 12 && last.status === 401; i += 1) last = await page.ask(path, { body: { code: "wrong" } });
  expect(last).toMatchObject({ status: 429, json: { code: "api.tooManyAttempts" } });
  expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await page.ask("/api/session/passkey/options", { body: {} })).toMatchObject({
    json: { code: "api.tooManyAttempts" },
  });
  // Who is signed in already goes on working.
  expect(await accords()).toMatchObject({ status: 200 });
});
