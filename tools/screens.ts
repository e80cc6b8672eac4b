// `npm run screens`: every page of the application in the four languages, wide and at 390 px, as pictures in screens/,
// to be looked at beside the design. `-- visits` takes only the pages whose path begins so; `-- --languages ar,he` only
// those; `-- --before <act>` another moment of the story; `-- --folder <path>` another place.

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { type Language, languages, openTheatre, type Theatre } from "../test/browser/pages.ts";
import { screenPaths } from "./screens/paths.ts";
import { repositoryRoot } from "./tree.ts";

const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;
const chairs = [
  { side: "MA", officer: "adn-security-liaison-officer" },
  { side: "IL", officer: "mod-security-liaison-officer" },
] as const;

interface Shooting {
  readonly theatre: Theatre;
  readonly paths: readonly string[];
  readonly folder: string;
}

/** All pages in one language, on one page of the browser. Gives how many it complained of. */
async function pictures({ theatre, paths, folder }: Shooting, language: Language): Promise<number> {
  // Hebrew from the other chair: the same state from the other side.
  const chair = chairs[language === "he" ? 1 : 0];
  const { page, context, complaints } = await theatre.open({ ...chair, language });
  let failures = 0;
  for (const path of paths) {
    const file = `${path === "" ? "dashboard" : path.replaceAll(/[^\w-]+/g, "_")}.${language}`;
    const address = `/accords/${theatre.stage.accord}/${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
    const before = complaints.length;
    await page.setViewportSize(sizes.wide);
    await page
      .goto(address)
      .then(() => picture(page, join(folder, file)))
      .catch((cause: unknown) => {
        failures += 1;
        console.error(`${file}: ${String(cause)}`);
      });
    for (const complaint of complaints.slice(before)) console.error(`${file}: ${complaint}`);
    console.log(file);
  }
  await context.close();
  return failures + complaints.length;
}

async function picture(page: Page, file: string): Promise<void> {
  await page.locator("main h1").first().waitFor();
  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached" });
    await page.screenshot({ path: `${file}.${name}.png`, fullPage: true });
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      before: { type: "string", default: "programme.version3" },
      languages: { type: "string", default: languages.join(",") },
      folder: { type: "string", default: join(repositoryRoot, "screens") },
    },
    allowPositionals: true,
  });
  const { folder } = values;
  if (positionals.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const theatre = await openTheatre({ before: values.before });
  let failures = 0;
  try {
    const all = await screenPaths(theatre);
    const paths = all.filter(
      (path) => positionals.length === 0 || positionals.some((prefix) => path.startsWith(prefix)),
    );
    for (const language of languages.filter((one) => values.languages.split(",").includes(one)))
      failures += await pictures({ theatre, paths, folder }, language);
  } finally {
    await theatre.close();
  }
  process.exitCode = failures === 0 ? 0 : 1;
}

if (import.meta.main) await main();
