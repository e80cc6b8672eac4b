// Every relative link of the hand-written and the generated pages leads somewhere, and every path they name exists.

import { posix } from "node:path";
import { expect, test } from "vitest";
import { anchorsOf, linksOf, pathsOf } from "./markdown.ts";
import { listFiles, readText } from "./tree.ts";

const files = new Set(listFiles().map((file) => file.path));
const folders = new Set([...files].map((path) => posix.dirname(path)));
const pages = [...files].filter((path) => path.endsWith(".md"));
const fileEnding = /\.[a-z0-9]+$/;

function brokenLinks(page: string, text: string): string[] {
  return linksOf(text).flatMap(({ line, target }) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? page : posix.normalize(posix.join(posix.dirname(page), path));
    if (!files.has(file)) return folders.has(file.replace(/\/$/, "")) ? [] : [`${page}:${line} ${target}: no file`];
    if (anchor === undefined || !file.endsWith(".md")) return [];
    return anchorsOf(readText(file)).has(anchor) ? [] : [`${page}:${line} ${target}: no such heading`];
  });
}

test("every relative link of every page resolves, down to its heading", () => {
  expect(pages.length).toBeGreaterThan(8);
  expect(pages.flatMap((page) => brokenLinks(page, readText(page)))).toEqual([]);
});

test("every path of the repository that a page names exists", () => {
  const lost = pages.flatMap((page) =>
    pathsOf(readText(page)).flatMap(({ line, target }) =>
      files.has(target) || !fileEnding.test(target) ? [] : [`${page}:${line} ${target}`],
    ),
  );
  expect(lost).toEqual([]);
});

test("a link to no file, to no heading and a path that is not there are found, and code is not read for links", () => {
  const text = "# One\n[a](lost.md) [b](#two) [c](https://example.org) `[d](lost.md)`\n```\n[e](lost.md)\n```\n";
  expect(brokenLinks("docs/x.md", text)).toEqual(["docs/x.md:2 lost.md: no file", "docs/x.md:2 #two: no file"]);
  expect(brokenLinks("README.md", "[b](#no-such-heading)")).toEqual(["README.md:1 #no-such-heading: no such heading"]);
  expect(pathsOf("see `src/lost.ts` and `npm test`")).toEqual([{ line: 1, target: "src/lost.ts" }]);
});

test("headings are named as GitHub names them", () => {
  const text = '## Init and join: the ceremony\n### Checks: fsck, doctor\n<a id="seal.badNote"></a>\n';
  expect([...anchorsOf(text)]).toEqual(["init-and-join-the-ceremony", "checks-fsck-doctor", "seal.badNote"]);
});
