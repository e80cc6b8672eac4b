// The seat board in a browser, on two nodes that have told the story: the course, each side's seats, and who has which.

import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessible, openTheatre, type Theatre } from "../../../test/browser/pages.ts";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ before: "course.certify" });
}, 300_000);
afterAll(() => theatre.close());

test("the board tells each side's seats, and who waits or has one", async () => {
  const officer = { side: "MA", officer: "far-training-training-officer", language: "en" } as const;
  const { page, close } = await theatre.open({ ...officer, path: "training" });
  await page.locator("main a[href*='/training/']").first().click();
  const board = page.locator(".training-board");
  const figures = async (): Promise<readonly unknown[]> =>
    (await board.locator("tbody tr").allInnerTexts()).map((text) => text.match(/\d+/g)?.slice(0, 3));
  await expect.poll(figures).toEqual([
    ["2", "0", "2"],
    ["1", "2", "2"],
  ]);
  await page.getByText("il-02").waitFor();
  await checkAccessible(page);
  await close();
});

test("people from a spreadsheet are nominated at one press, and their personal data are sealed", async () => {
  const officer = { side: "IL", officer: "idf-training-training-officer", language: "en" } as const;
  const { page, close } = await theatre.open({ ...officer, path: "training" });
  await page.locator("main a[href*='/training/']").first().click();
  const file = page.locator("input[type=file]");
  await file.waitFor({ state: "attached" });
  const csv = "nominee,function,rank,name\nil-03,Rescue instructor,Captain,Nobody\n";
  await file.setInputFiles({ name: "nominees.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  const choice = page.getByLabel("Sealed for");
  await page.getByRole("button", { name: /Seal and nominate/ }).waitFor();
  if (await choice.isVisible()) await choice.selectOption("far-training");
  await page.getByRole("button", { name: /Seal and nominate/ }).click();
  await page.getByRole("row", { name: /il-03/ }).waitFor({ timeout: 60_000 });
  await expect.poll(() => page.getByText("Nobody").count()).toBe(0);
  await checkAccessible(page);
  await close();
});
