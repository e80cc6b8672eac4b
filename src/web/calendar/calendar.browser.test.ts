// The officer's calendar address, made and revoked on the page, and read as a calendar program reads it.

import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessible, openTheatre, type Theatre } from "../../../test/browser/pages.ts";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ before: "programme.version3" });
});
afterAll(() => theatre.close());

test("an address is shown once, opens the feed without a session, and leads nowhere once revoked", async () => {
  const { page, close } = await theatre.open({
    side: "MA",
    officer: "adn-security-liaison-officer",
    language: "en",
    path: "calendar",
  });
  await page
    .getByRole("button", { name: /^Make an address/ })
    .first()
    .click();
  const address = await page.getByLabel("Address for the calendar program").inputValue();
  await checkAccessible(page);
  const text = await (await fetch(address)).text();
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(text).toContain("BEGIN:VEVENT");
  await page.reload();
  await page
    .getByRole("button", { name: /^New address/ })
    .first()
    .waitFor();
  await expect.poll(() => page.getByLabel("Address for the calendar program").count()).toBe(0);
  await page
    .getByRole("button", { name: /^Revoke/ })
    .first()
    .click();
  await page.getByText("No address has been made.").first().waitFor();
  expect((await fetch(address)).status).toBe(404);
  await close();
});
