// One run of the command line, from its words to its exit code. What is refused is answered; only a fault, a promise
// this program or machine did not keep, ends with 70.

import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { Fault, z } from "../base/index.ts";
import { commandGroups, commands } from "./commands.ts";
import { type Exit, exitOf, exits, print } from "./print.ts";
import { buildProgram } from "./program.ts";
import type { Terminal } from "./terminal.ts";

const manifest = z.object({ version: z.string() });

/** `words` are those after `entente`. Never throws: a fault is told on the error output. */
export async function runEntente(words: readonly string[], terminal: Terminal): Promise<Exit> {
  let exit: Exit = exits.done;
  const program = buildProgram({
    version: versionOf(),
    terminal,
    commands,
    groups: commandGroups,
    async perform(spec, call) {
      const run = await spec.load();
      const outcome = await run(call);
      print(terminal, { outcome, json: call.globals.json });
      exit = exitOf(outcome);
    },
  });
  try {
    await program.parseAsync([...words], { from: "user" });
    return exit;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? exits.done : exits.usage;
    terminal.err(faultText(cause));
    return exits.fault;
  }
}

function versionOf(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return manifest.parse(JSON.parse(text)).version;
}

function faultText(cause: unknown): string {
  if (cause instanceof Fault) return `Fault (${cause.code}): ${cause.message}`;
  return `Fault: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`;
}
