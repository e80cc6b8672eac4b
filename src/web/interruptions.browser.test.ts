// What an officer has begun outlives what goes wrong meanwhile: the link is cut and comes back, the node ends and comes
// back, the session ends. Nothing typed is lost, the page says what is, and one act comes of it.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenPage, openTheatre, type Theatre } from "../../test/browser/pages.ts";
import { z } from "../base/index.ts";

const liaison = { side: "IL", officer: "mod-security-liaison-officer", language: "en" } as const;
const patient = { timeout: 30_000 } as const;
const reason = "One more engineer, after the letter of this morning";

let theatre: Theatre;
let visit = "";
beforeAll(async () => {
  theatre = await openTheatre({ before: "programme.version3" });
  const rows = z.looseObject({ items: z.array(z.looseObject({ row: z.looseObject({ dossier: z.string() }) })) });
  const open = await theatre.open(liaison);
  const answer = await open.page.request.get(`/api/accords/${theatre.stage.accord}/visits`);
  visit = rows.parse(await answer.json()).items[0]?.row.dossier ?? "";
  await open.close();
}, 240_000);
afterAll(() => theatre?.close());

const form = (page: Page) => page.locator("form.form");
const why = (page: Page) => form(page).locator("textarea").first();
const amendments = (page: Page) => page.locator("table.tbl tbody tr", { hasText: "Draft an amendment" });

/** The form of an amendment, half filled: the day is still missing. */
async function halfFilled(): Promise<OpenPage> {
  const open = await theatre.open({ ...liaison, path: `dossiers/${visit}?step=draftAmendment` });
  await why(open.page).fill(reason);
  return open;
}

async function finish(page: Page): Promise<void> {
  await form(page).locator("input[type=date]").first().fill("2021-11-24");
  await form(page).locator("button[type=submit]").click();
}

/** Takes the amendment back, so that the next test can begin one. */
async function dropAmendment(page: Page): Promise<void> {
  await page.goto(`/accords/${theatre.stage.accord}/dossiers/${visit}?step=dropAmendment&lang=en`);
  await form(page).waitFor(patient);
  const text = form(page).locator("textarea, input[type=text]").first();
  if ((await text.count()) > 0) await text.fill("Begun again");
  await form(page).locator("button[type=submit]").click();
  await form(page).waitFor({ state: "detached", ...patient });
}

test("a link that is cut during a form loses nothing, is told, and the act goes when it is back", async () => {
  const { page, close } = await halfFilled();
  const before = await amendments(page).count();
  await theatre.stage.pause("MA");
  await finish(page);
  await expect.poll(() => amendments(page).count(), patient).toBe(before + 1);
  await page
    .getByText(/Link down/)
    .first()
    .waitFor(patient);
  // Registered here, and not yet held by both.
  const ladder = amendments(page).first().locator(".pf");
  await expect.poll(() => ladder.getAttribute("aria-label")).toContain("has not countersigned it yet");
  await theatre.stage.resume("MA");
  const there = await theatre.open({
    ...liaison,
    side: "MA",
    officer: "adn-security-liaison-officer",
    path: `dossiers/${visit}`,
  });
  await expect.poll(() => amendments(there.page).count(), patient).toBe(before + 1);
  await page
    .getByText(/Link down/)
    .first()
    .waitFor({ state: "detached", ...patient });
  await expect.poll(() => ladder.getAttribute("aria-label"), patient).toContain("held by Morocco too");
  await dropAmendment(page);
  await there.close();
  await close();
}, 180_000);

test("a node that ends with its answer on the way: the act is sent again and registered once", async () => {
  const { page, complaints, context } = await halfFilled();
  const before = await amendments(page).count();
  // The act has landed; its answer is lost, and the node with it.
  await page.route(
    "**/acts",
    async (route) => {
      await route.fetch();
      await theatre.stage.kill("IL");
      await route.abort();
    },
    { times: 1 },
  );
  await finish(page);
  await page.getByText("The node does not answer").first().waitFor(patient);
  await expect.poll(() => why(page).inputValue()).toBe(reason);
  const again = page.getByRole("button", { name: "Try again" });
  await expect
    .poll(async () => {
      if ((await again.count()) > 0) await again.first().click();
      return amendments(page).count();
    }, patient)
    .toBe(before + 1);
  await dropAmendment(page);
  // Only that nobody answered for a while.
  expect(complaints.filter((complaint) => !/ERR_|Failed to fetch|Failed to load resource/.test(complaint))).toEqual([]);
  await context.close();
}, 180_000);

test("a session that ends during a form locks the page, and entering again finds the form as it was", async () => {
  const { page, context, close } = await halfFilled();
  const base = theatre.stage.urls.IL;
  const headers = { "entente-request": "1", origin: base, "sec-fetch-site": "same-origin" };
  expect((await context.request.post(`${base}/api/session/end`, { headers })).ok()).toBe(true);
  await page.locator("dialog.lock").waitFor(patient);
  await expect.poll(() => page.locator(".banner--top").isVisible()).toBe(true);
  await page.locator("dialog.lock .btn--primary").click();
  await page.locator("dialog.lock").waitFor({ state: "detached", ...patient });
  await expect.poll(() => why(page).inputValue()).toBe(reason);
  const before = await amendments(page).count();
  await finish(page);
  await expect.poll(() => amendments(page).count(), patient).toBe(before + 1);
  await close();
}, 180_000);
