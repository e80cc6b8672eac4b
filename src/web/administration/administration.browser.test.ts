// Administration in a real browser: what each officer may see, an invitation whose code is shown once, a decision
// tried.

import { afterAll, beforeAll, expect, test } from "vitest";
import { openTheatre, type Theatre } from "../../../test/browser/pages.ts";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ before: "accord.mandate" });
}, 180_000);
afterAll(() => theatre?.close());

const administrator = { side: "MA", officer: "administrator" } as const;

test("who may not see a part is refused in words, and the page stays", async () => {
  const open = await theatre.open({ ...administrator, language: "en", path: "administration?part=access" });
  await open.page.getByText("policy.denied").waitFor();
  await open.page.getByRole("link", { name: "The node", exact: true }).click();
  await open.page.getByText("What was looked at").waitFor();
  await open.close();
});

test("an officer is added, invited with a code shown once, and removed only when the id is typed", async () => {
  const open = await theatre.open({ ...administrator, language: "en", path: "administration" });
  const { page } = open;
  await page.getByRole("button", { name: "Add an officer" }).click();
  await page.getByLabel("Id", { exact: false }).first().fill("newcomer");
  await page.getByRole("checkbox", { name: "Auditor" }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Add an officer" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Invite newcomer" }).click();
  await page.getByRole("button", { name: "Make the code for newcomer" }).click();
  await expect.poll(() => page.locator(".admin__code").textContent()).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
  await page.getByRole("button", { name: "I have noted the code" }).click();
  await page.getByText("Invited, until").waitFor();
  await expect.poll(() => page.locator(".admin__code").count()).toBe(0);
  await page.getByRole("button", { name: "Remove the officer newcomer" }).click();
  const remove = page.getByRole("dialog").getByRole("button", { name: "Remove the officer newcomer" });
  await expect.poll(() => remove.isDisabled()).toBe(true);
  await page.getByRole("dialog").getByRole("textbox").fill("newcomer");
  await remove.click();
  await page.getByRole("row", { name: /newcomer/ }).waitFor({ state: "detached" });
  await open.close();
});

test("a decision is tried: refused, with the rule named", async () => {
  const open = await theatre.open({ ...administrator, language: "en", path: "administration?part=policy" });
  const { page } = open;
  await page.getByRole("combobox", { name: /^Officer/ }).selectOption("administrator");
  await page.getByRole("combobox", { name: /^Action/ }).selectOption("act");
  await page.getByRole("combobox", { name: /^Procedure/ }).selectOption("visit");
  await page.getByRole("button", { name: "See the decision" }).click();
  await page.locator("[role=status] .note").getByText("administrators-do-not-act").waitFor();
  await open.close();
});
