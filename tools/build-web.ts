// Builds the web application into dist/web: Vite's files, each text also compressed once, and files.json, the list of
// what the node may serve. Run by tools/setup.mjs when the sources are not those of the present build, or by hand.

import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { constants, gzipSync } from "node:zlib";
import { build } from "vite";
import { writeProofPage } from "./build-proof-page.ts";
import { repositoryRoot } from "./tree.ts";
import { builtStamp, stampFile, wantedStamp, webFolder } from "./web-stamp.mjs";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

/** One file the node may serve. `gzip`: its compressed form lies beside it. */
interface ServedFile {
  readonly type: string;
  readonly gzip: boolean;
}

/** Builds beside the present build and takes its place at the end, so that a node at work never reads half of one. */
export async function buildWeb(): Promise<void> {
  const stamp = wantedStamp();
  const making = `${webFolder}.new-${process.pid}`;
  await build({
    root: repositoryRoot,
    configFile: join(repositoryRoot, "vite.config.ts"),
    logLevel: "warn",
    build: { outDir: making },
  });
  await writeProofPage(making);
  const served: Record<string, ServedFile> = {};
  for (const path of filesIn(making)) {
    const type = types[posix.extname(path)];
    if (type === undefined) throw new Error(`The build made ${path}, a kind of file the node does not serve.`);
    if (path === "manifest.json") continue;
    const gzip = /\.(html|js|css|svg|json)$/.test(path);
    const full = join(making, path);
    if (gzip) writeFileSync(`${full}.gz`, gzipSync(readFileSync(full), { level: constants.Z_BEST_COMPRESSION }));
    served[path] = { type, gzip };
  }
  writeFileSync(join(making, "files.json"), `${JSON.stringify(served, null, 2)}\n`);
  takePlace(making);
  writeFileSync(stampFile, stamp);
}

/** Puts a build in the place of the present one, and again when another process has just put its own there. */
function takePlace(making: string): void {
  for (;;) {
    rmSync(webFolder, { recursive: true, force: true });
    try {
      renameSync(making, webFolder);
      return;
    } catch (cause) {
      if (!(cause instanceof Error && "code" in cause && cause.code === "ENOTEMPTY")) throw cause;
    }
  }
}

/** Builds when there is no build of these very sources; gives whether it built. */
export async function ensureWeb(): Promise<boolean> {
  if (builtStamp() === wantedStamp()) return false;
  await buildWeb();
  return true;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(folder, posix.join(entry.parentPath, entry.name)))
    .sort();
}

if (import.meta.main) {
  const built = await ensureWeb();
  if (built) process.stderr.write("Built the web application into dist/web.\n");
}
