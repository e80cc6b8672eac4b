// The pages that promise something name the test that holds it. A test that is gone or renamed fails here, so that
// neither page can go on promising what nothing holds.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "../src/base/index.ts";
import { namedTests } from "./markdown.ts";
import { readText, repositoryRoot } from "./tree.ts";

const pages = ["docs/architecture.md", "docs/threat-model.md"] as const;

/** Whether the file has a test of this title: as a string, a template, or the title of a table of cases. */
function hasTest(file: string, title: string): boolean {
  if (!existsSync(join(repositoryRoot, file))) return false;
  const text = readText(file);
  return [`"${title}"`, `\`${title}\``, `'${title}'`].some((quoted) =>
    new RegExp(`[(,]\\s*${quoted.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")},`).test(text),
  );
}

test.each(pages)("every test that %s names exists", (page) => {
  const named = namedTests(readText(page));
  expect(named.length).toBeGreaterThan(20);
  const lost = named
    .filter(({ file, title }) => !hasTest(file, title))
    .map(({ line, file, title }) => `${page}:${line} ${file}: "${title}"`);
  expect(lost).toEqual([]);
});

test("a row of threats names a test, or says that there is none", () => {
  const text = readText("docs/threat-model.md");
  const rows = text.slice(text.indexOf("## Threats and controls"), text.indexOf("## What is not defended")).split("\n");
  const threats = rows.filter((row) => /^\| (?!---|threat |parser )/.test(row) && !row.startsWith("|---"));
  const bare = threats.filter((row) => !/"|no test|not defended|by construction|the same/.test(row));
  expect(threats.length).toBeGreaterThan(60);
  expect(bare).toEqual([]);
});

test("a test that is not there, or whose file is not, is found", () => {
  expect(hasTest("tools/threat-model.test.ts", "a test that is not there, or whose file is not, is found")).toBe(true);
  expect(hasTest("tools/threat-model.test.ts", ["a test that", "nobody wrote"].join(" "))).toBe(false);
  expect(hasTest("tools/lost.test.ts", "anything")).toBe(false);
  expect(namedTests('| x | `src/a.test.ts`: "one"; "two"; then `src/b.test.ts`: "three" |')).toEqual([
    { line: 1, file: "src/a.test.ts", title: "one" },
    { line: 1, file: "src/a.test.ts", title: "two" },
    { line: 1, file: "src/b.test.ts", title: "three" },
  ]);
});

const lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({ integrity: z.string().optional(), hasInstallScript: z.boolean().optional() }),
  ),
});
const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});

test("every locked package is pinned by its digest and none has an install script", () => {
  const { packages } = lock.parse(JSON.parse(readText("package-lock.json")));
  const locked = Object.entries(packages).filter(([path]) => path !== "");
  expect(locked.length).toBeGreaterThan(20);
  expect(locked.filter(([, one]) => !one.integrity?.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
  expect(locked.filter(([, one]) => one.hasInstallScript).map(([path]) => path)).toEqual([]);
  const asked = manifest.parse(JSON.parse(readText("package.json")));
  const ranges = Object.values(asked).flatMap((group) => Object.values(group));
  expect(ranges.filter((range) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([]);
});
