// The files of the web application: those its build names and no others, each with its own type and for as long as it
// may be kept. Every path a person can stand on answers with the one page, and the page finds its way itself.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "../../base/index.ts";

const filesSchema = z.record(z.string(), z.strictObject({ type: z.string(), gzip: z.boolean() }));

/** Where `tools/build-web.ts` builds to. */
export const builtWeb: string = fileURLToPath(new URL("../../../dist/web", import.meta.url));

/**
 * Nothing inline, nothing evaluated, nothing from elsewhere, framed by nobody. A page of the application may only speak
 * to the node it came from; `data:` is for the pictures that the application draws itself.
 */
export const webPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; " +
  "frame-ancestors 'none'";

const guards = {
  "content-security-policy": webPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self)",
} as const;

/** What belongs to the API, the link, registers and feeds: an unknown path there is refused in their own words. */
const notPages = /^\/(?:api|calendars|feeds|link|registers)(?:\/|$)/;

export type WebFiles = (request: Request) => Promise<Response | undefined>;

/**
 * Serves what was built into `folder`; undefined for a request that is none of the application's, and for every request
 * when nothing was built there.
 */
export function createWebFiles(folder: string = builtWeb): WebFiles {
  const list = join(folder, "files.json");
  if (!existsSync(list)) return async () => undefined;
  const files = new Map(Object.entries(filesSchema.parse(JSON.parse(readFileSync(list, "utf8")))));
  const etag = `"${createHash("sha256").update(readFileSync(list)).digest("base64url").slice(0, 22)}"`;
  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD") return undefined;
    const { pathname } = new URL(request.url);
    if (notPages.test(pathname)) return undefined;
    const asset = files.has(pathname.slice(1)) && pathname !== "/index.html";
    // A file that was built once and is no more must be missing: a page in its place would be run as a script.
    if (!asset && pathname.startsWith("/assets/")) return undefined;
    const path = asset ? pathname.slice(1) : "index.html";
    const file = files.get(path);
    if (file === undefined) return undefined;
    const keeping = asset ? "public, max-age=31536000, immutable" : "no-cache";
    const headers = { ...guards, "content-type": file.type, "cache-control": keeping, vary: "accept-encoding", etag };
    if (!asset && request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    const small = file.gzip && /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
    const bytes = await readFile(join(folder, small ? `${path}.gz` : path));
    const encoded = small ? { "content-encoding": "gzip" } : {};
    const body = request.method === "HEAD" ? null : new Uint8Array(bytes);
    return new Response(body, { headers: { ...headers, ...encoded, "content-length": String(bytes.length) } });
  };
}
