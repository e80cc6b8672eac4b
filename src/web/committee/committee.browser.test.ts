// A session of the joint committee in a browser, on two nodes that have told the story: the agenda, the minutes in two
// languages side by side, and who adopted them, in a language written from right to left.

import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessible, openTheatre, type Theatre } from "../../../test/browser/pages.ts";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({});
});
afterAll(() => theatre.close());

test("agenda, minutes in two languages, adoption and actions stand on one page", async () => {
  const { page, close } = await theatre.open({
    side: "IL",
    officer: "idf-training-head-of-delegation",
    language: "he",
    path: "dossiers?procedure=committee",
  });
  await page.locator("main a[href*='/committee/']").first().click();
  const minutes = page.locator(".committee-minutes");
  await minutes.locator("tbody td[lang=he]").nth(2).waitFor();
  await expect.poll(() => minutes.locator("tbody tr").count()).toBe(3);
  await page.getByLabel("טור שני").selectOption("fr");
  await minutes.locator("td[lang=fr][dir=ltr]").first().waitFor();
  await expect.poll(() => page.url()).toContain("second=fr");
  await expect.poll(() => page.getByText("אומץ", { exact: true }).count()).toBe(8);
  await page.getByText("il-a1", { exact: true }).last().waitFor();
  await checkAccessible(page);
  await close();
});
