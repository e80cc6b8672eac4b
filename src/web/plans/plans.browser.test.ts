// The annual plan in a browser, on two nodes that have told the story: its table in four languages, a line with the
// dossier that carries it out, a dossier opened from a line, and a table from a spreadsheet read into a new plan.

import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessible, openTheatre, type Theatre } from "../../../test/browser/pages.ts";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({});
}, 180_000);
afterAll(() => theatre.close());

const planner = { side: "MA", officer: "far-training-planner" } as const;

test("a line opens with the session that carries it out, and what is chosen stands in the address", async () => {
  const { page, close } = await theatre.open({ ...planner, language: "en", path: "plans" });
  await page.locator("main a[href*='/plans/']").first().click();
  await page.getByRole("button", { name: "Session of the joint committee" }).click();
  await page.getByText("Dossiers that carry it out").waitFor();
  await page.locator("li").getByRole("link", { name: "Session of the joint committee" }).waitFor();
  expect(page.url()).toContain("line=ma-01");
  await page.getByLabel("Status").selectOption("executed");
  await page.waitForFunction(() => document.querySelectorAll(".tbl--plan tbody tr").length === 1);
  await checkAccessible(page);
  await close();
});
