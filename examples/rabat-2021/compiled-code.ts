// The environment of the processes that the demonstration starts: this one's, and where the code that it has compiled
// lies, so that they start sooner.

import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";

export function compiledCode(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir();
  // Node names the folder of its own version; the variable is the folder around it.
  return { ...process.env, ...(folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) }) };
}
