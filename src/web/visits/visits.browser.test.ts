// Visits in a real browser, on two real nodes, while one of two sites has not decided yet.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTheatre, type Theatre } from "../../../test/browser/pages.ts";
import { z } from "../../base/index.ts";

let theatre: Theatre;
let dossier = "";

const host = { side: "MA", officer: "adn-security-security-authority" } as const;
const requester = { side: "IL", officer: "mod-security-liaison-officer" } as const;
const list = z.looseObject({ items: z.array(z.looseObject({ row: z.looseObject({ dossier: z.string() }) })) });

beforeAll(async () => {
  theatre = await openTheatre({ before: "visit.decide.parachute-brigade-1" });
  const open = await theatre.open({ ...host, path: "visits" });
  const answer = await open.page.request.get(`/api/accords/${theatre.stage.accord}/visits`);
  dossier = list.parse(await answer.json()).items[0]?.row.dossier ?? "";
  await open.close();
});
afterAll(async () => theatre.close());

const file = (text: string) => ({ name: "visitors.csv", mimeType: "text/csv", buffer: Buffer.from(text, "utf8") });
const chooser = (page: Page) => page.locator('input[type="file"]');

test("the lead time is told before anything is sent, on both sides' clocks", async () => {
  const open = await theatre.open({ ...requester, language: "en", path: "visits/new" });
  const { page } = open;
  await page.getByLabel("From", { exact: true }).fill("2022-03-15");
  const told = page.locator(".lead");
  await expect.poll(() => told.textContent()).toContain("To be sent before");
  await expect.poll(() => told.textContent()).toMatch(/Israel.*Morocco/s);
  await page.getByLabel("From", { exact: true }).fill("2021-11-12");
  await expect.poll(() => told.textContent()).toContain("Too late");
  await open.close();
});

test("a half-filled request outlives a reload", async () => {
  const open = await theatre.open({ ...requester, language: "en", path: "visits/new" });
  const { page } = open;
  await page.getByLabel("Reference", { exact: true }).first().fill("RFV-IL-2021-099");
  await page.reload();
  await expect.poll(() => page.getByLabel("Reference", { exact: true }).first().inputValue()).toBe("RFV-IL-2021-099");
  await page.getByRole("button", { name: "Discard what is typed" }).click();
  await open.close();
});

test("a file's flaws are told by line and column, and nothing of it is taken over", async () => {
  const open = await theatre.open({ ...requester, language: "fr", path: "visits/new" });
  const { page } = open;
  await chooser(page).setInputFiles(file("Fonction;Nationalité;Nom\nAdjoint;Israël;Lévy\n"));
  const note = page.locator(".file-in .note");
  await note.waitFor();
  await expect.poll(() => note.locator("tbody tr").allTextContents()).toEqual([expect.stringContaining("Nationalité")]);
  await expect.poll(() => page.locator(".file-in [role=status]").count()).toBe(0);
  await open.close();
});

test("visitors of a file leave only digests in the form, and script in a field stays text", async () => {
  const open = await theatre.open({ ...requester, language: "ar", path: "visits/new" });
  const { page } = open;
  const script = "<img src=x onerror=document.title='run'>";
  await chooser(page).setInputFiles(file(`الصفة,الجنسية,الاسم العائلي\n${script},IL,العلوي\nمترجم,MA,כהן\n`));
  await page.locator(".file-in [role=status]").waitFor();
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(kept).not.toContain("العلوي");
  expect(kept).toMatch(/sha256:[0-9a-f]{64}/);
  await expect.poll(() => page.title()).not.toContain("run");
  await open.close();
});

test("the second site is decided by a signed act, and the requester sees it without loading anew", async () => {
  const there = await theatre.open({ ...requester, language: "en", path: `visits/${dossier}` });
  await expect.poll(() => there.page.getByText("No decision yet").count()).toBe(1);
  const open = await theatre.open({ ...host, language: "en", path: `visits/${dossier}` });
  const { page } = open;
  await page.getByRole("button", { name: "Decide for this site" }).click();
  await page.getByRole("dialog").getByRole("radio").first().check({ force: true });
  await page.getByRole("button", { name: "Read and sign" }).click();
  await page.getByRole("button", { name: "Sign with the demonstration’s key" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(() => page.getByText("No decision yet").count(), { timeout: 10_000 }).toBe(0);
  await expect.poll(() => there.page.getByText("No decision yet").count(), { timeout: 10_000 }).toBe(0);
  await open.close();
  await there.close();
});
