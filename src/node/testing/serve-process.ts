// Serves one home in a process of its own, until it is killed or told to stop: for tests of what a crash leaves and of
// how much memory a node takes. Its first line of output is the address.

import { isRefusal, refusalLine } from "../../base/index.ts";
import { openHome } from "../home.ts";
import { serveNode } from "../serve.ts";

const home = openHome(process.argv[2] ?? "");
if (isRefusal(home)) throw new Error(refusalLine(home));
const serving = await serveNode(home, { report: (line) => process.stderr.write(`${line}\n`) });
if (isRefusal(serving)) throw new Error(refusalLine(serving));
process.stdout.write(`${serving.url}\n`);
process.on("SIGTERM", () => void serving.close().then(() => process.exit(0)));
