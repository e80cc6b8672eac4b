// The drill of the story in a browser, on two nodes: its planning, its objectives, and two injects reviewed by the side
// that did not write them; chosen in the grid by the side that did, and approved at one press.

import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessible, openTheatre, type Theatre } from "../../../test/browser/pages.ts";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({});
});
afterAll(() => theatre.close());

test("the planning is drawn and told, and injects are chosen and moved on together", async () => {
  const chair = { side: "IL", officer: "idf-training-head-of-delegation", language: "en" } as const;
  const { page, close } = await theatre.open({ ...chair, path: "exercises" });
  await page.locator("main a[href*='/exercises/']").first().click();
  await page.locator(".gantt__bar--exercise").waitFor();
  await page.getByRole("row", { name: /Medical support plan.*Late|Medical support plan.*Planned/ }).waitFor();
  await page.getByRole("cell", { name: "Hand over relief goods" }).waitFor();
  await checkAccessible(page);
  await page.getByRole("link", { name: "Main events list" }).first().click();
  await page.getByRole("row", { name: /il-i2/ }).waitFor();
  await page.getByLabel("Choose il-i1").check();
  await page.getByLabel("Stage").selectOption("reviewed");
  await expect.poll(() => page.url()).toContain("stage=reviewed");
  await checkAccessible(page);
  await page.getByRole("button", { name: /^Approve injects \(1\)/ }).click();
  await expect.poll(() => page.locator(".injects tbody tr[aria-selected]").count()).toBe(1);
  await page.getByLabel("Stage").selectOption("");
  await page.getByRole("row", { name: /il-i1.*Approved/ }).waitFor();
  await page.getByRole("button", { name: "Live board" }).click();
  await page.locator(".board").waitFor();
  await checkAccessible(page);
  await close();
});
