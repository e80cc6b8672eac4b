// The whole story with script, elements and direction controls in every free text of every act: each page shows them as
// text, on both sides, and nothing of them runs, stands in the page as an element, or turns what is beside it.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { everyPath } from "../../test/browser/every-page.ts";
import { openTheatre, type Theatre } from "../../test/browser/pages.ts";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ marked: true });
}, 240_000);
afterAll(() => theatre?.close());

const whole = process.env.ENTENTE_PAGES === "all";

const chairs = [
  { side: "MA", officer: "adn-security-liaison-officer", language: "fr" },
  { side: "IL", officer: "mod-security-liaison-officer", language: "he" },
] as const;

/** What of a text written by somebody has got into the page otherwise than as text. Runs in the page. */
function traces(): { readonly elements: number; readonly controls: readonly string[]; readonly shown: number } {
  const control = /[\u202A-\u202E\u2066-\u2069]/;
  const controls: string[] = [];
  if (control.test(document.title)) controls.push(`title: ${document.title}`);
  for (const element of document.body.querySelectorAll("*")) {
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE && control.test(node.nodeValue ?? ""))
        controls.push(`${element.tagName} .${element.className}: ${node.nodeValue}`);
    for (const { name, value } of element.attributes)
      if (name !== "value" && control.test(value)) controls.push(`${element.tagName} ${name}: ${value}`);
  }
  const shown = document.body.textContent.split("class=hit").length - 1;
  return { elements: document.querySelectorAll(".hit").length, controls: controls.slice(0, 10), shown };
}

async function look(page: Page, path: string): Promise<{ readonly flaws: readonly string[]; readonly shown: number }> {
  await page.goto(`/accords/${theatre.stage.accord}/${path}`);
  await page.locator("main h1").first().waitFor();
  await expect.poll(() => page.locator("main [aria-busy=true]").count(), { timeout: 20_000 }).toBe(0);
  // What is folded away is looked at too.
  await page.locator("main details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
  const { elements, controls, shown } = await page.evaluate(traces);
  const flaws = controls.map((control) => `${path}: ${control}`);
  if (elements > 0) flaws.push(`${path}: ${elements} elements`);
  if ((await page.title()) === "hit") flaws.push(`${path}: a script ran`);
  return { flaws, shown };
}

test.each(chairs)(
  "what is written on either side stays text on every page of $side",
  async (chair) => {
    const { page, close } = await theatre.open(chair);
    const flaws: string[] = [];
    page.on("dialog", (dialog) => {
      flaws.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    let shown = 0;
    const paths = await everyPath(page, theatre.stage.accord);
    // Every twelfth page from either chair; `npm run pages` looks at all of them from both.
    const turn = chair.side === "MA" ? 0 : 1;
    for (const path of paths.filter((_, at) => whole || at % 12 === 6 * turn)) {
      const found = await look(page, path);
      flaws.push(...found.flaws);
      shown += found.shown;
    }
    expect(flaws).toEqual([]);
    // The texts do stand on the pages: nothing was passed over.
    expect(shown).toBeGreaterThan(25);
    await close();
  },
  600_000,
);
