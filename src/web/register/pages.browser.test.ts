// The register, the accord and the page of any dossier on two real nodes: in four languages without a finding of axe,
// and what is done on them: searching, checking a proof here, making a step by its form.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessible, openTheatre, type Theatre } from "../../../test/browser/pages.ts";

const israeli = "mod-security-liaison-officer";
const moroccan = "adn-security-liaison-officer";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ before: "programme.version3" });
}, 240_000);
afterAll(() => theatre?.close());

/** The address of the visit's page, derived from its declaration, below the accord's own. */
async function visitPath(page: Page): Promise<string> {
  await page.waitForSelector("table a[href*='/visits/']");
  const href = await page.locator("table a[href*='/visits/']").first().getAttribute("href");
  return `dossiers/${href?.split("/").at(-1) ?? ""}`;
}

test("an act is found by an Arabic word without its vowel signs, and the address keeps the search", async () => {
  const { page, close } = await theatre.open({ side: "IL", officer: israeli, language: "ar", path: "register" });
  await page.locator("input[type=search]").fill("زيارة");
  await page.waitForURL(/[?&]q=/);
  await page.waitForSelector(".acts__found");
  await expect.poll(() => page.locator(".acts__name").count()).toBeGreaterThan(0);
  await page.locator("input[type=search]").fill("لاشيءمنهذا");
  await page.waitForSelector(".empty");
  await close();
});

test("an act is verified in this browser; its proof altered by one byte is refused", async () => {
  const { page, context, close } = await theatre.open({
    side: "MA",
    officer: moroccan,
    language: "fr",
    path: "register",
  });
  await page.locator(".acts__name").nth(3).click();
  await page.locator(".drawer .btn--primary").click();
  await page.waitForSelector(".proof__verdict");
  await checkAccessible(page);
  await context.route("**/proof", async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    const at = Math.floor(text.length / 2);
    const other = text[at] === "A" ? "B" : "A";
    await route.fulfill({ response: answer, body: text.slice(0, at) + other + text.slice(at + 1) });
  });
  await page.locator(".drawer .btn--primary").click();
  await page.waitForSelector(".drawer .note");
  await expect.poll(() => page.locator(".proof__verdict").count()).toBe(0);
  await close();
});

test("by keyboard the arrows go from act to act", async () => {
  const { page, close } = await theatre.open({ side: "MA", officer: moroccan, language: "en", path: "register" });
  await page.locator(".acts__name").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest("[aria-rowindex]")?.ariaRowIndex))
    .toBe("4");
  await page.keyboard.press("End");
  const count = Number(await page.locator("[role=table]").getAttribute("aria-rowcount"));
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest("[aria-rowindex]")?.ariaRowIndex))
    .toBe(String(count));
  await close();
});

test("a step's form keeps what was typed over a reload, tells what is missing, and registers the act", async () => {
  const listed = await theatre.open({ side: "IL", officer: israeli, language: "fr", path: "dossiers" });
  const visit = await visitPath(listed.page);
  await listed.close();
  const path = `${visit}?step=draftAmendment`;
  const { page, close } = await theatre.open({ side: "IL", officer: israeli, language: "fr", path });
  await page.waitForSelector("form.form");
  await page.locator("form.form button[type=submit]").click();
  await page.waitForSelector(".flaw");
  await page.locator("form.form textarea").first().fill("Un ingénieur de plus");
  await page.reload();
  await page.waitForSelector("form.form");
  await expect.poll(() => page.locator("form.form textarea").first().inputValue()).toBe("Un ingénieur de plus");
  await page.locator("form.form input[type=date]").first().fill("2021-11-24");
  await page.locator("table.tbl tbody tr").first().waitFor();
  const before = await page.locator("table.tbl tbody tr").count();
  await page.locator("form.form button[type=submit]").click();
  await expect
    .poll(
      async () =>
        (await page.locator("form.form .note, form.form .err").count()) +
        (await page.locator("table.tbl tbody tr").count()) -
        before,
    )
    .toBeGreaterThan(0);
  await close();
});
