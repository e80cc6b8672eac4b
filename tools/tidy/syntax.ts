// The rules that need the syntax tree: how long a function is, and the constructs the house does without, each with
// what to write instead.

import type { Finding } from "../finding.ts";
import { isNode, lineAt, nameOf, type SourceFile, type SyntaxNode, walk } from "../source.ts";

const maxFunctionLines = 70;

/** A construct that is not written here: by the type of its node. */
const bannedNodes: Readonly<Record<string, readonly [rule: string, message: string]>> = {
  TSAnyKeyword: ["any", "Write the type, or `unknown` and narrow it."],
  TSEnumDeclaration: ["enum", "Write an `as const` table and derive the union from it."],
  TSModuleDeclaration: ["namespace", "Write a file: it is already a module."],
  TSParameterProperty: ["parameter property", "Declare the field and assign it: Node only strips types."],
  TSNonNullExpression: ["non-null", "Narrow it, or throw a Fault that says what was promised."],
  Decorator: ["decorator", "Call the function."],
  ExportAllDeclaration: ["export *", "Name what the door lets out."],
  ExportDefaultDeclaration: ["default export", "Give it a name."],
};

const consoleFolders: ReadonlySet<string> = new Set(["tools", "bench", "sim", "examples"]);

/** `brands`: the types that are brands, by name. Only their parsers cast to them. */
export function checkSyntax(file: SourceFile, brands: ReadonlySet<string>): Finding[] {
  const { path, text } = file;
  const findings: Finding[] = [];
  const isTest = /\.test\.tsx?$/.test(path);
  const add = (node: SyntaxNode, rule: string, message: string): void => {
    findings.push({ path, line: lineAt(text, node.start), rule, message });
  };
  walk(file.tree, (node, parents) => {
    const banned = bannedNodes[node.type];
    // `declare module` and `declare global` describe what is there already.
    if (banned !== undefined && !(node.type === "TSModuleDeclaration" && node.declare === true)) add(node, ...banned);
    if (node.type === "CatchClause" && isEmptyBlock(node.body)) {
      add(node, "empty catch", "Name the one error that is expected and why it is none; throw the others on.");
    }
    if (node.type === "MemberExpression" && nameOf(node.object) === "console" && !mayPrint(path)) {
      add(node, "console", "Only the edge prints: return a value, or take a log as an argument.");
    }
    if (node.type === "TSAsExpression" && !isTest && !isAllowedCast(node, brands) && !inParser(node, parents)) {
      add(node, "cast", "Only a parser casts. Narrow it, or parse it with a schema.");
    }
    const vague = /(utils?|helpers?|manager)$/i.exec(nameOf(node.id) ?? "")?.[0];
    if (vague !== undefined) add(node, "name", `"${vague}" says nothing; name it by the noun of the domain.`);
    checkFunction({ file, node, parent: parents.at(-1), add });
  });
  return findings;
}

function isEmptyBlock(node: unknown): boolean {
  return isNode(node) && Array.isArray(node.body) && node.body.length === 0;
}

function mayPrint(path: string): boolean {
  return path.startsWith("src/cli/") || consoleFolders.has(path.split("/")[0] ?? "");
}

function isAllowedCast(node: SyntaxNode, brands: ReadonlySet<string>): boolean {
  const type = node.typeAnnotation;
  const name = isNode(type) ? nameOf(type.typeName) : undefined;
  return name !== undefined && (name === "const" || brands.has(name));
}

/**
 * A parser has just checked what it casts; a cast through `unknown` says that nothing was checked, and is told once.
 */
function inParser(node: SyntaxNode, parents: readonly SyntaxNode[]): boolean {
  if (parents.at(-1)?.type === "TSAsExpression") return true;
  if (isNode(node.expression) && node.expression.type === "TSAsExpression") return false;
  return parents.some((each) => each.type === "FunctionDeclaration" && /^(parse|is)[A-Z]/.test(nameOf(each.id) ?? ""));
}

const functionTypes: ReadonlySet<string> = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
]);

interface Visited {
  readonly file: SourceFile;
  readonly node: SyntaxNode;
  readonly parent: SyntaxNode | undefined;
  readonly add: (node: SyntaxNode, rule: string, message: string) => void;
}

function checkFunction({ file, node, parent, add }: Visited): void {
  if (!functionTypes.has(node.type)) return;
  if (parent?.type === "CallExpression" && nameOf(parent.callee) === "describe") return;
  const length = lineAt(file.text, node.end) - lineAt(file.text, node.start) + 1;
  if (length > maxFunctionLines) {
    add(node, "function length", `${length} lines; a function has at most ${maxFunctionLines}. Give its steps names.`);
  }
}

/** The names of the brands a file declares: `export type ActId = Brand<string, "ActId">`. */
export function brandsOf(file: SourceFile): string[] {
  const names: string[] = [];
  walk(file.tree, (node) => {
    if (node.type !== "TSTypeAliasDeclaration" || !isNode(node.typeAnnotation)) return;
    const name = nameOf(node.id);
    if (name !== undefined && nameOf(node.typeAnnotation.typeName) === "Brand") names.push(name);
  });
  return names;
}
