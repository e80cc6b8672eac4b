// What is made from a procedure's declaration, in a real browser: the form by which a dossier is opened, and a step
// whose registration the other side's open page shows.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTheatre, type Theatre } from "../../../test/browser/pages.ts";
import { z } from "../../base/index.ts";

const procedures = z.looseObject({ items: z.array(z.looseObject({ name: z.string() })).min(10) });

const rows = z.looseObject({ items: z.array(z.looseObject({ dossier: z.string() })) });
const detail = z.looseObject({ actions: z.array(z.looseObject({ step: z.string(), side: z.string() })) });
const liaison = { side: "MA", officer: "adn-security-liaison-officer" } as const;
const theirs = { side: "IL", officer: "mod-security-liaison-officer" } as const;

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ before: "programme.version3" });
}, 240_000);
afterAll(() => theatre?.close());

test("every procedure of the catalogue can be opened by a form made from its declaration", async () => {
  const { page, close } = await theatre.open({ ...liaison, language: "en", path: "open" });
  const answer = await page.request.get(`/api/accords/${theatre.stage.accord}/procedures`);
  for (const { name } of procedures.parse(await answer.json()).items) {
    await page.goto(`/accords/${theatre.stage.accord}/open/${name}`);
    await page.locator("main form.form, main .sheet__body p").first().waitFor();
    expect([name, await page.locator("main .err").count()]).toEqual([name, 0]);
  }
  await close();
}, 240_000);

/** A designation by Morocco, of which Israel may take note. */
async function designationToNote(page: Page): Promise<string> {
  const api = `/api/accords/${theatre.stage.accord}/dossiers`;
  const { items } = rows.parse(await (await page.request.get(`${api}?procedure=designation`)).json());
  for (const { dossier } of items) {
    const { actions } = detail.parse(await (await page.request.get(`${api}/${dossier}`)).json());
    if (actions.some(({ step, side }) => step === "takeNote" && side === "IL")) return dossier;
  }
  throw new Error("No designation of which Israel may take note.");
}

test("a step made by its form on one side appears on the other side's open page, marked, without reload", async () => {
  const noting = await theatre.open({ ...theirs, language: "en", path: "directory" });
  const path = `dossiers/${await designationToNote(noting.page)}`;
  const other = await theatre.open({ ...liaison, language: "en", path });
  await other.page.locator(".acts__open").first().waitFor();
  const before = await other.page.locator(".acts__open").count();
  await noting.page.goto(`/accords/${theatre.stage.accord}/${path}?step=takeNote&lang=en`);
  const form = noting.page.locator("form.form");
  await form.locator("textarea, input.input").first().fill("Noted by the test.");
  await form.locator("button[type=submit]").click();
  await expect.poll(() => other.page.locator(".acts__open").count(), { timeout: 60_000 }).toBe(before + 1);
  await other.page.locator("tr .chip--warn").first().waitFor();
  await noting.close();
  await other.close();
}, 240_000);
