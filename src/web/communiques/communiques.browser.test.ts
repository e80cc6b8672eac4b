// A communiqué in a browser, on two nodes that have told the story: the statement that was recorded, its languages side
// by side; and a joint text begun, written in one language beside another.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessible, openTheatre, type Theatre } from "../../../test/browser/pages.ts";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ before: "levels" });
}, 240_000);
afterAll(() => theatre.close());

const dossier = "01890000-0000-7000-8000-0000000000c1";
const accept = "01890000-0000-7000-8000-0000000000c2";

/** An act by the officer of the page, through the API as the pages send it. */
async function make(page: Page, act: { id: string; service: string; step: string; body: object }): Promise<string> {
  return await page.evaluate(
    async ({ act, dossier, accord }) => {
      const label = { policy: "RABAT", classification: "unclassified", releasableTo: ["IL", "MA"] };
      const shared = { dossier, function: "spokesperson", procedure: "communique/1", articles: ["11"] };
      const known = await (await fetch(`/api/accords/${accord}`)).json();
      const whole = { ...shared, ...act, label: { ...label, policy: known.labels.policy } };
      const answer = await fetch(`/api/accords/${accord}/acts`, {
        method: "POST",
        headers: { "content-type": "application/json", "entente-request": "1" },
        body: JSON.stringify({ acts: [whole] }),
      });
      return await answer.text();
    },
    { act, dossier, accord: theatre.stage.accord },
  );
}

test("what was recorded stands side by side, and a joint text is written in one language beside another", async () => {
  const press = { language: "ar", path: "communiques" } as const;
  const ma = await theatre.open({ ...press, side: "MA", officer: "adn-press-spokesperson" });
  await ma.page.locator("main a[href*='/communiques/']").first().click();
  await ma.page.locator(".communique-texts").getByText("Facebook", { exact: false }).first().waitFor();
  await checkAccessible(ma.page);
  const body = { titles: { fr: "Conjoint", ar: "مشترك" }, languages: ["ar", "fr"], reference: "X-1" };
  expect(await make(ma.page, { id: dossier, service: "adn-press", step: "propose", body })).toContain('"registered"');
  await ma.close();

  const il = await theatre.open({ side: "IL", officer: "mod-press-spokesperson", language: "fr", path: "communiques" });
  await il.page.locator(`main a[href$='/communiques/${dossier}']`).click();
  await il.page.getByRole("link", { name: "Accepter" }).first().waitFor();
  const accepted = { id: accept, service: "mod-press", step: "accept", body: { reference: "Y-1" } };
  expect(await make(il.page, accepted)).toContain('"registered"');
  await il.page.getByRole("button", { name: "Écrire le texte : Français" }).click();
  await il.page.getByLabel("Titre", { exact: true }).fill("Un titre");
  await il.page.getByLabel("Lieu", { exact: true }).fill("Rabat");
  await il.page.getByLabel("Paragraphe 1").fill("Un paragraphe.");
  await checkAccessible(il.page);
  await il.page.getByRole("button", { name: "Enregistrer ce texte" }).click();
  await il.page.locator(".communique-texts").getByText("Un paragraphe.").waitFor();
  await il.close();
}, 240_000);
