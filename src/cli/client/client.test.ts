// Speaking to the node: what comes back that is no good answer, what is lost on the way, and whose certificate is
// shown.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { isRefusal } from "../../base/index.ts";
import { freePort, selfSigned } from "../../node/testing.ts";
import { submitDrafts } from "../act/submit.ts";
import { entente, refusedAs, twoSides } from "../testing.ts";
import { nodeAddress } from "./address.ts";
import { createClient } from "./client.ts";
import { eventsAfter } from "./events.ts";

const servers: Server[] = [];
const folder = mkdtempSync(join(tmpdir(), "entente-client-"));
const sides = await twoSides();
afterAll(async () => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
  await sides.close();
});

async function listening(server: Server, protocol = "http"): Promise<string> {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  return `${protocol}://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

async function clientOf(listener: RequestListener) {
  const url = new URL(await listening(createServer(listener)));
  return createClient({ address: { url, pin: undefined }, token: "token" });
}

const draft = {
  id: "01973b9e-0c1e-7d3a-9b1c-2f5a8e6d4c01",
  dossier: "01973b9e-0c1e-7d3a-9b1c-2f5a8e6d4c01",
  procedure: "accord/1",
  step: "propose",
  service: "adn",
  function: "treaty-officer",
  articles: [],
  label: {},
  body: {},
};
const submission = { accord: "0".repeat(32), drafts: [draft] };

test("a node that is not there is refused, and nothing is said to have been sent", async () => {
  const url = new URL(`http://127.0.0.1:${await freePort()}`);
  const client = createClient({ address: { url, pin: undefined }, token: "token" });
  expect(await client.call("node")).toMatchObject({ code: "cli.nodeSilent", details: { sent: false } });
  expect(await submitDrafts(client, submission)).toMatchObject({ code: "cli.nodeSilent" });
});

test("an answer lost after the act was sent tells the id under which to send it again", async () => {
  const client = await clientOf((request, response) => {
    request.resume().on("end", () => response.destroy());
  });
  expect(await submitDrafts(client, submission)).toMatchObject({ code: "cli.answerLost", details: { id: draft.id } });
});

test("an answer that breaks off in the middle is lost too", async () => {
  const client = await clientOf((_, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("{", () => response.destroy());
  });
  expect(await submitDrafts(client, submission)).toMatchObject({ code: "cli.answerLost" });
});

test("an answer of another form is refused", async () => {
  const odd = await clientOf((_, response) => response.end('{"items":"none"}'));
  expect(await odd.call("accords")).toMatchObject({ code: "cli.badAnswer" });
  const page = await clientOf((_, response) => response.writeHead(502).end("<html>"));
  expect(await page.call("accords")).toMatchObject({ code: "cli.badAnswer", details: { problem: "the status 502" } });
});

test("a refusal of a code that is unknown here keeps the node's own words", async () => {
  const words = { failed: "It failed.", expected: "more.", todo: "Do it.", details: {} };
  const client = await clientOf((_, response) => {
    const problem = { type: "t", title: "t", status: 409, detail: "d", code: "future.code", ...words };
    response.writeHead(409, { "content-type": "application/problem+json" }).end(JSON.stringify(problem));
  });
  expect(await client.call("accords")).toMatchObject({
    code: "cli.nodeRefused",
    details: { code: "future.code", failed: "It failed." },
  });
});

test("the address is --url, or where the configuration lets the node listen, on this machine", async () => {
  const config = JSON.parse(sides.read("ma/config.json"));
  const home = (listen: object) => ({ folder, config: { ...config, listen } });
  const hrefOf = (host: string): string => {
    const address = nodeAddress({ home: home({ host, port: 81 }), url: undefined });
    return isRefusal(address) ? address.code : address.url.origin;
  };
  expect(hrefOf("0.0.0.0")).toBe("http://127.0.0.1:81");
  expect(hrefOf("::")).toBe("http://[::1]:81");
  expect(hrefOf("::1")).toBe("http://[::1]:81");
  expect(nodeAddress({ home: home({ host: "127.0.0.1", port: 0 }), url: undefined })).toMatchObject({
    code: "cli.noAddress",
  });
  expect(nodeAddress({ home: undefined, url: "ftp://x" })).toMatchObject({ code: "cli.usage" });
});

test("over TLS the node is known by the very certificate in the home, and another's is refused", async () => {
  const [own, other] = [selfSigned(), selfSigned()];
  const answer: RequestListener = (_, response) => response.end('{"items":[]}');
  const portOf = async (files: { key: string; certificate: string }): Promise<number> =>
    Number(
      new URL(await listening(createTlsServer({ key: files.key, cert: files.certificate }, answer), "https")).port,
    );
  writeFileSync(join(folder, "certificate.pem"), own.certificate);
  const config = JSON.parse(sides.read("ma/config.json"));
  const call = async (port: number) => {
    const listen = { host: "127.0.0.1", port, tls: { certificate: "certificate.pem", key: "key.pem" } };
    const address = nodeAddress({ home: { folder, config: { ...config, listen } }, url: undefined });
    return isRefusal(address) ? address : createClient({ address, token: "token" }).call("accords");
  };
  expect(await call(await portOf(own))).toEqual({ items: [] });
  expect(await call(await portOf(other))).toMatchObject({ code: "cli.nodeSilent", details: { sent: false } });
});

test("a stream of events that breaks is taken up again from the last cursor", async () => {
  const cursors: unknown[] = [];
  const client = await clientOf((request, response) => {
    cursors.push(request.headers["last-event-id"]);
    response.writeHead(200, { "content-type": "text/event-stream" });
    const index = cursors.length;
    response.write(
      `: open\n\nid: ${index}:0\nevent: act\ndata: {"type":"act","party":"MA","index":${index - 1}}\n\nid: 9`,
      () => response.destroy(),
    );
  });
  const abort = new AbortController();
  const events = eventsAfter(client, {
    accord: "0".repeat(32),
    cursor: "0:0",
    abort: abort.signal,
    againMs: 5,
    lost: () => undefined,
  });
  expect((await events.next()).value).toMatchObject({ cursor: "1:0", event: { index: 0 } });
  expect((await events.next()).value).toMatchObject({ cursor: "2:0", event: { index: 1 } });
  abort.abort();
  expect(await events.next()).toEqual({ done: true, value: undefined });
  expect(cursors).toEqual(["0:0", "1:0"]);
});

test("an officer without a token here, or with one the node does not know, is refused", async () => {
  expect(await refusedAs(["dossiers", ...sides.ma, "--as", "nobody"])).toBe("cli.noToken");
  expect(await refusedAs(["dossiers", ...sides.ma, "--as", "../keys/node"])).toBe("cli.noToken");
  const served = await sides.serve("ma");
  const url = String(served.terminal.lines[0]).split(" ").at(-1) ?? "";
  const wrong = { env: { ENTENTE_TOKEN: "wrong" } };
  expect(await refusedAs(["dossiers", "--home", "nowhere", "--url", url], wrong)).toBe("api.notAuthenticated");
  const right = { env: { ENTENTE_TOKEN: sides.read("ma/tokens/administrator").trim() } };
  const run = await entente(["dossiers", "--home", "nowhere", "--url", url], right);
  expect(run).toMatchObject({ exit: 0, out: ["No dossier."] });
  expect(await refusedAs(["dossiers", ...sides.ma, "--accord", "ffff"])).toBe("cli.choose");
  expect(await served.stop()).toBe(0);
});
