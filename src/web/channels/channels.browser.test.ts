// A channel on two real nodes: what is missing is said, one side proposes and the other confirms.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenPage, openTheatre, type Theatre } from "../../../test/browser/pages.ts";

const authority = "channel-security-authority";

/** What would run if any of it were obeyed. */
const script = '<img src=x onerror="document.title=1">';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 400_000);
afterAll(() => theatre?.close());

function english(side: "MA" | "IL", given: { officer: string; path: string }): Promise<OpenPage> {
  return theatre.open({ side, language: "en", ...given });
}

async function nobodyObeyed(page: Page): Promise<void> {
  await expect.poll(() => page.title()).not.toBe("1");
  await expect.poll(() => page.locator("main img").count()).toBe(0);
}

test("a channel says what is missing, is proposed by one side and confirmed by the other", async () => {
  const proposer = await english("MA", { officer: authority, path: "channels/open" });
  await proposer.page.getByRole("button", { name: "Propose the channel" }).click();
  await proposer.page.getByText("Each end needs a service.").waitFor();
  await proposer.page.getByLabel("Title").fill(`Second channel ${script}`);
  await proposer.page.locator("fieldset.group input[type=checkbox]").first().check();
  await proposer.page.locator(".pick label").first().click();
  for (const end of [0, 1]) {
    const fields = proposer.page.locator("fieldset.end").nth(end);
    await fields.locator("select").first().selectOption("channel");
    await fields.locator("select").nth(1).selectOption("liaison-officer");
    await fields.locator("input").first().fill("Room 7");
  }
  await proposer.page.getByRole("button", { name: "Propose the channel" }).click();
  await proposer.page.waitForURL(/\/channels\/[0-9a-f]{8}-/);
  const path = `channels/${new URL(proposer.page.url()).pathname.split("/").at(-1)}`;
  const other = await english("IL", { officer: authority, path: "channels" });
  await other.page.getByRole("link", { name: /Second channel/ }).click({ timeout: 60_000 });
  await other.page.getByRole("button", { name: "Confirm the channel" }).click();
  await other.page.getByRole("button", { name: "Sign and send" }).click();
  await other.page.locator(".thread__head").getByText("Open", { exact: true }).waitFor({ timeout: 60_000 });
  await proposer.page.locator(".thread__head").getByText("Open", { exact: true }).waitFor({ timeout: 60_000 });
  await nobodyObeyed(other.page);
  expect(path).toBe(`channels/${new URL(other.page.url()).pathname.split("/").at(-1)}`);
  await other.close();
  await proposer.close();
}, 240_000);
