// Serves one home until it is told to stop; says on its first line where.

import { isRefusal, refusalLine } from "../src/base/index.ts";
import { openHome, serveNode } from "../src/node/index.ts";

const home = openHome(process.argv[2] ?? "");
if (isRefusal(home)) throw new Error(refusalLine(home));
const serving = await serveNode(home, { report: (line) => process.stderr.write(`${line}\n`) });
if (isRefusal(serving)) throw new Error(refusalLine(serving));
process.stdout.write(`${serving.url}\n`);
process.on("SIGTERM", () => void serving.close().then(() => process.exit(0)));
