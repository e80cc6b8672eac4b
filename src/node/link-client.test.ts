import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { fromUtf8, isRefusal, type Refusal, utf8 } from "../base/index.ts";
import type { Ed25519Signer } from "../seal/index.ts";
import { nativeSuite } from "../seal/native.ts";
import { signLinkRequest } from "./http/link-signature.ts";
import { selfSigned } from "./http/testing/certificate.ts";
import { accord, ourSigner, startRim, strangerSigner, type TestRim, theirSigner } from "./http/testing/rim.ts";
import { createLinkClient, type LinkClient, type LinkClientInput } from "./link-client.ts";

/** The other side's client, asking our rim. */
function client(address: string, more: Partial<LinkClientInput> = {}): LinkClient {
  return createLinkClient({
    address,
    accord,
    suite: nativeSuite,
    signer: theirSigner,
    seconds: () => 0,
    peerNodeKey: ourSigner.publicKey,
    monotonicMs: () => 0,
    timeouts: { connectMs: 1000, answerMs: 1000 },
    ...more,
  });
}

const echo = { parcel: ({ body }: { readonly body: Uint8Array }) => new Uint8Array([...body, 1]) };

function code(result: Uint8Array | Refusal): unknown {
  if (!isRefusal(result)) return `answered ${result.length} bytes`;
  return result.code === "api.peerRefused" ? result.details.code : result.code;
}

/** Answers every request with `status` and `headers`, unsigned. */
async function stranger(answer: { status: number; headers?: Record<string, string>; body?: string; delayMs?: number }) {
  const server: Server = createServer(async (request, response) => {
    await wait(answer.delayMs ?? 0);
    if (request.url === "/link/hello") return response.end(JSON.stringify({ challenge: "A".repeat(43) }));
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A request signed by hand, sent as it is: what a hostile or broken node could send. */
async function send(
  rim: TestRim,
  input: { nonce: string; signer?: Ed25519Signer; body?: Uint8Array; sent?: Uint8Array; path?: string; to?: string },
): Promise<{ status: number; code: unknown; headers: Record<string, unknown> }> {
  const path = input.path ?? `/link/${accord}/parcel`;
  const body = input.body ?? utf8("a parcel");
  const headers = new Map([["content-type", "application/octet-stream"]]);
  const signed = signLinkRequest(
    { suite: nativeSuite, signer: input.signer ?? theirSigner, seconds: () => 0 },
    { request: { kind: "request", method: "POST", authority: "", path, query: "", headers }, body, nonce: input.nonce },
  );
  return new Promise((resolve, reject) => {
    const url = rim.server.url + (input.to ?? path);
    const out = httpRequest(url, { method: "POST", headers: { ...Object.fromEntries(headers), ...signed } });
    out.on("error", reject).on("response", async (answer) => {
      const text = (await answer.toArray()).join("");
      const parsed: unknown = text.startsWith("{") ? JSON.parse(text) : {};
      resolve({ status: answer.statusCode ?? 0, code: Object(parsed).code, headers: answer.headers });
    });
    out.end(input.sent ?? body);
  });
}

async function challengeOf(rim: TestRim): Promise<string> {
  const hello = await rim.fetch("/link/hello", { method: "POST" });
  return Object(await hello.json()).challenge;
}

test("a parcel is carried and its answer believed, in one round trip once there is a challenge", async () => {
  const callers: unknown[] = [];
  await using rim = await startRim({
    handlers: {
      parcel: (input, caller) => {
        callers.push(caller);
        return echo.parcel(input);
      },
    },
  });
  const link = client(rim.server.url);
  for (const length of [0, 1, 200_000]) expect(await link.carry(new Uint8Array(length))).toHaveLength(length + 1);
  expect(callers).toEqual(Array.from({ length: 3 }, () => ({ party: "IL", accord })));
  link.close();
});

test("many parcels at once share a challenge, and none is refused", async () => {
  await using rim = await startRim({ handlers: echo });
  const link = client(rim.server.url);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => link.carry(new Uint8Array(i))));
  expect(answers.map(code)).toEqual(answers.map((_, i) => `answered ${i + 1} bytes`));
  link.close();
});

test("checkpoints and tiles are fetched, and a refusal comes back as one, signed too", async () => {
  await using rim = await startRim({
    handlers: { checkpoint: () => "a note", tile: () => new Uint8Array(32) },
  });
  const link = client(rim.server.url);
  const note = await link.get(`/registers/${accord}/MA/checkpoint`);
  expect(isRefusal(note) ? note : fromUtf8(note)).toBe("a note");
  // The query is covered by the signature: it came through the gate, and the route has none.
  expect(code(await link.get(`/registers/${accord}/MA/checkpoint?size=4`))).toBe("api.unknownQuery");
  expect(await link.get(`/registers/${accord}/MA/tile/0/000.p/1`)).toHaveLength(32);
  expect(await link.get(`/registers/${accord}/MA/tile/entries/000`)).toMatchObject({
    code: "api.peerRefused",
    details: { code: "api.unknown", failed: "There is no answer of a test here." },
  });
  link.close();
});

test("a challenge that the other side forgot is renewed by the client itself", async () => {
  await using rim = await startRim({ handlers: echo });
  const link = client(rim.server.url);
  expect(code(await link.carry(utf8("x")))).toBe("answered 2 bytes");
  rim.clock.now += 11 * 60_000;
  expect(code(await link.carry(utf8("x")))).toBe("answered 2 bytes");
  link.close();
});

test("a node that was started anew, with other challenges, is spoken to again at once", async () => {
  const first = await startRim({ handlers: echo });
  const port = Number(new URL(first.server.url).port);
  const link = client(first.server.url);
  expect(code(await link.carry(utf8("x")))).toBe("answered 2 bytes");
  await first.server.close();
  expect(code(await link.carry(utf8("x")))).toBe("api.unreachable");
  await using second = await startRim({ handlers: echo, port });
  expect(second.server.url).toBe(first.server.url);
  expect(code(await link.carry(utf8("x")))).toBe("answered 2 bytes");
  link.close();
});

test("a client that was idle asks for a challenge before it sends a long parcel in vain", async () => {
  const clock = { now: 0 };
  let parcels = 0;
  await using rim = await startRim({
    handlers: {
      parcel: (input) => {
        parcels += 1;
        return echo.parcel(input);
      },
    },
  });
  const link = client(rim.server.url, { monotonicMs: () => clock.now });
  await link.carry(utf8("x"));
  clock.now += 9.5 * 60_000;
  rim.clock.now += 11 * 60_000;
  expect(code(await link.carry(utf8("x")))).toBe("answered 2 bytes");
  expect(parcels).toBe(2);
  link.close();
});

test("a request sent twice is refused the second time, and so is one on a challenge never given", async () => {
  await using rim = await startRim({ handlers: echo });
  const challenge = await challengeOf(rim);
  expect(await send(rim, { nonce: `${challenge}.1` })).toMatchObject({ status: 200 });
  expect(await send(rim, { nonce: `${challenge}.1` })).toMatchObject({ status: 409, code: "api.replayed" });
  const stale = await send(rim, { nonce: `${"A".repeat(43)}.1` });
  expect(stale).toMatchObject({ status: 401, code: "api.staleChallenge" });
  expect(await send(rim, { nonce: `${stale.headers["entente-challenge"]}.1` })).toMatchObject({ status: 200 });
});

test("another key, no signature, another body, another path and another accord are refused", async () => {
  let reached = 0;
  await using rim = await startRim({
    handlers: {
      parcel: () => {
        reached += 1;
        return new Uint8Array();
      },
    },
  });
  const challenge = await challengeOf(rim);
  const next = { count: 0 };
  const nonce = (): string => `${challenge}.${++next.count}`;
  const wrongCard = await send(rim, { nonce: nonce(), signer: strangerSigner });
  expect(wrongCard).toMatchObject({ status: 403, code: "api.wrongCard" });
  expect(await send(rim, { nonce: nonce(), sent: utf8("another") })).toMatchObject({ code: "api.alteredBody" });
  expect(await send(rim, { nonce: nonce(), body: new Uint8Array(), sent: utf8("x") })).toMatchObject({
    code: "api.alteredBody",
  });
  const to = `/link/${accord}/parcel`;
  const moved = await send(rim, { nonce: nonce(), path: "/link/other", to });
  expect(moved).toMatchObject({ status: 400, code: "seal.httpSignatureInvalid" });
  const elsewhere = `/link/${"f".repeat(32)}/parcel`;
  expect(await send(rim, { nonce: nonce(), path: elsewhere })).toMatchObject({ status: 404, code: "api.unknown" });
  const unsigned = await rim.fetch(to, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: "a parcel",
  });
  expect(unsigned.status).toBe(401);
  expect(await unsigned.json()).toMatchObject({ code: "api.unsigned" });
  expect(reached).toBe(0);
});

test("an answer that nobody signed, or that somebody else signed, is not believed", async () => {
  await using unsigned = await stranger({ status: 200, body: "held" });
  expect(await client(unsigned.address).carry(utf8("x"))).toMatchObject({
    code: "api.unsignedAnswer",
    details: { status: 200 },
  });
  await using proxy = await stranger({ status: 502, body: "Bad gateway" });
  expect(code(await client(proxy.address).carry(utf8("x")))).toBe("api.unsignedAnswer");
  await using rim = await startRim({ handlers: echo, signer: strangerSigner });
  expect(await client(rim.server.url).carry(utf8("x"))).toMatchObject({
    code: "api.wrongAnswer",
    details: { problem: "seal.httpKeyUnknown" },
  });
});

test("an answer to another request is not believed", async () => {
  await using rim = await startRim({ handlers: echo });
  const challenge = await challengeOf(rim);
  const { headers } = await send(rim, { nonce: `${challenge}.1` });
  const kept = ["signature", "signature-input", "content-digest", "content-type"];
  const copied = Object.fromEntries(kept.map((name) => [name, String(headers[name])]));
  // The very bytes and signature of a true answer, given to a request it does not answer.
  await using replaying = await stranger({ status: 200, headers: copied, body: "a parcel\u0001" });
  expect(await client(replaying.address).carry(utf8("a parcel"))).toMatchObject({
    code: "api.wrongAnswer",
    details: { problem: "seal.httpSignatureInvalid" },
  });
});

test("a node that is not there, or does not answer in time, is unreachable, and says why", async () => {
  await using silent = await stranger({ status: 200, delayMs: 400 });
  const hurried = { timeouts: { connectMs: 100, answerMs: 100 } };
  expect(await client(silent.address, hurried).carry(utf8("x"))).toMatchObject({
    code: "api.unreachable",
    details: { problem: "no answer in 100 ms" },
  });
  expect(code(await client("http://127.0.0.1:1").carry(utf8("x")))).toBe("api.unreachable");
  expect(await client("http://192.0.2.1").carry(utf8("x"))).toMatchObject({
    code: "api.unreachable",
    details: { problem: expect.stringContaining("plain http") },
  });
  await using odd = await stranger({ status: 200 });
  expect(await client(`${odd.address}/below`).carry(utf8("x"))).toMatchObject({
    code: "api.unreachable",
    details: { problem: "no challenge came, but the status 200" },
  });
});

test("an answer longer than the protocol knows is not taken in", async () => {
  await using flood = await stranger({ status: 200, body: "x".repeat(300_000) });
  expect(code(await client(flood.address).carry(utf8("x")))).toBe("api.answerTooLarge");
});

test("over TLS the other node's own certificate is trusted, and no other", async () => {
  const tls = selfSigned();
  await using rim = await startRim({ handlers: echo, tls });
  const trusting = client(rim.server.url, { tlsCa: tls.certificate });
  expect(rim.server.url).toMatch(/^https:/);
  expect(code(await trusting.carry(utf8("x")))).toBe("answered 2 bytes");
  trusting.close();
  expect(code(await client(rim.server.url).carry(utf8("x")))).toBe("api.unreachable");
  expect(code(await client(rim.server.url, { tlsCa: selfSigned().certificate }).carry(utf8("x")))).toBe(
    "api.unreachable",
  );
});
