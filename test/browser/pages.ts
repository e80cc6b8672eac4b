// Pages of the application in a real browser: opened as an officer of one side, in a language, at a width. Whatever the
// browser complains of while a page is open (an error, a script that was refused) fails the test that closes it.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { Invitations } from "../../src/node/index.ts";
import { launchChromium } from "./chromium.ts";
import { type Party, type Stage, type StageOptions, startStage } from "./stage.ts";

const builder = fileURLToPath(new URL("../../tools/build-web.ts", import.meta.url));

export type Language = "fr" | "ar" | "he" | "en";

export const languages: readonly Language[] = ["fr", "ar", "he", "en"];

export interface Opening {
  readonly side: Party;
  /** Enters the demonstration as this officer, by id (`adn-security-liaison-officer`); absent, nobody is signed in. */
  readonly officer?: string;
  readonly language?: Language;
  /** Below the accord's address: `visits`, `dossiers?turn=mine`. Absolute when it begins with a slash. */
  readonly path?: string;
  readonly width?: number;
  readonly height?: number;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of so far: errors of scripts, refusals of the content policy. */
  readonly complaints: readonly string[];
  /** Throws what the browser complained of. */
  close(): Promise<void>;
}

export interface Theatre {
  readonly stage: Stage;
  readonly browser: Browser;
  open(opening: Opening): Promise<OpenPage>;
  /** The code by which an officer enrols a first passkey, as the administrator's command makes it. */
  invite(side: Party, officer: string): string;
  close(): Promise<void>;
}

/** Two nodes and a browser; start one for a test file (`beforeAll`) and close it after (`afterAll`). */
export async function openTheatre(options: StageOptions = {}): Promise<Theatre> {
  // The pages are those of the sources as they are now; nothing is done where they are built already.
  execFileSync(process.execPath, [builder], { stdio: ["ignore", "ignore", "inherit"] });
  const [stage, browser] = await Promise.all([startStage(options), launchChromium()]);
  return {
    stage,
    browser,
    open: (opening) => openPage({ stage, browser }, opening),
    invite: (side, officer) => new Invitations({ folder: stage.homes[side] }, () => Date.now()).invite(officer).code,
    async close() {
      await browser.close();
      await stage.close();
    },
  };
}

async function openPage(at: Pick<Theatre, "stage" | "browser">, opening: Opening): Promise<OpenPage> {
  const { side, officer, language = "fr", path = "", width = 1440, height = 900 } = opening;
  const { stage, browser } = at;
  const base = stage.urls[side];
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height },
    reducedMotion: "reduce",
    locale: language === "en" ? "en-GB" : language,
  });
  const complaints: string[] = [];
  if (officer !== undefined) await enter(context, { base, officer });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(String(error.stack ?? error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !isAnswer(message.text())) complaints.push(message.text());
  });
  const target = path.startsWith("/") ? path : `/accords/${stage.accord}${path === "" ? "" : `/${path}`}`;
  await page.goto(`${target}${target.includes("?") ? "&" : "?"}lang=${language}`);
  await page.locator("main h1").first().waitFor();
  return {
    page,
    context,
    complaints,
    async close() {
      await context.close();
      if (complaints.length > 0) throw new Error(`The browser complained:\n${complaints.join("\n")}`);
    },
  };
}

/** The browser tells every answer that is not 2xx as an error; a refusal is an answer, and pages show it. */
function isAnswer(text: string): boolean {
  return text.startsWith("Failed to load resource: the server responded with a status of 4");
}

/** The demonstration's way in, without the page: the session's cookie is the context's from then on. */
export async function enter(
  context: BrowserContext,
  by: { readonly base: string; readonly officer: string },
): Promise<void> {
  const answer = await context.request.post(`${by.base}/api/demonstration/enter`, {
    data: { officer: by.officer },
    headers: { "entente-request": "1", origin: by.base, "sec-fetch-site": "same-origin" },
  });
  if (!answer.ok()) throw new Error(`Entering as ${by.officer}: ${answer.status()} ${await answer.text()}`);
}

/** Throws what axe finds on the page by WCAG 2.2 AA and its best practices. */
export async function checkAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  if (violations.length === 0) return;
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.target.join(" ")}\n  ${node.html.slice(0, 200)}`),
  );
  throw new Error(`axe finds ${found.length}:\n${found.join("\n")}`);
}
