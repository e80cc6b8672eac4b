// The release of the software, as package.json has it.

import { readFileSync } from "node:fs";
import { z } from "../base/index.ts";

const manifest = z.object({ version: z.string() });

export const version: string = manifest.parse(
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")),
).version;
