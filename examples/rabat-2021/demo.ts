// `npm run demo`: the accord of Rabat told as real acts between two nodes, which stay up afterwards. `-- --check` tells
// it in a temporary folder, verifies what came of it and prints one last line of JSON; `-- --fresh` begins again.

import { enableCompileCache, flushCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

async function main(options: readonly string[]): Promise<number> {
  const unknown = options.find((option) => option !== "--check" && option !== "--fresh");
  if (unknown !== undefined) {
    console.error(`npm run demo knows --check and --fresh, not ${unknown}.`);
    return 2;
  }
  // Before the rest is loaded: the nodes' processes then start from the code this one has compiled.
  enableCompileCache(fileURLToPath(new URL("../../.demo/compiled", import.meta.url)));
  const { checkMode, stayMode } = await import("./demonstration.ts");
  flushCompileCache();
  return options.includes("--check") ? checkMode() : stayMode({ fresh: options.includes("--fresh") });
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
