// The programme in a real browser, on two real nodes, before the clash of the story is resolved: 18:00 in Salé, 18:45
// in Rabat, and a road between them that is too long.

import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTheatre, type Theatre } from "../../../test/browser/pages.ts";
import { z } from "../../base/index.ts";

let theatre: Theatre;
let dossier = "";

const host = { side: "MA", officer: "protocol-protocol-officer" } as const;
const visitor = { side: "IL", officer: "protocol-protocol-officer" } as const;
const list = z.looseObject({ items: z.array(z.looseObject({ row: z.looseObject({ dossier: z.string() }) })) });

beforeAll(async () => {
  theatre = await openTheatre({ before: "programme.request" });
  const open = await theatre.open({ ...host, path: "programmes" });
  const answer = await open.page.request.get(`/api/accords/${theatre.stage.accord}/programmes`);
  dossier = list.parse(await answer.json()).items[0]?.row.dossier ?? "";
  await open.close();
});
afterAll(async () => theatre.close());

const line = (page: Page, id: string) => page.locator(`article[data-line="${id}"]`);
const handle = (page: Page, id: string) => line(page, id).getByRole("button");
const clash = (page: Page) => page.locator("section.note h2");

/** Takes hold of it where it stands still, and lets go so many pixels further down. */
async function drag(one: Locator, pixels: number): Promise<void> {
  const mouse = one.page().mouse;
  await one.hover({ position: { x: 80, y: 8 } });
  const box = await one.boundingBox();
  if (!box) throw new Error("The line is not to be seen.");
  await mouse.down();
  await mouse.move(box.x + 80, box.y + 8 + pixels, { steps: 4 });
  await mouse.up();
}

test("a line is moved by the arrow keys, taken back and made again, and survives a reload", async () => {
  const open = await theatre.open({ ...host, language: "en", path: `programmes/${dossier}` });
  const { page } = open;
  await clash(page).waitFor();
  await expect.poll(() => line(page, "talks").getAttribute("class")).toContain("ev--clash");
  await handle(page, "brigade").focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => line(page, "brigade").locator("h3 bdi").first().textContent()).toBe("17:55");
  await expect.poll(() => clash(page).count()).toBe(0);
  await page.reload();
  await line(page, "brigade").waitFor();
  await expect.poll(() => line(page, "brigade").locator("h3 bdi").first().textContent()).toBe("17:55");
  await page.getByRole("button", { name: "Undo" }).click();
  await clash(page).waitFor();
  await page.getByRole("button", { name: "Discard the changes" }).click();
  await open.close();
});

test("a line is dragged by the mouse to the grid of the clock, and no act is made by that", async () => {
  const open = await theatre.open({ ...host, language: "fr", path: `programmes/${dossier}` });
  const { page } = open;
  // What the page tells above the day comes with its own answer and moves the day down.
  await clash(page).waitFor();
  await drag(handle(page, "lunch"), 33);
  await expect
    .poll(() => line(page, "lunch").locator("h3 bdi").first().textContent())
    .toMatch(/^(?:15:[45]|16:[0-3])[05]$/);
  const answer = await page.request.get(`/api/accords/${theatre.stage.accord}/programmes/${dossier}/versions/3`);
  expect(answer.status()).toBe(404);
  await open.close();
});

test("the visitor may not make a version: what it changes it can only ask for", async () => {
  const open = await theatre.open({ ...visitor, language: "en", path: `programmes/${dossier}` });
  await open.page.getByRole("button", { name: "Ask for version 3" }).waitFor();
  await expect.poll(() => open.page.getByRole("button", { name: "Propose version 3" }).count()).toBe(0);
  await open.close();
});

test("the clash of Salé and Rabat is resolved by the keyboard alone, and the other side sees it", async () => {
  const there = await theatre.open({ ...visitor, language: "en", path: `programmes/${dossier}` });
  await clash(there.page).waitFor();
  const open = await theatre.open({ ...host, language: "en", path: `programmes/${dossier}` });
  const { page } = open;
  await clash(page).waitFor();
  await tabTo(page, (name) => name.startsWith("Shorten"));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, (name) => name === "Propose version 3");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await tabTo(page, (name) => name.startsWith("Send version"));
  await page.keyboard.press("Enter");
  await expect.poll(() => clash(page).count(), { timeout: 10_000 }).toBe(0);
  await expect.poll(() => clash(there.page).count(), { timeout: 10_000 }).toBe(0);
  await expect.poll(() => line(there.page, "brigade").locator("h3 bdi").first().textContent()).toBe("17:55");
  await open.close();
  await there.close();
});

/** Tabs until a control of that name has the focus; fails when none comes. */
async function tabTo(page: Page, is: (name: string) => boolean): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const { activeElement: control } = document;
      const label = control instanceof HTMLInputElement ? control.closest("label") : control;
      return (label?.getAttribute("aria-label") ?? label?.textContent ?? "").trim();
    });
    if (is(name)) return;
  }
  throw new Error("The control was not come to by the keyboard.");
}
