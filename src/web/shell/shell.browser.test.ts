// The frame and the pages around it, in Chromium, on two real nodes: languages, keyboard, what the other side does, and
// a link that is cut and comes back.

import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessible, openTheatre, type Theatre } from "../../../test/browser/pages.ts";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ before: "programme.version3" });
}, 180_000);
afterAll(() => theatre?.close());

const liaison = { side: "MA", officer: "adn-security-liaison-officer" } as const;

test("the language is switched at once, with the direction, and is kept", async () => {
  const { page, close } = await theatre.open({ ...liaison, language: "fr" });
  await page.getByRole("button", { name: "العربية" }).click();
  await page.waitForFunction(() => document.documentElement.dir === "rtl");
  await expect.poll(() => page.title()).toContain("لوحة القيادة");
  await page.reload();
  await page.locator("main h1").waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe("ar");
  await close();
});

test("the reader's own side stands first on either chair, in the colours of the founding", async () => {
  const sides = async (side: "MA" | "IL", officer: string): Promise<(string | null)[]> => {
    const { page, close } = await theatre.open({ side, officer, language: "en" });
    await page.locator(".top__pair .who").nth(1).waitFor();
    const classes = await page
      .locator(".top__pair .who")
      .evaluateAll((all) => all.map((each) => each.getAttribute("class")));
    await close();
    return classes;
  };
  expect(await sides("MA", "adn-security-liaison-officer")).toEqual(["who who--1", "who who--2"]);
  expect(await sides("IL", "mod-security-liaison-officer")).toEqual(["who who--2", "who who--1"]);
});

test("everything is reached by keyboard: the palette opens, finds a page and goes there", async () => {
  const { page, close } = await theatre.open({ ...liaison, language: "en" });
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("direct");
  await page.getByRole("menuitem", { name: "Directory" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/directory$/);
  await page.getByRole("heading", { level: 1, name: "Directory" }).waitFor();
  await page.keyboard.press("/");
  await page.getByRole("dialog").waitFor();
  await checkAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await close();
});

test("what was sought and which side is shown stand in the address", async () => {
  const { page, close } = await theatre.open({ ...liaison, language: "en", path: "directory" });
  await page.getByRole("searchbox").fill("protocol");
  await page.waitForURL(/q=protocol/);
  await page.reload();
  await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("protocol");
  await close();
});

test("a link that is cut is told above the page, and the note goes when it is back", async () => {
  const { page, close } = await theatre.open({ ...liaison, language: "en", path: "link" });
  await theatre.stage.kill("IL");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByRole("button", { name: "Try the link now" }).waitFor();
  await close();
});

test("every address is served with its content policy, and nothing outside the build is served", async () => {
  const base = theatre.stage.urls.MA;
  const page = await fetch(`${base}/accords/anything`);
  expect(page.status).toBe(200);
  expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
  expect(page.headers.get("content-security-policy")).not.toContain("unsafe");
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  for (const path of ["/assets/none.js", "/api/none", "/link/none"])
    expect([path, (await fetch(`${base}${path}`)).status]).toEqual([path, 404]);
  expect((await fetch(`${base}/`, { method: "POST" })).status).toBeGreaterThanOrEqual(400);
});
