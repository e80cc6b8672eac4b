// The files of the application, from a build made by hand.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { createWebFiles, webPolicy } from "./web-files.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-web-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, "index.html"), "<!doctype html><p>page</p>");
writeFileSync(join(folder, "index.html.gz"), gzipSync("<!doctype html><p>page</p>"));
writeFileSync(join(folder, "a.js"), "export {};");
writeFileSync(join(folder, "secret.txt"), "not of the build");
writeFileSync(
  join(folder, "files.json"),
  JSON.stringify({
    "index.html": { type: "text/html; charset=utf-8", gzip: true },
    "a.js": { type: "text/javascript; charset=utf-8", gzip: false },
  }),
);

const files = createWebFiles(folder);
const ask = (path: string, init: RequestInit = {}) => files(new Request(`http://node.example${path}`, init));

test("every path a person can stand on answers with the page, under the content policy, never kept", async () => {
  for (const path of ["/", "/accords/x/visits", "/index.html"]) {
    const answer = await ask(path);
    expect(await answer?.text()).toContain("page");
    expect(answer?.headers.get("content-security-policy")).toBe(webPolicy);
    expect(answer?.headers.get("cache-control")).toBe("no-cache");
  }
});

test("a file of the build has its own type and may be kept for ever", async () => {
  const answer = await ask("/a.js");
  expect(answer?.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(answer?.headers.get("cache-control")).toContain("immutable");
});

test("what the build does not name is not served, wherever it lies", async () => {
  expect(await ask("/assets/none.js")).toBe(undefined);
  for (const path of ["/secret.txt", "/assets/%2e%2e/secret.txt", "/%2e%2e/secret.txt", "/a.js/../secret.txt"])
    expect([path, await (await ask(path))?.text()]).toEqual([path, "<!doctype html><p>page</p>"]);
});

test("the API, the link and the registers are not the application's, and neither is a POST", async () => {
  for (const path of ["/api", "/api/none", "/link/none", "/registers/none"]) expect(await ask(path)).toBe(undefined);
  expect(await ask("/", { method: "POST" })).toBe(undefined);
});

test("a reader that takes gzip is given the compressed file; one that has the page is told so", async () => {
  const small = await ask("/", { headers: { "accept-encoding": "gzip, br" } });
  expect(small?.headers.get("content-encoding")).toBe("gzip");
  expect(gunzipSync(new Uint8Array(await (small ?? new Response()).arrayBuffer())).toString()).toContain("page");
  const again = await ask("/", { headers: { "if-none-match": small?.headers.get("etag") ?? "" } });
  expect(again?.status).toBe(304);
});

test("a node without a build serves no page", async () => {
  const none = createWebFiles(join(folder, "none"));
  expect(await none(new Request("http://node.example/"))).toBe(undefined);
});
