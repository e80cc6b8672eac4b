// A purchase in a browser, on two nodes that have told the story as far as its first delivery: quantities and money as
// the ledger has them, in English and in Arabic.

import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessible, openTheatre, type Theatre } from "../../../test/browser/pages.ts";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ before: "course" });
}, 400_000);
afterAll(() => theatre.close());

const officer = { side: "MA", officer: "adn-procurement-procurement-officer" } as const;

test("a case shows what was received of each line, what was invoiced, and what waits for an answer", async () => {
  const { page, close } = await theatre.open({ ...officer, language: "en", path: "dossiers?procedure=procurement" });
  await page.locator("main a[href*='/procurement/']").first().click({ timeout: 120_000 });
  // In the table of this page: the list it was reached from names the purchase by the same word.
  const row = page.getByRole("table", { name: "Quantities" }).locator("tr", { hasText: "Tents" });
  await row.waitFor({ timeout: 120_000 });
  await expect.poll(() => row.locator("td").allInnerTexts()).toEqual(["Tents", "40", "40", "40", "40", "39", "0"]);
  await page.getByText("160620.00 EUR").waitFor({ timeout: 120_000 });
  await expect.poll(() => page.getByText("123620.00 EUR").count()).toBe(1);
  await expect.poll(() => page.getByText("Awaits an answer").count()).toBe(1);
  await checkAccessible(page);
  const path = new URL(page.url()).pathname.replace(/^\/accords\/[^/]*\//, "");
  await close();
  const arabic = await theatre.open({ ...officer, language: "ar", path, width: 390 });
  await arabic.page.getByText("160620.00 EUR").waitFor({ timeout: 120_000 });
  await checkAccessible(arabic.page);
  await arabic.close();
}, 300_000);
