// The `entente` command: one process, one command. bin/entente.mjs starts this file under the project's own Node.

import { runEntente } from "./run.ts";
import { processTerminal } from "./terminal.ts";

process.exitCode = await runEntente(process.argv.slice(2), processTerminal());
// Kept connections and a terminal's input would hold a process that has nothing left to do.
process.exit();
