// A project in a browser, on two nodes that have told the story: the parts of the work, its gates and its ledger, in a
// language written from right to left.

import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessible, openTheatre, type Theatre } from "../../../test/browser/pages.ts";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({});
}, 300_000);
afterAll(() => theatre.close());

test("the parts of the work, the gates and the ledger stand on one page", { timeout: 120_000 }, async () => {
  const { page, close } = await theatre.open({
    side: "MA",
    officer: "adn-procurement-project-officer",
    language: "ar",
    path: "dossiers?procedure=project",
  });
  const link = page.locator("main a[href*='/projects/']").first();
  await link.waitFor({ timeout: 100_000 });
  await link.click();
  await page.locator(".project-share").waitFor({ timeout: 100_000 });
  await expect.poll(() => page.getByText("55 %").count()).toBe(1);
  await expect.poll(() => page.locator(".project-gates > li").count()).toBe(2);
  await page.getByText("il-filter").waitFor();
  await checkAccessible(page);
  await close();
});
