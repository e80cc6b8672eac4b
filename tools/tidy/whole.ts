// The rules that need the whole tree: no file that nothing uses, and no refusal that is never given, never tested, or
// given without what its words need.

import { posix } from "node:path";
import type { Finding } from "../finding.ts";
import { isNode, lineAt, nameOf, type SourceFile, type SyntaxNode, walk } from "../source.ts";

/** Doors and commands: what is started or entered from outside the files. */
const entry = /(^|\/)(index|main|testing|demo|native)\.tsx?$|^tools\/[^/]+\.ts$|^[^/]+\.config\.ts$|\.test\.tsx?$/;

/** Files that no other file names, tests aside: code that only its own test calls is dead too. */
export function checkDeadFiles(files: readonly SourceFile[]): Finding[] {
  const used = new Set<string>();
  for (const file of files) {
    if (/\.test\.tsx?$/.test(file.path) && file.path.startsWith("src/")) continue;
    for (const specifier of namedFiles(file)) used.add(posix.join(posix.dirname(file.path), specifier));
  }
  // What lies under testing/ and test/ exists for the tests.
  const forTests = new Set(files.flatMap((file) => (/\.test\.tsx?$/.test(file.path) ? namedPaths(file) : [])));
  return files.flatMap(({ path }) => {
    const support = /^test\/|\/testing\//.test(path) && forTests.has(path);
    if (entry.test(path) || used.has(path) || support) return [];
    return [{ path, line: 1, rule: "dead file", message: "Nothing imports it. Remove it, or let its door name it." }];
  });
}

function namedPaths(file: SourceFile): string[] {
  return namedFiles(file).map((specifier) => posix.join(posix.dirname(file.path), specifier));
}

/** Imports, and relative names in string literals: a worker is started by `new URL("./worker.ts", import.meta.url)`. */
function namedFiles(file: SourceFile): string[] {
  const names = file.imports.map((each) => each.specifier);
  walk(file.tree, (node) => {
    if (node.type === "Literal" && typeof node.value === "string" && /^\.{1,2}\/.*\.tsx?$/.test(node.value)) {
      names.push(node.value);
    }
  });
  return names;
}

export interface RefusalSources {
  readonly files: readonly SourceFile[];
  /** The project's own vectors: an expected refusal there is a tested one. */
  readonly vectors: readonly string[];
  /** Every code with its words, as `refusalWords` has them. */
  readonly words: Readonly<
    Record<string, { readonly failed: string; readonly expected: string; readonly todo: string }>
  >;
}

export function checkRefusals({ files, vectors, words }: RefusalSources): Finding[] {
  const codes = Object.keys(words);
  const given = new Set<string>();
  const tested = new Set<string>();
  for (const { path, text } of files) {
    if (path.startsWith("src/base/refusals/") || path.startsWith("tools/")) continue;
    const into = /\.test\.tsx?$|\/testing\/|\/testing\.ts$/.test(path) ? tested : given;
    for (const code of codes) if (quotes(text, code)) into.add(code);
  }
  for (const code of codes) if (vectors.some((text) => quotes(text, code))) tested.add(code);
  return [
    ...codes.flatMap((code) => [
      ...checkWords(code, words),
      ...(given.has(code) ? [] : [codeFinding(code, "No code gives this refusal. Remove it.")]),
      ...(tested.has(code) ? [] : [codeFinding(code, "No test expects this refusal. Write one.")]),
    ]),
    ...files.filter((file) => file.path.startsWith("src/")).flatMap((file) => checkDetails(file, words)),
  ];
}

function quotes(text: string, code: string): boolean {
  return text.includes(`"${code}"`) || text.includes(`'${code}'`) || text.includes(`\`${code}\``);
}

function codeFinding(code: string, message: string): Finding {
  return {
    path: `src/base/refusals/${code.split(".")[0]}.ts`,
    line: 1,
    rule: "refusal",
    message: `${code}: ${message}`,
  };
}

function checkWords(code: string, words: RefusalSources["words"]): Finding[] {
  const findings: Finding[] = [];
  if (!/^[a-z]+\.[a-z][A-Za-z0-9]*$/.test(code)) {
    findings.push(codeFinding(code, "A code is its room, a dot, and what is wrong in camelCase."));
  }
  for (const [part, sentence] of Object.entries(words[code] ?? {})) {
    // "expected" may also be read on after "Expected:", in lower case.
    const begins = part === "expected" || /^["A-Z{]/.test(sentence);
    if (!begins || !/[.?]$/.test(sentence)) findings.push(codeFinding(code, `"${part}" is not a whole sentence.`));
  }
  return findings;
}

/** Where `refuse(code, details)` is written out, the details must fill every placeholder of the words. */
function checkDetails(file: SourceFile, words: RefusalSources["words"]): Finding[] {
  const findings: Finding[] = [];
  walk(file.tree, (node) => {
    if (node.type !== "CallExpression" || nameOf(node.callee) !== "refuse" || !Array.isArray(node.arguments)) return;
    const [code, details]: unknown[] = node.arguments;
    if (!isNode(code) || typeof code.value !== "string") return;
    const names = details === undefined ? [] : keysOf(details);
    const text = words[code.value];
    if (names === undefined || text === undefined) return;
    const wanted = [text.failed, text.expected, text.todo].join(" ").matchAll(/\{(\w+)\}/g);
    const missing = [...new Set([...wanted].map((match) => match[1] ?? ""))].filter((name) => !names.includes(name));
    if (missing.length === 0) return;
    const message = `The words of ${code.value} need ${missing.join(", ")} in the details.`;
    findings.push({ path: file.path, line: lineAt(file.text, node.start), rule: "refusal", message });
  });
  return findings;
}

/** The keys of an object written out, or undefined where they cannot be read from the text. */
function keysOf(node: unknown): string[] | undefined {
  if (!isNode(node) || node.type !== "ObjectExpression" || !Array.isArray(node.properties)) return undefined;
  const properties: SyntaxNode[] = node.properties.filter(isNode);
  const names = properties.map((property) => (property.computed === true ? undefined : nameOf(property.key)));
  return names.every((name) => name !== undefined) ? names : undefined;
}
