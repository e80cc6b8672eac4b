import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isRefusal } from "../../base/index.ts";
import type { FeedEntry, PublicFeed } from "../../documents/index.ts";
import { keyIdOf, verifyMessage } from "../../seal/index.ts";
import { generateEd25519, nativeSuite } from "../../seal/native.ts";
import { until } from "../testing.ts";
import { pressTag } from "./delivery.ts";
import { Webhook, type WebhookPauses } from "./webhook.ts";

const { signer } = generateEd25519();

interface Taken {
  readonly request: IncomingMessage;
  readonly body: Uint8Array;
  readonly nonce: string;
}

let folder: string;
let server: Server;
let address: string;
let taken: Taken[];
let reports: string[];
/** What the site answers to each request in turn, then 204; "cut" breaks the connection off. */
let answers: (number | "cut")[];
let entries: FeedEntry[];
const open: { hook: Webhook; running: Promise<void> }[] = [];

beforeEach(async () => {
  [taken, reports, answers, entries] = [[], [], [], []];
  folder = mkdtempSync(join(tmpdir(), "entente-press-"));
  server = createServer(async (request, response) => {
    const body = await buffer(request);
    const nonce = /;nonce="([^"]*)"/.exec(String(request.headers["signature-input"]))?.[1] ?? "";
    taken.push({ request, body, nonce });
    const answer = answers.shift() ?? 204;
    if (answer === "cut") response.destroy();
    else response.writeHead(answer).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : 0}/in/texts?site=1`;
});

afterEach(async () => {
  for (const one of open.splice(0)) await stop(one);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

async function stop({ hook, running }: { hook: Webhook; running: Promise<void> }): Promise<void> {
  hook.close();
  await running;
}

function entry(number: number, change: Partial<FeedEntry> = {}): FeedEntry {
  return {
    id: `urn:uuid:00000000-0000-8000-8000-00000000000${number}`,
    title: `Text ${number}`,
    html: "<p>x</p>",
    text: "x",
    published: "2021-11-24T10:00:00Z",
    updated: "2021-11-24T10:00:00Z",
    authors: ["Morocco"],
    tags: [],
    facts: { kind: "joint", status: "usable", digest: `sha256:${number}`, corrections: [], photographs: [] },
    ...change,
  };
}

const link = { language: "en", atom: "a", json: "j" };

function start(pauses: Partial<WebhookPauses> = {}): { hook: Webhook; running: Promise<void> } {
  const hook = new Webhook({
    desk: {
      feed: async (language): Promise<PublicFeed> => ({
        title: "",
        language,
        author: "",
        self: link,
        others: [],
        entries,
      }),
    },
    address,
    tlsCa: undefined,
    languages: ["en"],
    folder,
    suite: nativeSuite,
    signer,
    seconds: () => 1_637_763_000,
    monotonicMs: () => performance.now(),
    report: (line) => reports.push(line),
    pauses: { lookMs: 3, firstMs: 3, longestMs: 60_000, ...pauses },
  });
  const one = { hook, running: hook.run() };
  open.push(one);
  return one;
}

const titles = (): unknown[] => taken.map(({ body }) => JSON.parse(new TextDecoder().decode(body)).title);
/** Some looks at the feed later. */
const later = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 60));

test("each text is brought once, the oldest first, signed by the node over address, type and body", async () => {
  entries = [entry(2), entry(1)];
  start();
  await until(() => taken.length === 2, "two deliveries");
  await later();
  expect(titles()).toEqual(["Text 1", "Text 2"]);
  const [{ request, body, nonce } = expect.fail("none")] = taken;
  const message = {
    kind: "request",
    method: "POST",
    authority: request.headers.host ?? "",
    path: "/in/texts",
    query: "?site=1",
    headers: new Map(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
  } as const;
  const check = (bytes: Uint8Array) =>
    verifyMessage({
      suite: nativeSuite,
      message,
      body: bytes,
      components: ["@method", "@authority", "@path", "@query", "content-type", "content-digest"],
      parameters: ["nonce", "alg"],
      tag: pressTag,
      keyOf: (id) => (id === keyIdOf(nativeSuite, signer.publicKey) ? signer.publicKey : undefined),
    });
  expect(check(body)).toMatchObject({ parameters: { nonce, created: 1_637_763_000 } });
  const altered = check(new Uint8Array([...body, 32]));
  expect(isRefusal(altered) && altered.code).toBe("seal.contentDigestMismatch");
});

test("a site that fails or breaks off is asked again with the same nonce, and said to fail once", async () => {
  answers = [500, "cut", 429, 301, 204];
  entries = [entry(1)];
  start();
  await until(() => taken.length === 5, "a fifth try");
  await later();
  expect(taken).toHaveLength(5);
  expect(new Set(taken.map((one) => one.nonce)).size).toBe(1);
  expect(reports).toEqual([
    "The press office's site does not take public texts: it answers 500.",
    "The press office's site takes public texts again.",
  ]);
});

test("the pause doubles while a site is away", async () => {
  answers = Array.from({ length: 50 }, () => 503);
  entries = [entry(1)];
  start({ firstMs: 40 });
  await new Promise((resolve) => setTimeout(resolve, 250));
  // At 0, 40, 120 and not before 280 ms.
  expect(taken.length).toBeLessThanOrEqual(3);
});

test("a text that the site refuses holds no other one up", async () => {
  answers = [422];
  entries = [entry(2), entry(1)];
  start();
  await until(() => taken.length === 2, "the other text");
  await later();
  expect(titles()).toEqual(["Text 1", "Text 2"]);
  expect(reports).toEqual([`The press office's site refuses the public text ${entry(1).id}: it answers 422.`]);
});

test("after a restart nothing is brought twice, and what came or was killed meanwhile is", async () => {
  entries = [entry(1)];
  await Promise.all([start(), until(() => taken.length === 1, "the first")]);
  await later();
  for (const one of open.splice(0)) await stop(one);
  const { facts } = entry(1);
  const killed = entry(1, {
    title: "Killed",
    updated: "2021-11-24T12:00:00Z",
    facts: { ...facts, status: "killed" },
  });
  entries = [killed, entry(2)];
  start();
  await until(() => taken.length === 3, "two more");
  await later();
  expect(titles()).toEqual(["Text 1", "Text 2", "Killed"]);
});

test("a text whose marker was lost in a crash comes again under its nonce, for the site to drop", async () => {
  entries = [entry(1)];
  start();
  await until(() => taken.length === 1, "the first");
  await later();
  for (const one of open.splice(0)) await stop(one);
  rmSync(folder, { recursive: true });
  start();
  await until(() => taken.length === 2, "again");
  expect(taken[0]?.nonce).toBe(taken[1]?.nonce);
});

test("no site at all: the node closes at once all the same", async () => {
  entries = [entry(1)];
  address = "http://127.0.0.1:1/";
  const one = start({ firstMs: 60_000 });
  await until(() => reports.length > 0, "the report");
  const begun = performance.now();
  await stop(one);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
