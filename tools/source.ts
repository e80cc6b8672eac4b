// One TypeScript file as the checks see it: its syntax tree and what it imports. The parser is the one Vitest carries
// (ESTree with TypeScript nodes); TypeScript 7 itself has no stable programming interface.

import { parseAst } from "vitest/node";

/** A node of the tree. Only its type and place are known; the rest is looked at where it is needed. */
export interface SyntaxNode {
  readonly type: string;
  /** Offsets into the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Gone before the program runs. */
  readonly erased: boolean;
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly tree: SyntaxNode;
  /**
   * Imports, re-exports, dynamic imports and import types, in order. Dynamic imports of computed names are not here.
   */
  readonly imports: readonly Import[];
}

export function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    typeof value.type === "string" &&
    "start" in value &&
    typeof value.start === "number"
  );
}

/** Throws the parser's own error when the text is not TypeScript. */
export function parseSource(path: string, text: string): SourceFile {
  const lang = path.endsWith("x") ? "tsx" : /\.m?js$/.test(path) ? "js" : "ts";
  const tree: unknown = parseAst(text, { lang, astType: lang === "js" ? "js" : "ts" });
  if (!isNode(tree)) throw new Error(`${path}: the parser gave no tree.`);
  const imports: Import[] = [];
  walk(tree, (node) => {
    const specifier = importedBy(node);
    if (specifier === undefined) return;
    imports.push({ specifier, line: lineAt(text, node.start), erased: isErased(node) });
  });
  return { path, text, tree, imports };
}

const importing: ReadonlySet<string> = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);

function importedBy(node: SyntaxNode): string | undefined {
  if (!importing.has(node.type)) return undefined;
  const source = node.source;
  return isNode(source) && typeof source.value === "string" ? source.value : undefined;
}

/** `import { type A }` is not: stripped of its types it still loads the file. */
function isErased(node: SyntaxNode): boolean {
  return node.type === "TSImportType" || node.importKind === "type" || node.exportKind === "type";
}

/** Visits every node, parents first. `parents` goes from the root to the nearest and is only valid during the visit. */
export function walk(root: SyntaxNode, visit: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void): void {
  const parents: SyntaxNode[] = [];
  const go = (node: SyntaxNode): void => {
    visit(node, parents);
    parents.push(node);
    for (const child of children(node)) go(child);
    parents.pop();
  };
  go(root);
}

function children(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode));
}

/** The line of an offset, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/** The name of an identifier node, or undefined. */
export function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === "Identifier" && typeof node.name === "string" ? node.name : undefined;
}
