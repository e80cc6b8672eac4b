// Every page of the application in its four languages on two real nodes with the whole story: at full width without a
// finding of axe (WCAG 2.2 AA), nothing wider than a telephone at 390 px, with a title, and with nothing that the
// browser complains of. A campaign of its own: `npm run pages`.

import { afterAll, beforeAll, expect, test } from "vitest";
import { everyPath } from "../../test/browser/every-page.ts";
import { checkAccessible, type Language, languages, openTheatre, type Theatre } from "../../test/browser/pages.ts";

const chairs = {
  MA: { side: "MA", officer: "adn-security-liaison-officer" },
  IL: { side: "IL", officer: "mod-security-liaison-officer" },
} as const;
const wide = { width: 1440, height: 900 } as const;
const narrow = { width: 390, height: 844 } as const;

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 240_000);
afterAll(() => theatre?.close());

test.each(languages)("pages have a title, no flaw that axe finds, and a telephone's width, in %s", goThrough, 900_000);

async function goThrough(language: Language): Promise<void> {
  const { page, close } = await theatre.open({ ...chairs[language === "he" ? "IL" : "MA"], language });
  const { accord } = theatre.stage;
  const paths = await everyPath(page, accord);
  expect(paths.length).toBeGreaterThan(20);
  const flaws: string[] = [];
  for (const path of paths) {
    await page.setViewportSize(wide);
    await page.goto(`/accords/${accord}/${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
    await page.locator("main h1").first().waitFor();
    await expect.poll(() => page.locator("main [aria-busy=true]").count(), { timeout: 20_000 }).toBe(0);
    await checkAccessible(page).catch((cause: unknown) => flaws.push(`${path}: ${String(cause)}`));
    if (!/^\S.* — Entente$/.test(await page.title())) flaws.push(`${path}: the title is "${await page.title()}".`);
    await page.setViewportSize(narrow);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wider > 1) flaws.push(`${path}: ${wider} px wider than the telephone.`);
  }
  expect(flaws).toEqual([]);
  await close();
}
