// The tidy rules' own test: each rule is broken once by a small text, and kept once.

import { expect, test } from "vitest";
import { parseSource } from "./source.ts";
import { brandsOf, checkSyntax } from "./tidy/syntax.ts";
import { checkKind, checkText } from "./tidy/text.ts";
import { checkDeadFiles, checkRefusals } from "./tidy/whole.ts";
import { wrapComments } from "./tidy/wrap.ts";
import { withoutExceptions } from "./tidy.ts";
import { ignoredBy } from "./tree.ts";

function rulesBroken(text: string, path = "src/acts/act.ts"): string[] {
  const file = parseSource(path, text);
  return checkSyntax(file, new Set(brandsOf(file))).map((finding) => finding.rule);
}

test.each([
  ["any", "export const a = (x: any) => x;"],
  ["enum", "export enum A { B }"],
  ["namespace", "export namespace A { export const b = 1; }"],
  ["non-null", "export const a = (x?: number) => x!;"],
  ["parameter property", "export class A { constructor(readonly b: number) { this.b; } }"],
  ["export *", 'export * from "./other.ts";'],
  ["default export", "export default 1;"],
  ["empty catch", "try { a(); } catch {}"],
  ["console", 'console.log("here");'],
  ["cast", "export const a = (x: unknown) => x as string;"],
  ["name", "export class StoreManager {}"],
  ["function length", `export function long() {${"\n  one();".repeat(70)}\n}`],
])("the rule %s is held", (rule, text) => {
  expect(rulesBroken(text)).toEqual([rule]);
});

test("a brand's parser casts to its brand, a table is const, a command prints", () => {
  const brand = 'type Id = Brand<string, "Id">; export const id = (text: string) => text as Id;';
  expect(rulesBroken(brand)).toEqual([]);
  expect(rulesBroken("export const a = [1, 2] as const;")).toEqual([]);
  expect(rulesBroken('console.log("here");', "src/cli/print.ts")).toEqual([]);
});

test("a parser casts what it checked, but never by way of unknown", () => {
  expect(rulesBroken("function parseAct(x: unknown) { return x as Act; }")).toEqual([]);
  expect(rulesBroken("function parseAct(x: unknown) { return x as unknown as Act; }")).toEqual(["cast"]);
});

test("long lines, long files, bare markers and a machine's paths are told by their line", () => {
  const rules = (text: string) => checkText({ path: "src/acts/act.ts", text }).map((each) => [each.line, each.rule]);
  expect(rules(`const a = 1;\n${"x".repeat(121)}\n`)).toEqual([[2, "columns"]]);
  expect(rules("\n".repeat(301))).toEqual([[300, "length"]]);
  expect(rules(`// TO${"DO"}: later\n// @TO${"DO"}: later\n`)).toEqual([[1, "marker"]]);
  expect(rules(`open("/ho${"me"}/anna/key"); open("/v1/home/key");\n`)).toEqual([[1, "machine path"]]);
});

test("files of unknown kinds, heavy files and names that say nothing are refused", () => {
  const rules = (path: string, bytes = 1) => checkKind({ path, bytes }).map((each) => each.rule);
  expect(rules("docs/picture.psd")).toEqual(["kind"]);
  expect(rules("docs/big.json", 600_000)).toEqual(["size"]);
  expect(rules("src/acts/act-utils.ts")).toEqual(["name"]);
  expect(rules("src/acts/helpers/act.ts")).toEqual(["name"]);
  expect(rules("src/acts/act.ts")).toEqual([]);
});

test("a file that only its own test imports is dead", () => {
  const files = [
    parseSource("src/acts/index.ts", 'export { a } from "./a.ts";'),
    parseSource("src/acts/a.ts", 'export const a = new URL("./worker.ts", import.meta.url);'),
    parseSource("src/acts/worker.ts", "export const w = 1;"),
    parseSource("src/acts/b.ts", "export const b = 1;"),
    parseSource("src/acts/b.test.ts", 'import { b } from "./b.ts";'),
  ];
  expect(checkDeadFiles(files).map((finding) => finding.path)).toEqual(["src/acts/b.ts"]);
});

test("a refusal must be given, tested, in whole sentences, and with what its words need", () => {
  const words = { "acts.bad": { failed: "{name} is bad.", expected: "a good one.", todo: "Mend it." } };
  const messages = (source: string, tested: string) =>
    checkRefusals({
      files: [parseSource("src/acts/a.ts", source), parseSource("src/acts/a.test.ts", tested)],
      vectors: [],
      words,
    }).map((finding) => finding.message);
  expect(messages('refuse("acts.bad", { name: "x" });', '"acts.bad"')).toEqual([]);
  expect(messages("", '"acts.bad"')).toEqual(["acts.bad: No code gives this refusal. Remove it."]);
  expect(messages('refuse("acts.bad", { name });', "")).toEqual(["acts.bad: No test expects this refusal. Write one."]);
  expect(messages('refuse("acts.bad");', '"acts.bad"')).toEqual(["The words of acts.bad need name in the details."]);
});

test("an exception silences its finding, and is a finding itself when nothing needs it", () => {
  const finding = { path: "a.ts", line: 3, rule: "any", message: "Write the type." };
  const allowed = [{ path: "a.ts", rule: "any", reason: "Old." }];
  expect(withoutExceptions([finding], allowed)).toEqual([]);
  expect(withoutExceptions([], allowed)[0]?.message).toContain("remove its exception");
});

test("the forms of .gitignore in use are read, and another form is refused", () => {
  const ignored = ignoredBy("node_modules/\n/.demo/\n*.log\n");
  expect(["node_modules", "a/node_modules", ".demo", "x.log", ".git"].every(ignored)).toBe(true);
  expect(ignored("a/.demo")).toBe(false);
  expect(() => ignoredBy("a/**/b")).toThrow("is of a form");
});

test("a too long comment is broken, its words flow on, and code and lists stay", () => {
  const words = `${"word ".repeat(22)}word`;
  const long = `${words} and more`;
  const code = `const text = "${"x".repeat(130)}";`;
  expect(wrapComments(`// ${long}\n// next line\n`)).toBe(`// ${words}\n// and more next line\n`);
  expect(wrapComments(`// ${long}\n// - a list\n`)).toBe(`// ${words}\n// and more\n// - a list\n`);
  expect(wrapComments(`  /** ${long} */\n`)).toBe(`  /**\n   * ${words}\n   * and more\n   */\n`);
  expect(wrapComments(code)).toBe(code);
});
