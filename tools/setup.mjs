// Runs a command of the project after making sure that what it needs is installed, and under the project's own Node.
// Plain JavaScript for any Node >= 20: it is what a fresh clone runs first. It installs only when package-lock.json is
// not the one the present node_modules was installed from, so a second run costs a few milliseconds.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "node_modules", ".entente-installed");
const bin = join(root, "node_modules", ".bin");

const wanted = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");
const installed = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
if (installed !== wanted) {
  process.stderr.write("Installing what Entente needs (npm ci), once.\n");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (npm.status !== 0) {
    process.stderr.write("The installation failed; see npm's message above. Nothing was started.\n");
    process.exit(1);
  }
  if (!existsSync(join(bin, "node"))) {
    process.stderr.write(
      "npm installed no Node 26 for this machine (linux x64, linux arm64 and macOS arm64 are served).\n",
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

// `--web`, or `--web=serve` for the one sub-command that needs it: the web application is built when it is not the one
// its sources would give. It takes some seconds, and happens after they have changed.
const [option = "", ...rest] = process.argv.slice(2);
const web = /^--web(?:=(\w+))?$/.exec(option);
const [command, ...args] = web ? rest : [option, ...rest];
if (web && (web[1] === undefined || args.includes(web[1]))) {
  const { builtStamp, wantedStamp } = await import("./web-stamp.mjs");
  if (builtStamp() !== wantedStamp()) {
    const built = spawnSync(join(bin, "node"), [join(root, "tools", "build-web.ts")], {
      cwd: root,
      stdio: ["ignore", 2, 2],
    });
    if (built.status !== 0) {
      process.stderr.write("The web application could not be built; see above. Nothing was started.\n");
      process.exit(1);
    }
  }
}
const child = spawn(join(bin, command), args, {
  cwd: process.env.INIT_CWD ?? root,
  stdio: "inherit",
  env: {
    ...process.env,
    PATH: bin + delimiter + process.env.PATH,
    // Stripping the types of some three hundred files takes half a second of every start; kept, it takes none.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, "node_modules", ".cache", "compiled"),
  },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
