// A document sealed from a form derived from its step, in a real browser on two real nodes with the whole story.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, test } from "vitest";
import { checkAccessible, openTheatre, type Theatre } from "../../../test/browser/pages.ts";
import { z } from "../../base/index.ts";

let theatre: Theatre;
let rows: readonly Row[] = [];
const folder = mkdtempSync(join(tmpdir(), "entente-upload-"));

const rowSchema = z.looseObject({ dossier: z.string(), procedure: z.string(), title: z.string() });
type Row = z.output<typeof rowSchema>;
const list = z.looseObject({ items: z.array(rowSchema) });

const liaison = { side: "MA", officer: "adn-security-liaison-officer" } as const;
const channel = { side: "MA", officer: "channel-liaison-officer" } as const;

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

test("a document is sealed in a form: paused, taken up after a reload with the same file only, taken out", async () => {
  const file = join(folder, "annex.bin");
  const different = join(folder, "other.bin");
  writeFileSync(file, new Uint8Array(9 * 1024 * 1024).fill(7));
  writeFileSync(different, "another file");
  const open = await theatre.open({ ...channel, language: "en", path: "open/dispatch" });
  const { page } = open;
  const opened = rows.find((row) => row.procedure === "channel/1");
  await page
    .locator("form.form input.input")
    .first()
    .fill(opened?.dossier ?? "");
  const upload = page.locator("fieldset.upload").first();
  const file1 = upload.locator("input[type=file]");
  await file1.setInputFiles(file);
  await upload.getByRole("button", { name: "Pause" }).click();
  await page.locator('fieldset.upload[data-phase="paused"]').waitFor();
  await checkAccessible(page);
  await page.reload();
  await page.locator('fieldset.upload[data-phase="waiting"]').waitFor();
  await file1.setInputFiles(different);
  await page.getByText("This is not the file that was begun").waitFor();
  await file1.setInputFiles(file);
  await page.locator('fieldset.upload[data-phase="sealed"]').waitFor({ timeout: 30_000 });
  await upload.getByText("annex.bin").waitFor();
  await upload.getByRole("button", { name: "Take the document out" }).click();
  await page.locator('fieldset.upload[data-phase="empty"]').first().waitFor();
  await open.close();
});
