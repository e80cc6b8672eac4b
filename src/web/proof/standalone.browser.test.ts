// The page without a node, as a reader has it: opened from a disk in a browser that has no network.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../../../test/browser/chromium.ts";
import { checkAccessible } from "../../../test/browser/pages.ts";
import { partyOf, TestRegister } from "../../proof/testing.ts";

const builder = fileURLToPath(new URL("../../../tools/build-proof-page.ts", import.meta.url));
const ma = partyOf("MA", 10);
const il = partyOf("IL", 20);

let folder: string;
let file: string;
let browser: Browser;
let proof: Uint8Array;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-proof-"));
  execFileSync(process.execPath, [builder, folder], { stdio: ["ignore", "ignore", "inherit"] });
  file = join(folder, "entente-verify.html");
  browser = await launchChromium();
  const register = new TestRegister(ma, il);
  register.make({ step: "designate", body: { service: "adn" }, signers: [ma.registry] });
  register.make({
    step: "designate",
    body: { note: "a\u202Eb <script>document.title='hit'</script>" },
    signers: [ma.registry],
  });
  proof = await register.file(1, []);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
  /** What the page asked for beside itself. */
  readonly asked: string[];
}

async function open(): Promise<Opened> {
  const context = await browser.newContext({ offline: true, locale: "fr-FR" });
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => request.url().startsWith("file:") || asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector("h1");
  return { page, context, complaints, asked };
}

const buffer = (bytes: Uint8Array) => Buffer.from(bytes);
const json = (name: string, bytes: Uint8Array) => ({ name, mimeType: "application/json", buffer: buffer(bytes) });

test("a dropped proof is proved, its text shown and never obeyed, and no network is asked", async () => {
  const { page, context, complaints, asked } = await open();
  await page.setInputFiles("input[type=file]", json("proof.json", proof));
  await page.waitForSelector(".proof__verdict");
  await expect.poll(() => page.locator(".proof__verdict--not").count()).toBe(0);
  await expect.poll(() => page.locator("main, body").first().innerText()).toContain("U+202E");
  await expect.poll(() => page.title()).toBe("Entente");
  const cards = [ma, il].map((party) => json("card.json", new TextEncoder().encode(JSON.stringify(party.card))));
  await page.setInputFiles("input[type=file]", [json("proof.json", proof), ...cards]);
  await page.waitForSelector(".proof__verdict");
  await checkAccessible(page);
  expect([complaints, asked]).toEqual([[], []]);
  await context.close();
});

test("a proof altered by one byte is refused, in each of the four languages", async () => {
  const { page, context } = await open();
  const altered = proof.map((byte, at) => (at === Math.floor(proof.length / 2) ? byte ^ 1 : byte));
  for (const language of ["fr", "ar", "he", "en"]) {
    await page.locator(`button[lang=${language}]`).click();
    await page.setInputFiles("input[type=file]", json("proof.json", altered));
    await page.waitForSelector(".err");
    await expect
      .poll(() => page.locator("html").getAttribute("dir"))
      .toBe(["ar", "he"].includes(language) ? "rtl" : "ltr");
    await expect.poll(() => page.locator(".proof__verdict").count()).toBe(0);
    await checkAccessible(page);
  }
  await context.close();
});

test("the page's policy names its script and its style by digest and allows nothing else", () => {
  const html = readFileSync(file, "utf8");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'/);
  expect(html.match(/^<script/gm)).toHaveLength(1);
  expect(html).not.toMatch(/<(?:link|img|iframe)\b/);
});
