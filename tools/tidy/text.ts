// The rules that need no syntax tree: kinds and sizes of files, length of files and lines, markers, paths of a machine.

import type { Finding } from "../finding.ts";
import type { TreeFile } from "../tree.ts";

const maxBytes = 512 * 1024;
const maxLines = 300;
export const maxColumns = 120;

/** What a file of this repository may be, by its ending or by its whole name. */
const knownEndings: readonly string[] = [
  ".cedar",
  ".css",
  ".html",
  ".ics",
  ".json",
  ".md",
  ".mjs",
  ".mts",
  ".sql",
  ".svg",
  ".ts",
  ".tsx",
  ".ttf",
  ".txt",
  ".typ",
  ".yaml",
];
const knownNames: ReadonlySet<string> = new Set([".gitignore", ".npmrc", ".ci/run", "LICENSE"]);

const code = /\.(ts|tsx|mjs|css|sql)$/;

/** A path that begins at the root of one person's machine. A route such as `/v1/home/` has letters before it. */
const machinePath = /(?<![\w.:}*])\/(work|home|Users|root|tmp)\//;

const markers = ["@NOTE", "@TODO"] as const;
/** A marker without its sign, and the ones the house does not have; in two parts, so that this file keeps the rule. */
const unmarked = new RegExp(`(?<!@)\\b(TO${"DO"}|FIX${"ME"}|XX${"X"}|HA${"CK"})\\b`);

/** Rules of one file's place and size, before it is read. */
export function checkKind({ path, bytes }: TreeFile): Finding[] {
  const findings: Finding[] = [];
  const add = (rule: string, message: string): void => void findings.push({ path, line: 1, rule, message });
  const known = knownNames.has(path) || knownEndings.some((ending) => path.endsWith(ending));
  if (!known && !path.startsWith("vectors/")) {
    add("kind", "This kind of file is not known here; remove it, or name it in tools/tidy/text.ts with the reason.");
  }
  if (bytes > maxBytes)
    add("size", `${bytes} bytes; a file has at most ${maxBytes}. Generate it, or fetch it when needed.`);
  const named = /(^|[/._-])(utils?|helpers?|manager)s?([/._-]|$)/i.exec(path)?.[2];
  if (named !== undefined) add("name", `"${named}" says nothing; name the file by the noun of the domain it holds.`);
  return findings;
}

/** Rules of one text. Vectors and generated documents are data: only a machine's paths are looked for there. */
export function checkText({ path, text }: { readonly path: string; readonly text: string }): Finding[] {
  const findings: Finding[] = [];
  const lines = text.split("\n");
  const add = (line: number, rule: string, message: string): void => void findings.push({ path, line, rule, message });
  const counted = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  if (code.test(path) && counted > maxLines) {
    add(
      maxLines,
      "length",
      `${counted} lines; a file has at most ${maxLines}. Give its second noun a file of its own.`,
    );
  }
  lines.forEach((line, index) => {
    const at = index + 1;
    const found = machinePath.exec(line)?.[0];
    if (found !== undefined) add(at, "machine path", `"${found}" is a path of one machine; find it at run time.`);
    if (!code.test(path)) return;
    if (line.length > maxColumns && !/https?:\/\/\S{60}/.test(line)) {
      add(
        at,
        "columns",
        `${line.length} columns, at most ${maxColumns}. Break it; tools/tidy.ts --wrap breaks comments.`,
      );
    }
    const marker = unmarked.exec(line)?.[1];
    if (marker !== undefined) add(at, "marker", `"${marker}": the house has two markers, ${markers.join(" and ")}.`);
  });
  return findings;
}
