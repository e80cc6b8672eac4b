// The pages of docs/ that are derived from the code: the refusals, the commands, the procedures, the API. Without
// arguments it writes them; with --check it writes nothing and fails when a page is missing, differs, or belongs to
// nothing any more.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openApi } from "../src/api/index.ts";
import { refusalWords, z } from "../src/base/index.ts";
import { commandGroups, commands } from "../src/cli/index.ts";
import { allProcedures } from "../src/procedures/index.ts";
import { commandsPage } from "./docs/commands.ts";
import { compare } from "./docs/compare.ts";
import { errorsPage } from "./docs/errors.ts";
import { procedurePage } from "./docs/procedures.ts";
import { listFiles, readText, repositoryRoot } from "./tree.ts";

/** Every derived page by its path. Folders named here hold derived pages only. */
function derivedPages(): ReadonlyMap<string, string> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readText("package.json")));
  return new Map([
    ["docs/commands.md", commandsPage({ commands, groups: commandGroups })],
    ["docs/errors.md", errorsPage(refusalWords)],
    ["docs/openapi.json", `${JSON.stringify(openApi({ version }), null, 2)}\n`],
    ...allProcedures.map((each): [string, string] => [`docs/procedures/${each.name}.md`, procedurePage(each)]),
  ]);
}

const derivedFolders: readonly string[] = ["docs/procedures/"];

function main(): void {
  const pages = derivedPages();
  const present = listFiles()
    .map((file) => file.path)
    .filter((path) => pages.has(path) || derivedFolders.some((folder) => path.startsWith(folder)));
  const onDisk = new Map(present.map((path) => [path, readText(path)]));
  const { missing, differing, stray } = compare(pages, onDisk);
  const checking = process.argv.includes("--check");
  for (const path of [...missing, ...differing]) {
    console.log(`${path} ${missing.includes(path) ? "is missing" : "differs from the code"}.`);
    if (checking) continue;
    mkdirSync(dirname(join(repositoryRoot, path)), { recursive: true });
    writeFileSync(join(repositoryRoot, path), pages.get(path) ?? "");
  }
  for (const path of stray) {
    console.log(`${path} is derived from nothing.`);
    if (!checking) rmSync(join(repositoryRoot, path));
  }
  const wrong = missing.length + differing.length + stray.length;
  console.log(
    `${pages.size} documents, ${wrong} ${checking ? "not up to date; run `npm run docs`" : "written or removed"}.`,
  );
  process.exitCode = checking && wrong > 0 ? 1 : 0;
}

if (import.meta.main) main();
