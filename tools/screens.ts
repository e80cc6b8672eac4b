// `npm run screens`: every page of the application in the four languages, wide and at 390 px, as pictures in screens/,
// to be looked at beside the design. `-- visits` takes only the pages whose path begins so; `-- --before <act>` another
// moment of the story.

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { languages, openTheatre, type Theatre } from "../test/browser/pages.ts";
import { screenPaths } from "./screens/paths.ts";
import { repositoryRoot } from "./tree.ts";

const folder = join(repositoryRoot, "screens");
const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;
const chairs = [
  { side: "MA", officer: "adn-security-liaison-officer" },
  { side: "IL", officer: "mod-security-liaison-officer" },
] as const;

async function picture(theatre: Theatre, path: string): Promise<number> {
  let complaints = 0;
  for (const language of languages) {
    // Hebrew from the other chair: the same state from the other side.
    const chair = chairs[language === "he" ? 1 : 0];
    for (const [name, size] of Object.entries(sizes)) {
      const file = `${path === "" ? "dashboard" : path.replaceAll(/[^\w-]+/g, "_")}.${language}.${name}.png`;
      const opened = await theatre.open({ ...chair, language, path, ...size });
      await opened.page.waitForLoadState("networkidle");
      await opened.page.screenshot({ path: join(folder, file), fullPage: true });
      for (const complaint of opened.complaints) console.error(`${file}: ${complaint}`);
      complaints += opened.complaints.length;
      await opened.context.close();
      console.log(file);
    }
  }
  return complaints;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { before: { type: "string", default: "programme.version3" } },
    allowPositionals: true,
  });
  if (positionals.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const theatre = await openTheatre({ before: values.before });
  let failures = 0;
  try {
    const paths = await screenPaths(theatre);
    const wanted = paths.filter(
      (path) => positionals.length === 0 || positionals.some((prefix) => path.startsWith(prefix)),
    );
    for (const path of wanted) {
      failures += await picture(theatre, path).catch((cause: unknown) => {
        console.error(`${path}: ${String(cause)}`);
        return 1;
      });
    }
  } finally {
    await theatre.close();
  }
  process.exitCode = failures === 0 ? 0 : 1;
}

if (import.meta.main) await main();
