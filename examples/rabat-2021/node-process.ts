// The process of one side's node in the demonstration. It serves the home it is given and ends when the demonstration
// that started it does, however that one ends: the channel between them closes with either. Its story clock starts
// where the story stands: a clock left behind would take what the other side made since for dated ahead.
// Its public feed is on.

import { isRefusal, refusalLine } from "../../src/base/index.ts";
import { openHome, serveNode } from "../../src/node/index.ts";

const [, , folder = "", storyClock = ""] = process.argv;
const home = openHome(folder);
if (isRefusal(home)) throw new Error(refusalLine(home));
const { demonstration } = home.config;
if (!demonstration) throw new Error(`${folder} is no demonstration's home.`);
const config = { ...home.config, press: {}, demonstration: { ...demonstration, storyClock } };
const serving = await serveNode({ ...home, config }, { report: (line) => process.stderr.write(`${line}\n`) });
if (isRefusal(serving)) throw new Error(refusalLine(serving));

async function close(): Promise<void> {
  if (!isRefusal(serving)) await serving.close();
  process.exit(0);
}

// Ctrl-C reaches every process of the terminal at once; the demonstration decides when the nodes stop.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => void close());
process.on("disconnect", () => void close());
process.send?.({ url: serving.url });
