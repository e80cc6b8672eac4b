// The story told up to an act, for pages to be opened on: two nodes in a temporary folder that stay up until their
// caller goes. `stage.ts [--marked] [key of the act to stop before]` prints one line of JSON when both serve, then
// takes commands, one on a line: `pause MA`, `resume MA` (the node stands still, as a cut line makes it look), `kill
// MA` (it comes back from its folder), `clock 2021-11-24T09:00:00Z`.

import { mkdtempSync, rmSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { accordIdOf } from "../../src/acts/index.ts";
import { nativeSuite } from "../../src/seal/native.ts";
import { type Party, parties } from "./data.ts";
import type { Alter } from "./making.ts";
import { marked } from "./marked.ts";
import { Nodes } from "./nodes.ts";
import { play, sidesOf } from "./play.ts";
import { makeRun, noteStoryClock, portNear, type RunFolder } from "./run-folder.ts";
import { storyActs } from "./story.ts";

class Enough extends Error {
  override readonly name = "Enough";
}

interface Stage {
  readonly run: RunFolder;
  readonly nodes: Nodes;
  readonly accord: string;
}

interface Telling {
  /** The act to stop before; undefined to tell all. */
  readonly key: string | undefined;
  readonly alter: Alter | undefined;
}

async function toldUntil(stage: Stage, { key, alter }: Telling): Promise<void> {
  const end = key === undefined ? storyActs.length : storyActs.findIndex((step) => step.key === key);
  if (end === -1) throw new Error(`The story has no act ${key}.`);
  const beforeAct = (made: number): void => {
    if (made >= end) throw new Enough();
  };
  try {
    await play({ ...stage, tell: () => undefined, beforeAct, ...(alter === undefined ? {} : { alter }) });
  } catch (cause) {
    if (!(cause instanceof Enough)) throw cause;
  }
}

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
  const ports = { MA: await portNear(undefined), IL: await portNear(undefined) };
  const run = await makeRun({ folder: join(folder, "rabat-2021"), ports });
  const nodes = new Nodes(run, (line) => console.error(line));
  const end = async (): Promise<void> => {
    for (const party of parties) nodes.signal(party, "SIGCONT");
    await nodes.close();
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  };
  process.on("SIGTERM", () => void end());
  process.on("SIGINT", () => void end());
  await nodes.start();
  const stage: Stage = { run, nodes, accord: accordIdOf(nativeSuite, run.founding) };
  const { values, positionals } = parseArgs({
    options: { marked: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  await toldUntil(stage, { key: positionals[0], alter: values.marked ? marked : undefined });
  const homes = Object.fromEntries(parties.map((party) => [party, run.homes[party].folder]));
  const urls = Object.fromEntries(parties.map((party) => [party, nodes.url(party)]));
  console.log(JSON.stringify({ accord: stage.accord, urls, homes }));
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
