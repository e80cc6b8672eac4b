// What `npm run demo` does: brings both nodes up, tells the story, and stays up or checks what came of it.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { accordIdOf } from "../../src/acts/index.ts";
import { freePort } from "../../src/node/index.ts";
import { nativeSuite } from "../../src/seal/native.ts";
import { check } from "./check.ts";
import { parties, partyName } from "./data.ts";
import { Nodes } from "./nodes.ts";
import { play } from "./play.ts";
import { fingerprintLines, makeRun, openRun, type RunFolder, runExists } from "./run-folder.ts";
import { opening } from "./teller.ts";

const folder = fileURLToPath(new URL("../../.demo/rabat-2021", import.meta.url));
const usualPorts = { MA: 4381, IL: 4382 } as const;

const tell = (line: string): void => console.log(line);

/** Both nodes for as long as `use` takes; they end with it, whatever becomes of it. */
async function withNodes<T>(run: RunFolder, use: (nodes: Nodes) => Promise<T>): Promise<T> {
  const nodes = new Nodes(run, tell);
  const stop = (): void => void nodes.close().then(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  try {
    await nodes.start();
    return await use(nodes);
  } finally {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.removeListener(signal, stop);
    await nodes.close();
  }
}

async function told(run: RunFolder, nodes: Nodes): Promise<{ run: RunFolder; nodes: Nodes; accord: string }> {
  for (const line of [...opening, "", "Compared by voice before anything is signed:", ...fingerprintLines(run)])
    tell(line);
  const playing = { run, nodes, accord: accordIdOf(nativeSuite, run.founding) };
  await play({ ...playing, tell });
  return playing;
}

/** The story in a temporary folder, verified, with one last line of JSON. Gives the exit code. */
export async function checkMode(): Promise<number> {
  const started = performance.now();
  const temporary = mkdtempSync(join(tmpdir(), "entente-demo-"));
  try {
    const ports = { MA: await freePort(), IL: await freePort() };
    const run = await makeRun({ folder: join(temporary, "rabat-2021"), ports });
    const findings = await withNodes(run, async (nodes) => check(await told(run, nodes)));
    tell("");
    tell(JSON.stringify({ ...findings, seconds: Math.round((performance.now() - started) / 100) / 10 }));
    return 0;
  } catch (cause) {
    console.error(`The demonstration failed: ${cause instanceof Error ? cause.message : String(cause)}`);
    return 1;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function openOrMake(): Promise<RunFolder> {
  if (runExists(folder)) return openRun(folder);
  return makeRun({ folder, ports: { MA: await freePort(usualPorts.MA), IL: await freePort(usualPorts.IL) } });
}

function ending(run: RunFolder): string[] {
  const addresses = parties.map((party) => {
    const { address } = run.homes[party].config.card;
    return `  ${partyName[party].padEnd(8)} ${address}    API: ${address}/api`;
  });
  return [
    "",
    "Both nodes stay up, on the story's clock:",
    ...addresses,
    "To enter, take an officer's token from the side's folder of tokens; the file is named after the officer:",
    ...parties.map((party) => `  ${partyName[party].padEnd(8)} ${join(run.homes[party].folder, "tokens")}`),
    "Ctrl-C stops both nodes.",
  ];
}

/** The story in the project's own folder; the nodes stay up until a signal. Gives the exit code. */
export async function stayMode(options: { readonly fresh: boolean }): Promise<number> {
  if (options.fresh) rmSync(folder, { recursive: true, force: true });
  try {
    const run = await openOrMake();
    return await withNodes(run, async (nodes) => {
      await told(run, nodes);
      for (const line of ending(run)) tell(line);
      // Until a signal: the nodes are kept by their own processes.
      await new Promise<never>(() => setInterval(() => nodes.failure && process.exit(1), 1_000));
      return 0;
    });
  } catch (cause) {
    console.error(`The demonstration stopped: ${cause instanceof Error ? cause.message : String(cause)}`);
    console.error("What is registered stays; npm run demo goes on from there, npm run demo -- --fresh begins again.");
    return 1;
  }
}
