// The story told up to an act, for pages to be opened on: two nodes in a temporary folder that stay up until their
// caller goes. `stage.ts [--marked] [--kept folder] [key of the act to stop before]` prints one line of JSON when both
// serve, then takes commands, one on a line: `pause MA`, `resume MA` (the node stands still, as a cut line makes it
// look), `kill MA` (it comes back from its folder), `clock 2021-11-24T09:00:00Z`.

import { mkdtempSync, rmSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { type Party, parties } from "./data.ts";
import { sidesOf } from "./play.ts";
import { noteStoryClock } from "./run-folder.ts";
import { type Stage, takeLane, told } from "./told.ts";

async function obey(stage: Stage, line: string): Promise<void> {
  const [command, argument = ""] = line.trim().split(/\s+/);
  if (command === "clock") {
    noteStoryClock(stage.run, argument);
    const sides = sidesOf(stage);
    const set = { by: "administrator", body: { instant: argument } } as const;
    await Promise.all(parties.map((party) => sides[party].ask("setClock", set)));
    return;
  }
  const party = partyOf(argument);
  if (party === undefined) throw new Error(`Not a command of the stage: ${line}`);
  if (command === "pause") stage.nodes.signal(party, "SIGSTOP");
  else if (command === "resume") stage.nodes.signal(party, "SIGCONT");
  else if (command === "kill") stage.nodes.kill(party);
  else throw new Error(`Not a command of the stage: ${line}`);
}

function partyOf(text: string): Party | undefined {
  return parties.find((party) => party === text);
}

async function main(): Promise<void> {
  enableCompileCache();
  const folder = mkdtempSync(join(tmpdir(), "entente-stage-"));
  const { values, positionals } = parseArgs({
    options: { marked: { type: "boolean", default: false }, kept: { type: "string" } },
    allowPositionals: true,
  });
  // Ended while it tells: the nodes go with their parent.
  const gone = (): void => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  };
  process.on("SIGTERM", gone).on("SIGINT", gone);
  const stage = await told({
    folder: join(folder, "rabat-2021"),
    before: positionals[0],
    marked: values.marked,
    kept: values.kept === undefined ? undefined : takeLane(values.kept),
  });
  const { run, nodes, accord } = stage;
  const end = async (): Promise<void> => {
    for (const party of parties) nodes.signal(party, "SIGCONT");
    await nodes.close();
    gone();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.off(signal, gone);
    process.on(signal, () => void end());
  }
  const homes = Object.fromEntries(parties.map((party) => [party, run.homes[party].folder]));
  const urls = Object.fromEntries(parties.map((party) => [party, nodes.url(party)]));
  console.log(JSON.stringify({ accord, urls, homes }));
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    obey(stage, line).then(
      () => console.log(JSON.stringify({ done: line })),
      (cause: unknown) => console.log(JSON.stringify({ failed: String(cause) })),
    );
  });
  // The caller has gone, however it went.
  lines.on("close", () => void end());
}

if (import.meta.main) await main();
