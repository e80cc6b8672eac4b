// The application on a large register: interactions with its longest lists, from the key or the press until the next
// picture, as the browser itself measures them (Event Timing). The figure is the worst but one in fifty, as INP is.

import type { BrowserContext, Page } from "playwright-core";
import { launchChromium } from "../../test/browser/chromium.ts";
import { enter } from "../../test/browser/pages.ts";
import { type Figure, percentile } from "../figure.ts";
import { load } from "../held.ts";
import { serveApart, type World } from "../world.ts";

const batch = 10_000;

/** `world` is served with a story clock, so that a browser can enter it. */
export async function interactionFigures(world: World, input: { readonly acts: number }): Promise<Figure[]> {
  const side = await serveApart(world.homes[0]);
  const browser = await launchChromium();
  try {
    for (let made = 0; made < input.acts; made += batch) await load(world, Math.min(batch, input.acts - made));
    const context = await browser.newContext({ baseURL: world.urls[0], viewport: { width: 1440, height: 900 } });
    await enter(context, { base: world.urls[0], officer: "tester" });
    const times = await interactions(context, world.accord);
    return [
      { name: "web.inp", value: percentile(times, 0.98), unit: "ms", wanted: "< 200" },
      { name: "web.inp.interactions", value: times.length, unit: "" },
      { name: "web.inp.acts", value: input.acts, unit: "acts" },
      { name: "web.inp.dossiers", value: world.visits.length, unit: "dossiers" },
    ];
  } finally {
    await browser.close();
    await side.stop();
  }
}

async function interactions(context: BrowserContext, accord: string): Promise<readonly number[]> {
  const page = await context.newPage();
  const times: number[] = [];
  for (const [path, act] of Object.entries({ register: onRegister, dossiers: onDossiers })) {
    await page.goto(`/accords/${accord}/${path}?lang=en`);
    await page.locator("main h1").first().waitFor();
    await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached" });
    await page.evaluate(watch);
    await act(page);
    times.push(...(await page.evaluate<readonly number[]>(taken)));
  }
  return times;
}

/** Runs in the page: keeps the length of each interaction from now on, the longest of its events. */
const watch = `(() => {
  const kept = (globalThis.ententeInteractions = new Map());
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId > 0) kept.set(interactionId, Math.max(duration, kept.get(interactionId) ?? 0));
  }).observe({ type: "event", durationThreshold: 16 });
})()`;

/** Runs in the page, once what was last done has been drawn. */
const taken = `new Promise((resolve) => setTimeout(() => resolve([...globalThis.ententeInteractions.values()]), 500))`;

async function onRegister(page: Page): Promise<void> {
  await page.locator(".acts__name").first().click();
  await page.locator(".drawer").first().waitFor();
  await page.locator(".acts__name").first().focus();
  for (let i = 0; i < 20; i++) await page.keyboard.press("ArrowDown");
  for (let i = 0; i < 5; i++) await page.keyboard.press("PageDown");
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.locator("input[type=search]").click();
  await page.keyboard.type("passage gate", { delay: 30 });
  await page.waitForTimeout(500);
}

async function onDossiers(page: Page): Promise<void> {
  for (let i = 0; i < 10; i++) {
    await page.getByRole("button", { name: "Show more" }).click();
    await page.waitForTimeout(300);
  }
  await page.locator("select.filter").nth(1).focus();
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press("ArrowDown");
    await page.waitForTimeout(300);
  }
}
