// What goes through a channel, on two real nodes: a request composed by one officer and released by another, opened on
// the other side, recalled and erased; an upload that is cut and goes on.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenPage, openTheatre, type Theatre } from "../../../test/browser/pages.ts";

const liaison = "channel-liaison-officer";
const releaser = "channel-release-officer";

/** What would run if any of it were obeyed. */
const script = '<img src=x onerror="document.title=1">';
const name = "<img src=x onerror=document.title=1>.txt";

const onlyCut = /^Error: The browser complained:(\nFailed to load resource: net::ERR_FAILED)+$/;

let theatre: Theatre;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "entente-channels-"));
  theatre = await openTheatre();
}, 400_000);
afterAll(async () => {
  await theatre?.close();
  rmSync(folder, { recursive: true, force: true });
});

function english(side: "MA" | "IL", given: { officer: string; path: string }): Promise<OpenPage> {
  return theatre.open({ side, language: "en", ...given });
}

async function fillRequest(page: Page, subject: string): Promise<void> {
  await page.getByLabel("Question").fill(`How many buoys? ${script}`);
  await page.getByLabel("Reference").fill("RFI-T-1");
  await page.getByLabel("Subject").fill(subject);
  await page.getByLabel("Justification").fill(script);
  await page.locator("input[type=date]").first().fill("2030-01-10");
  await page.locator("input[type=time]").first().fill("12:00");
  await page.getByLabel("Form of the answer").fill(script);
  await page.getByLabel("Sources already consulted").fill(script);
}

async function nobodyObeyed(page: Page): Promise<void> {
  await expect.poll(() => page.title()).not.toBe("1");
  await expect.poll(() => page.locator("main img").count()).toBe(0);
}

test("a request is written by one officer, released by another, opened, recalled, and erased on both", async () => {
  const subject = `Buoys ${script}`;
  const writer = await english("MA", { officer: liaison, path: "channels/new/request" });
  await fillRequest(writer.page, subject);
  const file = join(folder, name);
  writeFileSync(file, `What is attached ${script}`);
  await writer.page.getByRole("button", { name: "Add: Attachments" }).click();
  await writer.page.locator(".upload input[type=file]").setInputFiles(file);
  await writer.page.locator(".upload[data-phase=sealed]").waitFor();
  await writer.page.getByRole("button", { name: "Sign and send" }).click();
  // The side's own rules want four eyes; nothing that was typed is lost by the refusal.
  await writer.page.getByText("policy.denied").waitFor();
  await writer.page.getByRole("button", { name: "Hand over for release" }).click();
  await writer.page.locator(".draft[data-state=composed]").waitFor();
  await expect.poll(() => writer.page.getByRole("button", { name: "Release", exact: true }).count()).toBe(0);
  await writer.close();

  const second = await english("MA", { officer: releaser, path: "channels" });
  await second.page.getByRole("button", { name: "Release", exact: true }).click();
  await second.page.locator(".draft").waitFor({ state: "detached" });
  await nobodyObeyed(second.page);
  await second.page.getByRole("link", { name: /RFI-T-1/ }).click();
  await second.page.locator(".doc").first().waitFor();
  const path = `channels/${new URL(second.page.url()).pathname.split("/").at(-1)}`;

  const reader = await english("IL", { officer: liaison, path });
  const attached = reader.page.locator(".doc").nth(1);
  await attached.getByText("Received here, not opened yet").waitFor({ timeout: 60_000 });
  for (const doc of [reader.page.locator(".doc").first(), attached]) {
    await doc.getByRole("button", { name: "Open", exact: true }).click();
    await reader.page.getByRole("button", { name: "Open and register the opening" }).click();
    await doc.locator(".openeddoc__text").waitFor();
  }
  await expect
    .poll(() => reader.page.locator(".openeddoc__text").first().innerText())
    .toBe(`How many buoys? ${script}`);
  await expect.poll(() => attached.locator(".file b").first().innerText()).toBe(name);
  await nobodyObeyed(reader.page);
  // The other side's page was open all the while.
  await second.page.getByText("Opened by the addressee’s service").nth(1).waitFor({ timeout: 60_000 });

  await second.page.locator(".doc").nth(1).locator("a[href*='step=recall']").click();
  await second.page.locator(".compose").getByLabel("Reason").fill(`The wrong file ${script}`);
  await second.page.getByRole("button", { name: "Sign and send" }).click();
  await attached.getByText("Recalled", { exact: true }).waitFor({ timeout: 60_000 });
  await attached.locator("a[href*='step=attestDestruction']").click();
  await reader.page.locator(".compose").getByLabel("Statement").fill(script);
  await reader.page.getByRole("button", { name: "Read over and sign" }).click();
  await reader.page.locator(".dialog__foot .btn--primary:not([disabled])").click();
  await attached.getByText("Erased", { exact: true }).waitFor({ timeout: 60_000 });
  await second.page.locator(".doc").nth(1).getByText("Erased", { exact: true }).waitFor({ timeout: 60_000 });
  await expect.poll(() => attached.getByRole("button", { name: "Open", exact: true }).count()).toBe(0);
  await nobodyObeyed(second.page);
  await reader.close();
  await second.close();
}, 400_000);

test("an upload that is cut goes on where the node is, after a reload once the file is chosen again", async () => {
  const { page, context, close } = await english("MA", { officer: liaison, path: "channels/new/dispatch" });
  const file = join(folder, "long.bin");
  writeFileSync(file, Buffer.alloc(5 * 1024 * 1024, 7));
  let cut = true;
  await context.route("**/documents/uploads/**", async (route) => {
    const later = route.request().method() === "PATCH" && !route.request().url().includes("offset=0");
    await (later && cut ? route.abort() : route.continue());
  });
  await page.getByRole("button", { name: "Add: Attachments" }).click();
  await page.locator(".upload input[type=file]").setInputFiles(file);
  await expect
    .poll(async () => Number(await page.locator("progress").getAttribute("value")), { timeout: 60_000 })
    .toBeGreaterThan(0);
  await page.reload();
  await page.locator(".upload[data-phase=waiting]").waitFor();
  cut = false;
  await page.locator(".upload input[type=file]").setInputFiles(file);
  await page.locator(".upload[data-phase=sealed]").waitFor({ timeout: 60_000 });
  await page.getByText("long.bin").waitFor();
  // The browser tells each request that was cut; nothing else is complained of.
  await close().catch((cause: unknown) => expect(String(cause)).toMatch(onlyCut));
}, 240_000);
