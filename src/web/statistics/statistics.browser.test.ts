// The figures as officers read them, and the table they take away, on two real nodes.

import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessible, openTheatre, type Theatre } from "../../../test/browser/pages.ts";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ before: "programme.version3" });
});
afterAll(() => theatre.close());

test("figures stand by article and by procedure for both sides, and are taken away as a table", async () => {
  const { page, context, close } = await theatre.open({
    side: "MA",
    officer: "adn-security-liaison-officer",
    language: "ar",
    path: "statistics",
  });
  await page.locator(".stats").first().waitFor();
  await checkAccessible(page);
  await expect
    .poll(() => page.locator(".stats").first().locator("thead .who, thead th").count())
    .toBeGreaterThanOrEqual(3);
  const href = await page.locator("a[download]").getAttribute("href");
  const told = await context.request.get(String(href));
  const text = await told.text();
  expect(text).toMatch(/^about,name,side,figure,value\r\n/);
  expect(text).toMatch(/\r\nprocedure,visit,MA,acts,[1-9]\d*\r\n/);
  expect(text).toMatch(/\r\nprocedure,visit,MA,medianHours,[\d.]+\r\n/);
  await close();
});
