import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { isRefusal, refuse } from "../../base/index.ts";
import { accord, officer, startRim, token } from "./testing/rim.ts";

const clock = { now: "2021-11-24T14:30:00Z", kind: "system" } as const;
const json = { "content-type": "application/json" };

/** Sends bytes as they are and gives everything that came back until the server closed. */
async function raw(url: string, message: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(message);
  return text(socket);
}

test("an officer's request reaches its handler, parsed, with the officer", async () => {
  await using rim = await startRim({
    handlers: {
      procedure: ({ params }, caller) => refuse("api.unknown", { what: params.procedure, got: caller.id }),
      accords: () => ({ items: [] }),
    },
  });
  const answer = await rim.ask("/api/accords");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect(await answer.json()).toEqual({ items: [] });
  const refused = await rim.ask(`/api/accords/${accord}/procedures/visit`);
  expect(await refused.json()).toMatchObject({ code: "api.unknown", details: { what: "visit", got: officer.id } });
});

test("a refusal is a problem with its own status and words", async () => {
  await using rim = await startRim();
  const answer = await rim.ask(`/api/accords/${accord}`);
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer.json()).toMatchObject({ status: 404, code: "api.unknown", failed: expect.any(String) });
});

test("a proof that is not there yet is refused as what cannot be done now", async () => {
  await using rim = await startRim({
    handlers: { actProof: ({ params }) => refuse("api.notYetHeld", { act: params.act }) },
  });
  const answer = await rim.ask(`/api/accords/${accord}/acts/017d3f4e-0000-7000-8000-000000000001/proof`);
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ code: "api.notYetHeld" });
});

test("no token, an unknown token or another scheme is refused before the handler", async () => {
  let called = false;
  await using rim = await startRim({
    handlers: {
      accords: () => {
        called = true;
        return { items: [] };
      },
    },
  });
  for (const authorization of ["", "Bearer wrong", `Basic ${token}`, `Bearer ${token} x`, "Bearer "]) {
    const answer = await rim.fetch("/api/accords", { headers: { authorization } });
    expect(answer.status, authorization).toBe(401);
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
    expect(await answer.json()).toMatchObject({ code: "api.notAuthenticated" });
  }
  expect(called).toBe(false);
  expect((await rim.ask("/api/accords")).status).toBe(200);
});

test("what answers nowhere and what answers to another method are told apart", async () => {
  await using rim = await startRim();
  const nowhere = await rim.fetch("/api/nothing");
  expect(nowhere.status).toBe(404);
  expect(await nowhere.json()).toMatchObject({ code: "api.noSuchPath", details: { path: "/api/nothing" } });
  const other = await rim.fetch(`/api/accords/${accord}`, { method: "DELETE" });
  expect(other.status).toBe(405);
  expect(other.headers.get("allow")).toBe("GET,HEAD");
  expect(await other.json()).toMatchObject({ code: "api.wrongMethod" });
  expect((await rim.fetch("/link/hello")).headers.get("allow")).toBe("POST");
});

test("HEAD is GET without the body", async () => {
  await using rim = await startRim({ handlers: { accords: () => ({ items: [] }) } });
  const head = await rim.ask("/api/accords", { method: "HEAD" });
  expect(head.status).toBe(200);
  expect(head.headers.get("content-length")).toBe(String('{"items":[]}'.length));
  expect(await head.text()).toBe("");
});

test("a body of another type, bad JSON, bad UTF-8 and JSON nested too deep are refused", async () => {
  await using rim = await startRim({ demonstration: true, handlers: { setClock: () => clock } });
  const post = async (headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer>) => {
    const answer = await rim.ask("/api/demonstration/clock", { method: "POST", headers, body });
    return { status: answer.status, code: Object(await answer.json()).code };
  };
  const good = JSON.stringify({ instant: clock.now });
  expect(await post(json, good)).toEqual({ status: 200, code: undefined });
  expect(await post({ "content-type": "Application/JSON; charset=UTF-8" }, good)).toMatchObject({ status: 200 });
  expect(await post({ "content-type": "text/plain" }, good)).toEqual({ status: 415, code: "api.badContentType" });
  expect(await post({ ...json, "content-encoding": "gzip" }, good)).toMatchObject({ code: "api.badContentType" });
  expect(await post(json, "{")).toEqual({ status: 400, code: "api.badJson" });
  expect(await post(json, "")).toEqual({ status: 400, code: "api.badJson" });
  expect(await post(json, `${good}{}`)).toMatchObject({ code: "api.badJson" });
  expect(await post(json, new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({ code: "api.badJson" });
  expect(await post(json, "[".repeat(50_000))).toMatchObject({ code: "api.badJson" });
  expect(await post(json, JSON.stringify(`[[${"[".repeat(100)}\\"`))).toMatchObject({ code: "api.badInput" });
  expect(await post(json, '{"kind":"refused","code":"api.fault","details":{}}')).toMatchObject({ code: "api.badJson" });
});

test("a misspelt filter is refused", async () => {
  await using rim = await startRim();
  const answer = await rim.ask(`/api/accords/${accord}/dossiers?sate=open`);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: "api.unknownQuery" });
});

test("a body announced too long is refused unread", async () => {
  await using rim = await startRim({ demonstration: true });
  const { host } = new URL(rim.server.url);
  const answer = await raw(
    rim.server.url,
    `POST /api/demonstration/clock HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n` +
      "Content-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{",
  );
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
  expect(answer).toContain('"code":"api.tooLarge"');
});

test("a body that grows too long is cut while it is read", async () => {
  await using rim = await startRim({ demonstration: true });
  const { host, hostname, port } = new URL(rim.server.url);
  const socket = connect(Number(port), hostname);
  const answered = text(socket);
  socket.write(
    `POST /api/demonstration/clock HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n` +
      "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
  );
  // The body never ends: only a limit that is kept while reading can bring an answer.
  const chunk = `4000\r\n${" ".repeat(0x4000)}\r\n`;
  for (let sent = 0; sent < 6 && !socket.destroyed; sent++) socket.write(chunk);
  expect(await answered).toMatch(/^HTTP\/1.1 413 /);
});

test("a route without a body refuses one", async () => {
  await using rim = await startRim();
  const answer = await rim.fetch("/link/hello", { method: "POST" });
  expect(answer.status).toBe(200);
  const retry = await rim.ask(`/api/accords/${accord}/link/retry`, { method: "POST", body: "x" });
  expect(await retry.json()).toMatchObject({ code: "api.tooLarge" });
});

test("only a demonstration node lets its clock be set", async () => {
  const handlers = { setClock: () => clock };
  const init = { method: "POST", headers: json, body: JSON.stringify({ instant: clock.now }) };
  await using real = await startRim({ handlers });
  const refused = await real.ask("/api/demonstration/clock", init);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ code: "api.notDemonstration" });
  await using story = await startRim({ handlers, demonstration: true });
  expect(await (await story.ask("/api/demonstration/clock", init)).json()).toEqual(clock);
});

test("a fault is told to the log in full and to the caller by its number only", async () => {
  await using rim = await startRim({
    handlers: {
      accords: () => {
        throw new Error("a secret of the inside");
      },
      accord: () => Promise.reject(new Error("another")),
    },
  });
  const answer = await rim.ask("/api/accords");
  const body = await answer.text();
  expect(answer.status).toBe(500);
  expect(body).not.toContain("secret");
  expect(body).not.toMatch(/\.ts|at /);
  expect(rim.faults).toMatchObject([{ where: "accords", cause: { message: "a secret of the inside" } }]);
  expect(JSON.parse(body)).toMatchObject({ code: "api.fault", details: { id: rim.faults[0]?.id } });
  expect((await rim.ask(`/api/accords/${accord}`)).status).toBe(500);
  expect(rim.faults).toHaveLength(2);
});

test("a handler that takes too long is not waited for, and its late fault is not lost", async () => {
  await using rim = await startRim({
    limits: { answerMs: 20, streams: 1, heartbeatMs: 1000 },
    handlers: {
      accords: async () => {
        await wait(60);
        throw new Error("late");
      },
    },
  });
  const answer = await rim.ask("/api/accords");
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ code: "api.tooSlow" });
  await expect.poll(() => rim.faults.length).toBe(1);
});

test("every answer forbids to be framed, sniffed, run or kept, and the page lets its one style through", async () => {
  await using rim = await startRim({ handlers: { accords: () => ({ items: [] }) } });
  for (const path of ["/api/accords", "/api/nothing", "/api/openapi.json"]) {
    const { headers } = await rim.ask(path);
    expect(headers.get("content-security-policy"), path).toMatch(/^default-src 'none'; frame-ancestors 'none'/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-powered-by")).toBeNull();
  }
  expect((await rim.ask("/api/accords")).headers.get("cache-control")).toBe("no-store");
  const page = await rim.fetch("/api");
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  const style = /<style>([\s\S]*?)<\/style>/.exec(await page.text())?.[1] ?? "";
  const hash = Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(style))).toString("base64");
  expect(page.headers.get("content-security-policy")).toContain(`style-src 'sha256-${hash}'`);
});

test("a request that is none is refused in the same form", async () => {
  await using rim = await startRim();
  const answer = await raw(rim.server.url, "GET /a\\b HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n");
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expect(answer).toContain('"code":"api.badRequest"');
  expect(answer).not.toContain("node_modules");
});

test("what no route answers may be answered by another part of the node", async () => {
  await using rim = await startRim({
    otherwise: async (request) => (new URL(request.url).pathname === "/" ? new Response("home") : undefined),
  });
  expect(await (await rim.fetch("/")).text()).toBe("home");
  expect((await rim.fetch("/other")).status).toBe(404);
});

test("many acts are read in one request, each with its own flaw", async () => {
  const seen: string[] = [];
  await using rim = await startRim({
    handlers: {
      registerActs: ({ body }) => {
        for (const { submission } of body) seen.push(isRefusal(submission) ? submission.code : submission.kind);
        return { results: [] };
      },
    },
  });
  const body = JSON.stringify({ acts: [{ id: "x" }, { payload: "e30", officerSignatures: [] }] });
  expect((await rim.ask(`/api/accords/${accord}/acts`, { method: "POST", headers: json, body })).status).toBe(200);
  expect(seen).toEqual(["acts.badDraft", "api.badInput"]);
});
