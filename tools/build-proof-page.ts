// Builds the page that checks a proof without a node: one HTML file with all it needs in it, whose content policy names
// its one script and its one style by their digests and allows no network at all. Built beside the web application, for
// readers to take away; it is kept in no repository.

import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { messagesPlugin } from "./messages-plugin.ts";
import { repositoryRoot } from "./tree.ts";
import { webFolder } from "./web-stamp.mjs";

export const proofPageName = "entente-verify.html";

const folder = join(repositoryRoot, "src/web/proof");

/** The page has its own words, of two features and not of all. */
const ownWords: Plugin = {
  name: "entente-proof-words",
  enforce: "pre",
  resolveId(source, importer) {
    if (source !== "./catalogues.ts" || importer?.includes("/src/web/language/") !== true) return undefined;
    return fileURLToPath(new URL("../src/web/proof/catalogues.ts", import.meta.url));
  },
};

/** The page as text. */
export async function proofPage(): Promise<string> {
  // Vite takes the page for one under development where a test runner has set another.
  process.env.NODE_ENV = "production";
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: "error",
    plugins: [messagesPlugin(), ownWords],
    mode: "production",
    resolve: {
      alias: { "@formatjs/icu-messageformat-parser": "@formatjs/icu-messageformat-parser/no-parser.js" },
    },
    oxc: { jsx: { runtime: "automatic" } },
    json: { stringify: true, namedExports: false },
    build: {
      write: false,
      target: "es2023",
      assetsInlineLimit: 1_000_000,
      cssCodeSplit: false,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: fileURLToPath(new URL("../src/web/proof/standalone.tsx", import.meta.url)),
        output: { codeSplitting: false, format: "iife" },
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ("output" in one ? one.output : []));
  const scripts = outputs.flatMap((one) => (one.type === "chunk" ? [one.code] : []));
  const styles = outputs.flatMap((one) =>
    one.type === "asset" && one.fileName.endsWith(".css") ? [textOf(one.source)] : [],
  );
  const [script] = scripts;
  if (script === undefined || scripts.length !== 1) throw new Error(`The page has ${scripts.length} scripts, not one.`);
  return htmlOf({ script: script.trim(), style: styles.join("\n").trim() });
}

function textOf(source: string | Uint8Array): string {
  return typeof source === "string" ? source : new TextDecoder().decode(source);
}

/** Nothing in a script or a style may end its own element. */
function htmlOf(parts: { readonly script: string; readonly style: string }): string {
  const script = parts.script.replaceAll("</script", "<\\/script");
  const { style } = parts;
  if (/<\/style/i.test(style)) throw new Error("The style would end its own element.");
  const policy = [
    "default-src 'none'",
    `script-src '${digestOf(script)}'`,
    `style-src '${digestOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return [
    "<!doctype html>",
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    "<title>Entente</title>",
    `<style>${style}</style>`,
    '<div id="entente"></div>',
    `<script>${script}</script>`,
    "</html>",
    "",
  ].join("\n");
}

function digestOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Writes the page into a folder; gives its path. */
export async function writeProofPage(into: string): Promise<string> {
  const path = join(into, proofPageName);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await proofPage());
  return path;
}

if (import.meta.main) process.stdout.write(`${await writeProofPage(process.argv[2] ?? webFolder)}\n`);
