// The form by which a dossier of any procedure is opened, made from its declaration, in a real browser.

import { afterAll, beforeAll, expect, test } from "vitest";
import { openTheatre, type Theatre } from "../../../test/browser/pages.ts";
import { z } from "../../base/index.ts";

const procedures = z.looseObject({ items: z.array(z.looseObject({ name: z.string() })).min(10) });

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ before: "programme.version3" });
}, 240_000);
afterAll(() => theatre?.close());

test("every procedure of the catalogue can be opened by a form made from its declaration", async () => {
  const officer = "adn-security-liaison-officer";
  const { page, close } = await theatre.open({ side: "MA", officer, language: "en", path: "open" });
  const answer = await page.request.get(`/api/accords/${theatre.stage.accord}/procedures`);
  for (const { name } of procedures.parse(await answer.json()).items) {
    await page.goto(`/accords/${theatre.stage.accord}/open/${name}`);
    await page.locator("main form.form, main .sheet__body p").first().waitFor();
    expect([name, await page.locator("main .err").count()]).toEqual([name, 0]);
  }
  await close();
}, 240_000);
