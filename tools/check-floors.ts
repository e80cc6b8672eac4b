// Holds the tree to the house of docs/architecture.md: imports only go down and enter by the doors, each package stays
// in its room, the pure rooms touch no machine, clocks stand at the rim, and no two files of a room import each other
// in a ring. It reads imports and global names; what a room may *do* with a lower one is the compiler's and the tests'
// matter.

import { posix } from "node:path";
import { type Finding, report } from "./finding.ts";
import {
  browserDoor,
  browserDoorRooms,
  impureGlobals,
  isRoom,
  machineModules,
  mayEnter,
  nativeDoor,
  nativeDoorRooms,
  packageRooms,
  pureRooms,
  type Room,
  rimRooms,
  rooms,
  testPackages,
  yard,
} from "./floors.ts";
import { type Import, lineAt, nameOf, parseSource, type SourceFile, type SyntaxNode, walk } from "./source.ts";
import { listFiles, readText } from "./tree.ts";

/** Where a file stands. `support`: tests and what only tests use, which may hold what production code may not. */
interface Place {
  readonly room: Room | undefined;
  /** The top folder: "src", or a part of the yard. */
  readonly top: string;
  readonly support: boolean;
}

function placeOf(path: string): Place {
  const [top = "", second] = path.split("/");
  const support = /\.test\.tsx?$/.test(path) || /^src\/[^/]+\/(.+\/)?testing(\.ts$|\/)/.test(path);
  return { room: top === "src" && isRoom(second) ? second : undefined, top, support };
}

export function checkFloors(files: readonly SourceFile[]): Finding[] {
  const known = new Set(files.map((file) => file.path));
  return [...files.flatMap((file) => [...checkImports(file, known), ...checkPurity(file)]), ...checkRings(files)];
}

function checkImports(file: SourceFile, known: ReadonlySet<string>): Finding[] {
  const place = placeOf(file.path);
  if (place.top === "src" && place.room === undefined) {
    const message = `src/ has the rooms ${Object.keys(rooms).join(", ")}; this file is in none of them.`;
    return [{ path: file.path, line: 1, rule: "floors", message }];
  }
  return file.imports.flatMap((entry) => {
    const message = entry.specifier.startsWith(".")
      ? againstDoors({ file, place, entry, known })
      : againstPackages(place, { path: file.path, specifier: entry.specifier });
    return message === undefined ? [] : [{ path: file.path, line: entry.line, rule: "floors", message }];
  });
}

interface Step {
  readonly file: SourceFile;
  readonly place: Place;
  readonly entry: Import;
  readonly known: ReadonlySet<string>;
}

function againstDoors({ file, place, entry, known }: Step): string | undefined {
  const target = posix.join(posix.dirname(file.path), entry.specifier);
  if (/\.tsx?$/.test(target) && !known.has(target)) return `"${entry.specifier}" is not a file.`;
  if (/\.test\.tsx?$/.test(target)) return "A test is imported by nothing; move what is shared to test/ or testing.ts.";
  const to = placeOf(target);
  if (place.room !== undefined && to.room === place.room) {
    return to.support && !place.support ? `${target} is for tests; production code may not import it.` : undefined;
  }
  if (to.room !== undefined) return againstRoom({ place, to: to.room, target });
  if (place.room === undefined) {
    const free = to.top === place.top || to.top === "test" || !yard.has(to.top);
    return free ? undefined : `${place.top}/ may not import ${to.top}/; share it through a room or test/.`;
  }
  if (to.top === "test") return place.support ? undefined : "test/ is for tests; production code may not import it.";
  return `No room imports ${to.top}/. Move what is needed into a room.`;
}

function againstRoom(step: { readonly place: Place; readonly to: Room; readonly target: string }): string | undefined {
  const { place, to, target } = step;
  if (place.room !== undefined && !mayEnter(place.room, to) && !(place.support && target === nativeDoor)) {
    const lower: readonly string[] = rooms[place.room];
    return `${place.room} may import ${lower.join(", ") || "no room"}; not ${to}.`;
  }
  if (target === nativeDoor) {
    const enters = place.room === undefined || place.support || nativeDoorRooms.has(place.room);
    return enters ? undefined : `${nativeDoor} is for node, cli, store and tests; take the Suite as an argument.`;
  }
  if (target === browserDoor) {
    const enters = place.room === undefined || place.support || browserDoorRooms.has(place.room);
    return enters ? undefined : `${browserDoor} is for web and tests; take the Suite as an argument.`;
  }
  if (target === `src/${to}/testing.ts`) {
    return place.support || place.room === undefined ? undefined : `${target} is for tests; do not import it here.`;
  }
  return target === `src/${to}/index.ts` ? undefined : `Enter ${to} by its door, src/${to}/index.ts, not by ${target}.`;
}

function againstPackages(
  place: Place,
  { path, specifier }: { readonly path: string; readonly specifier: string },
): string | undefined {
  if (specifier.startsWith("node:")) return againstNode(place, { path, specifier });
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  if (testPackages.has(name)) {
    const allowed = place.support || place.room === undefined;
    return allowed ? undefined : `${name} is for tests; production code may not import it.`;
  }
  const owner = packageRooms[name];
  if (owner === undefined) return `The package ${name} belongs to no room; name its room in tools/floors.ts.`;
  if (owner === place.room) return undefined;
  return `${name} belongs to ${owner}; take what you need from src/${owner}/index.ts.`;
}

function againstNode(
  place: Place,
  { path, specifier }: { readonly path: string; readonly specifier: string },
): string | undefined {
  if (place.room === undefined || place.support || path === nativeDoor) return undefined;
  if (pureRooms.has(place.room))
    return `${place.room} compiles without Node; take what ${specifier} gives as an argument.`;
  if (rimRooms.has(place.room) || !machineModules.has(specifier)) return undefined;
  return `${specifier} reaches the machine, which only node, cli and the drivers of store may; take it as an argument.`;
}

/** Global names and clocks: `process` in a pure room, `Date.now()` below the rim. */
function checkPurity(file: SourceFile): Finding[] {
  const place = placeOf(file.path);
  const pure = place.room !== undefined && pureRooms.has(place.room) && !place.support && file.path !== nativeDoor;
  const still = !mayReadClock(file.path, place);
  if (!pure && !still) return [];
  const declared = declaredNames(file);
  const findings: Finding[] = [];
  const add = (node: SyntaxNode, message: string): void => {
    findings.push({ path: file.path, line: lineAt(file.text, node.start), rule: "purity", message });
  };
  walk(file.tree, (node, parents) => {
    const clock = still ? clockOf(node) : undefined;
    if (clock !== undefined) add(node, `${clock} is a clock or chance of the machine; take it as an argument.`);
    const name = nameOf(node);
    if (!pure || name === undefined || !impureGlobals.has(name) || declared.has(name)) return;
    if (isReference(node, parents.at(-1))) add(node, `${name} is not in every runtime; take it as an argument.`);
  });
  return findings;
}

/**
 * The simulator's time is virtual: only its entry may look at the machine's. Tests may measure time but not be random.
 */
function mayReadClock(path: string, place: Place): boolean {
  if (place.room === undefined) return place.top !== "sim" || path === "sim/main.ts";
  return rimRooms.has(place.room) || path === nativeDoor;
}

function clockOf(node: SyntaxNode): string | undefined {
  if (node.type === "MemberExpression") {
    const name = `${nameOf(node.object)}.${nameOf(node.property)}`;
    return ["Date.now", "Math.random", "Temporal.Now"].includes(name) ? name : undefined;
  }
  const bare = node.type === "NewExpression" && nameOf(node.callee) === "Date";
  const empty = Array.isArray(node.arguments) && node.arguments.length === 0;
  return bare && empty ? "new Date()" : undefined;
}

function isReference(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined) return true;
  if (parent.computed !== true && (parent.property === node || parent.key === node)) return false;
  return !["ImportSpecifier", "ExportSpecifier", "TSQualifiedName", "LabeledStatement"].includes(parent.type);
}

/** Names the file itself declares: a parameter called `fetch` is a port, not the global. */
function declaredNames(file: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (node: unknown): void => {
    const name = nameOf(node);
    if (name !== undefined) names.add(name);
  };
  walk(file.tree, (node, parents) => {
    add(node.id);
    add(node.local);
    if (Array.isArray(node.params)) node.params.forEach(add);
    const pattern = parents.at(-2)?.type === "ObjectPattern" || parents.at(-1)?.type === "ObjectPattern";
    if (pattern && node.type === "Property") add(node.value);
  });
  return names;
}

/**
 * Rings of imports inside a room, each told once: files that run each other's code before either is whole. An import of
 * types is erased and closes no ring, so that a part may name the type of the whole it belongs to.
 */
function checkRings(files: readonly SourceFile[]): Finding[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const findings: Finding[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start !== -1) {
      const ring = [...trail.slice(start), path].map((each) => posix.basename(each)).join(" -> ");
      findings.push({ path, line: 1, rule: "ring", message: `${ring}: move what both need to a third file.` });
      return;
    }
    const file = byPath.get(path);
    if (file === undefined || done.has(path)) return;
    for (const { specifier, erased } of file.imports) {
      if (erased) continue;
      const target = posix.join(posix.dirname(path), specifier);
      const room = placeOf(target).room;
      if (specifier.startsWith(".") && room !== undefined && room === placeOf(path).room)
        visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of byPath.keys()) visit(path, []);
  return findings;
}

const checkedFolders: ReadonlySet<string> = new Set(["src", ...yard]);

if (import.meta.main) {
  const paths = listFiles()
    .map((file) => file.path)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts") && checkedFolders.has(path.split("/")[0] ?? ""));
  const files = paths.map((path) => parseSource(path, readText(path)));
  report({ name: "floors", files: files.length, findings: checkFloors(files) });
}
