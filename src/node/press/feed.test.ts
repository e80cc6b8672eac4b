// The public feed over HTTP: there only where the configuration has it, for anyone, and asked for again by its ETag.

import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routeTable } from "../../api/index.ts";
import { communiqueExamples, communiqueProcedure } from "../../procedures/index.ts";
import { type Home, openHome } from "../home.ts";
import { writeJson } from "../json-file.ts";
import {
  accepted,
  bringIntoForce,
  DossierTelling,
  foundPair,
  type InForce,
  type StoryPair,
  serveSide,
  type TestSide,
} from "../testing.ts";

let folder: string;
let pair: StoryPair & { readonly ma: TestSide; readonly il: TestSide };
let story: InForce;
const everything = { functions: ["registrar", "administrator", "treaty-officer"], service: "registry" };

beforeAll(async () => {
  const founded = await foundPair();
  folder = founded.folder;
  const [morocco, israel] = founded.homes;
  const config = { ...morocco.config, press: { titles: { en: "Told <by> us" }, home: "https://example.org/press" } };
  writeJson(`${morocco.folder}/config.json`, config);
  const ma = await serveSide(accepted(openHome(morocco.folder)), everything);
  pair = { ma, il: await serveSide(israel, everything) };
  story = await bringIntoForce(pair);
}, 60_000);

afterAll(async () => {
  for (const side of [pair.ma, pair.il]) await side.serving.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, init?: RequestInit, side: TestSide = pair.ma): Promise<Response> =>
  fetch(`${side.serving.url}/feeds/${path}`, init);

test("a node whose configuration has no feed has none, and a language that is none has none either", async () => {
  const none = await ask("en/atom.xml", {}, pair.il);
  expect(none.status).toBe(404);
  expect(await none.json()).toMatchObject({ code: "api.unknown", details: { what: "public feed" } });
  expect((await ask("en/feed.json", {}, pair.il)).status).toBe(404);
  expect((await ask("xx/atom.xml")).status).toBe(400);
  expect(await (await ask("en/other.xml")).json()).toMatchObject({ code: "api.noSuchPath" });
  expect((await ask("en/feed.json?since=1")).status).toBe(400);
  expect((await ask("en/feed.json", { method: "POST" })).status).toBe(405);
});

test("anyone reads it, for a minute, and then asks again by its ETag", async () => {
  const first = await ask("en/atom.xml");
  expect(first.status).toBe(200);
  expect(first.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  expect(first.headers.get("cache-control")).toBe("public, max-age=60");
  expect(first.headers.get("set-cookie")).toBeNull();
  expect(await first.text()).toContain("<title>Told &lt;by&gt; us</title>");
  const etag = first.headers.get("etag") ?? "";
  for (const asked of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const again = await ask("en/atom.xml", { headers: { "if-none-match": asked } });
    expect(again.status, asked).toBe(304);
    expect(again.headers.get("etag")).toBe(etag);
    expect(await again.text()).toBe("");
  }
  expect((await ask("en/atom.xml", { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  expect((await ask("fr/atom.xml", { headers: { "if-none-match": etag } })).status).toBe(200);
});

test("what was recorded is there within a second or two, in the languages it has, with another ETag", async () => {
  const before = (await ask("fr/feed.json")).headers.get("etag") ?? "";
  const examples = { ...communiqueExamples };
  const telling = new DossierTelling({ pair, story, procedure: communiqueProcedure, examples });
  const text = { headline: "Said", place: "Rabat", date: "2031-01-17", paragraphs: [{ text: "Words" }] };
  await telling.steps(["ma", "record", { versions: [{ language: "en", ...text }] }]);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const french = await ask("fr/feed.json", { headers: { "if-none-match": before } });
  expect(french.status).toBe(304);
  const answer = await ask("en/feed.json");
  expect(answer.headers.get("content-type")).toBe("application/feed+json");
  const feed = accepted(routeTable.jsonFeed.answer.parse(await answer.json()));
  expect(feed).toMatchObject({ home_page_url: "https://example.org/press", language: "en" });
  expect(feed.items).toMatchObject([{ title: "Said", authors: [{ name: "Morocco" }], _entente: { kind: "recorded" } }]);
  // Neither the dossier's id, nor an act's, nor who made it, nor the side's own reference.
  const { side } = pair.ma.accord();
  const page = accepted(await side.store.dossiers(side.row.accord, { limit: 5, procedure: "communique" }));
  const dossier = page.items[0]?.id ?? expect.fail("no dossier");
  const whole = JSON.stringify(feed);
  for (const secret of [dossier, "PR-0", "head-of-delegation", side.row.accord]) expect(whole).not.toContain(secret);
});

test("a webhook in clear to another machine is refused before anything is opened", () => {
  const { folder: home, config }: Home = pair.ma.home;
  const press = { webhook: { address: "http://press.example/in" } };
  writeJson(`${home}/config.json`, { ...config, press });
  expect(openHome(home)).toMatchObject({ code: "node.plainAddress" });
  writeJson(`${home}/config.json`, { ...config, press: { webhook: { address: "ftp://press.example" } } });
  expect(openHome(home)).toMatchObject({ code: "node.badConfig" });
  writeJson(`${home}/config.json`, config);
});
