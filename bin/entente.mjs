#!/usr/bin/env node
// Starts the `entente` command under the project's own Node 26, whatever Node (20 or later) the machine has. Plain
// JavaScript on purpose, and it installs nothing: in a fresh clone run `npm ci` or any npm script first.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = join(root, "node_modules", ".bin", "node");
if (!existsSync(node)) {
  process.stderr.write(`Entente's own Node is not installed in ${root}. Run \`npm ci\` there once.\n`);
  process.exit(70);
}
// A node runs for months beside others: memory that is no longer used is looked for sooner than usual, so that what it
// takes stays near what it needs.
const child = spawn(
  node,
  ["--heap-growing-percent=50", join(root, "src", "cli", "main.ts"), ...process.argv.slice(2)],
  {
    stdio: "inherit",
    // Compiled code is kept between runs: a command that does little should start at once.
    env: { NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "entente"), ...process.env },
  },
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 70)));
