// The page that every dossier has, derived from its procedure, in a real browser on two real nodes with the whole
// story: every procedure's, a step made on one side and seen on the other, a document sealed from a form.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTheatre, type Theatre } from "../../../test/browser/pages.ts";
import { z } from "../../base/index.ts";

let theatre: Theatre;
let rows: readonly Row[] = [];
const folder = mkdtempSync(join(tmpdir(), "entente-upload-"));

const rowSchema = z.looseObject({ dossier: z.string(), procedure: z.string(), title: z.string() });
type Row = z.output<typeof rowSchema>;
const list = z.looseObject({ items: z.array(rowSchema) });
const procedures = z.looseObject({ items: z.array(z.looseObject({ name: z.string() })) });

const liaison = { side: "MA", officer: "adn-security-liaison-officer" } as const;
const theirs = { side: "IL", officer: "mod-security-liaison-officer" } as const;

beforeAll(async () => {
  theatre = await openTheatre();
  rows = list.parse(await asked("dossiers?limit=500")).items;
}, 240_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await theatre?.close();
});

async function asked(path: string): Promise<unknown> {
  const { page, close } = await theatre.open({ ...liaison, path: "directory" });
  const answer: unknown = await (await page.request.get(`/api/accords/${theatre.stage.accord}/${path}`)).json();
  await close();
  return answer;
}

test("every procedure of the catalogue can be opened by a form made from its declaration", async () => {
  const { items } = procedures.parse(await asked("procedures"));
  const open = await theatre.open({ ...liaison, language: "en", path: "open" });
  const { page } = open;
  for (const { name } of items) {
    await page.goto(`/accords/${theatre.stage.accord}/open/${name}`);
    await page.locator("main form.form, main .sheet__body p").first().waitFor();
    expect([name, await page.locator("main .err").count()]).toEqual([name, 0]);
  }
  await open.close();
}, 240_000);

test("a step made by its form on one side appears on the other side's open page, marked, without reload", async () => {
  const designation = rows.find((row) => row.procedure === "designation/1");
  const path = `dossiers/${designation?.dossier}`;
  const [noting, other] = await Promise.all([
    theatre.open({ ...theirs, language: "en", path: `${path}?step=takeNote` }),
    theatre.open({ ...liaison, language: "en", path }),
  ]);
  const before = await other.page.locator(".acts__open").count();
  const form = noting.page.locator("form.form");
  await form.locator("textarea, input.input").first().fill("Noted by the test.");
  await form.locator("button[type=submit]").click();
  await form.waitFor({ state: "detached" });
  await expect.poll(() => other.page.locator(".acts__open").count(), { timeout: 15_000 }).toBe(before + 1);
  await other.page.locator("tr .chip--warn").first().waitFor();
  await noting.close();
  await other.close();
}, 90_000);
