// What the built web application was built from, as one digest: the sources that go into it, and what builds them.
// Plain JavaScript for any Node >= 20, because tools/setup.mjs asks before the project's own Node is known to be there.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the build goes; ignored by git. */
export const webFolder = join(root, "dist", "web");
const stampFile = join(root, "dist", "web.stamp");

/** The rooms a browser loads, and the files that say how they are built. */
const sources = [
  "index.html",
  "vite.config.ts",
  "package-lock.json",
  "tools/build-web.ts",
  "tools/messages-plugin.ts",
  ...["web", "base", "seal", "acts", "register", "procedures", "proof", "api"].map((room) => `src/${room}`),
];

/** The digest of what a build would be made from now. */
export function wantedStamp() {
  const hash = createHash("sha256");
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
      return;
    }
    if (/\.test\.tsx?$/.test(path)) return;
    hash.update(`${path}\0`).update(createHash("sha256").update(readFileSync(full)).digest());
  };
  for (const path of sources) add(path);
  return hash.digest("hex");
}

/** The digest the present build was made from; empty when there is none. */
export function builtStamp() {
  return existsSync(stampFile) && existsSync(webFolder) ? readFileSync(stampFile, "utf8") : "";
}

export { stampFile };
