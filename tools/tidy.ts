// The house rules that a script can hold: sizes, lengths, names, constructs the house does without, dead files,
// refusals that are never given or never tested. A remark made twice in review becomes a rule here. What may break one,
// and why, stands in tidy/exceptions.ts.

import { readFileSync, writeFileSync } from "node:fs";
import { refusalWords } from "../src/base/index.ts";
import { type Finding, report } from "./finding.ts";
import { parseSource, type SourceFile } from "./source.ts";
import { type Exception, exceptions } from "./tidy/exceptions.ts";
import { brandsOf, checkSyntax } from "./tidy/syntax.ts";
import { checkKind, checkText } from "./tidy/text.ts";
import { checkDeadFiles, checkRefusals } from "./tidy/whole.ts";
import { wrapComments } from "./tidy/wrap.ts";
import { listFiles, readText } from "./tree.ts";

/** The findings without those an exception allows; an exception that allows none is a finding. */
export function withoutExceptions(findings: readonly Finding[], allowed: readonly Exception[]): Finding[] {
  const matches = (each: Exception, finding: Finding): boolean =>
    each.path === finding.path && each.rule === finding.rule;
  const left = findings.filter((finding) => !allowed.some((each) => matches(each, finding)));
  const idle = allowed.filter((each) => !findings.some((finding) => matches(each, finding)));
  return [
    ...left,
    ...idle.map(({ path, rule }): Finding => {
      const message = `${path} no longer breaks the rule "${rule}"; remove its exception.`;
      return { path: "tools/tidy/exceptions.ts", line: 1, rule: "exception", message };
    }),
  ];
}

function main(): void {
  const tree = listFiles();
  const findings: Finding[] = tree.flatMap(checkKind);
  const sources: SourceFile[] = [];
  const vectors: string[] = [];
  for (const { path } of tree) {
    if (/\.(ttf|bin)$/.test(path) || path === "package-lock.json") continue;
    const text = readText(path);
    findings.push(...checkText({ path, text }));
    if (path.startsWith("vectors/")) vectors.push(text);
    if (/\.(tsx?|mjs)$/.test(path) && !path.endsWith(".d.ts")) sources.push(parseSource(path, text));
  }
  const brands = new Set(sources.flatMap(brandsOf));
  findings.push(...sources.flatMap((file) => checkSyntax(file, brands)));
  const typed = sources.filter((file) => /\.tsx?$/.test(file.path));
  findings.push(...checkDeadFiles(typed), ...checkRefusals({ files: typed, vectors, words: refusalWords }));
  report({ name: "tidy", files: tree.length, findings: withoutExceptions(findings, exceptions) });
}

function wrap(paths: readonly string[]): void {
  for (const path of paths) {
    const text = readFileSync(path, "utf8");
    const wrapped = wrapComments(text);
    if (wrapped === text) continue;
    writeFileSync(path, wrapped);
    console.log(`${path}: comments wrapped.`);
  }
}

if (import.meta.main) {
  const [option, ...paths] = process.argv.slice(2);
  if (option === "--wrap") wrap(paths);
  else main();
}
