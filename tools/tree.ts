// The files of the repository, as a fresh clone would have them: all but what .gitignore names. It reads the few forms
// of .gitignore that the project uses (`name/`, `/name/`, `*.ext`) and refuses the others, so that nothing escapes a
// check because a pattern was misread.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const repositoryRoot: string = dirname(dirname(fileURLToPath(import.meta.url)));

export interface TreeFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
}

/** Whether a path is ignored, by the lines of a .gitignore. Throws on a pattern of a form it does not know. */
export function ignoredBy(gitignore: string): (path: string) => boolean {
  const tests = gitignore
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(patternTest);
  return (path) => path === ".git" || tests.some((matches) => matches(path));
}

function patternTest(pattern: string): (path: string) => boolean {
  const anchored = /^\/([\w.-]+)\/?$/.exec(pattern)?.[1];
  if (anchored !== undefined) return (path) => path === anchored;
  const named = /^([\w.-]+)\/?$/.exec(pattern)?.[1];
  if (named !== undefined) return (path) => path === named || path.endsWith(`/${named}`);
  const ending = /^\*(\.[\w.-]+)$/.exec(pattern)?.[1];
  if (ending !== undefined) return (path) => path.endsWith(ending);
  throw new Error(`.gitignore: "${pattern}" is of a form tools/tree.ts does not read; write it another way.`);
}

/** Every file of the repository, sorted by path. */
export function listFiles(root: string = repositoryRoot): readonly TreeFile[] {
  const ignored = ignoredBy(readFileSync(join(root, ".gitignore"), "utf8"));
  const files: TreeFile[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (ignored(path)) continue;
      if (entry.isDirectory()) visit(path);
      else files.push({ path, bytes: statSync(join(root, path)).size });
    }
  };
  visit("");
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function readText(path: string): string {
  return readFileSync(join(repositoryRoot, path), "utf8");
}
