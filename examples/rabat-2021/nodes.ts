// The two node processes. One that ends unasked, killed with -9 or by a fault, is started again from its folder; the
// story waits meanwhile and goes on.

import { type ChildProcess, fork } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { portFree } from "../../src/node/index.ts";
import { compiledCode } from "./compiled-code.ts";
import { type Party, parties, partyName } from "./data.ts";
import { type RunFolder, storyClockOf } from "./run-folder.ts";

const program = fileURLToPath(new URL("./node-process.ts", import.meta.url));
/** Starts that may fail one after another before the demonstration gives up. */
const failuresMax = 5;
const closeMs = 5_000;

interface Running {
  readonly child: ChildProcess;
  /** When the process has told its address, or has ended without. */
  readonly ready: Promise<boolean>;
  readonly ended: Promise<void>;
}

export class Nodes {
  readonly #run: RunFolder;
  readonly #tell: (line: string) => void;
  readonly #running = new Map<Party, Running>();
  #closing = false;
  /** Why the nodes cannot run; the story stops with it. */
  failure: Error | undefined;

  constructor(run: RunFolder, tell: (line: string) => void) {
    this.#run = run;
    this.#tell = tell;
    process.once("exit", this.#killAll);
  }

  /** Resolves when both serve. */
  async start(): Promise<void> {
    for (const party of parties) await this.#awaitPort(party);
    await Promise.all(parties.map((party) => this.#keep(party, 0)));
    if (this.failure) throw this.failure;
  }

  url(party: Party): string {
    return this.#run.homes[party].config.card.address;
  }

  /** Ends a node as a power cut would. For tests. */
  kill(party: Party): void {
    this.#running.get(party)?.child.kill("SIGKILL");
  }

  /** Stands a node still (SIGSTOP) or lets it go on (SIGCONT): to the other side its line is cut. For tests. */
  signal(party: Party, signal: "SIGSTOP" | "SIGCONT"): void {
    this.#running.get(party)?.child.kill(signal);
  }

  async close(): Promise<void> {
    this.#closing = true;
    const ended = [...this.#running.values()].map(async ({ child, ended: gone }) => {
      child.kill("SIGTERM");
      await Promise.race([gone, sleep(closeMs, undefined, { ref: false })]);
      child.kill("SIGKILL");
      await gone;
    });
    await Promise.all(ended);
    process.removeListener("exit", this.#killAll);
  }

  readonly #killAll = (): void => {
    for (const { child } of this.#running.values()) child.kill("SIGKILL");
  };

  /** A node of an earlier telling that is just ending still has the port for a moment. */
  async #awaitPort(party: Party): Promise<void> {
    const { port } = this.#run.homes[party].config.listen;
    for (let waited = 0; !(await portFree(port)); waited += 100) {
      if (waited >= closeMs)
        throw new Error(
          `Port ${port}, at which ${partyName[party]}'s card says its node is reached, is taken by another program. ` +
            "Stop that program, or begin again with: npm run demo -- --fresh",
        );
      await sleep(100);
    }
  }

  async #keep(party: Party, failures: number): Promise<void> {
    const running = this.#spawn(party);
    this.#running.set(party, running);
    const served = await running.ready;
    void running.ended.then(() => this.#again(party, served ? 0 : failures + 1));
    if (!served && failures === 0) await this.#untilServed(party);
  }

  async #again(party: Party, failures: number): Promise<void> {
    if (this.#closing) return;
    if (failures >= failuresMax) {
      this.failure = new Error(`${partyName[party]}'s node does not start:\n${this.#lastLines(party)}`);
      return;
    }
    this.#tell(`${partyName[party]}'s node has ended unasked; it is started again from its folder.`);
    await sleep(100 * failures);
    await this.#keep(party, failures);
  }

  /** Later starts are made by `#again`; the first caller waits for one that serves. */
  async #untilServed(party: Party): Promise<void> {
    while (!this.failure && !this.#closing) {
      if (await this.#running.get(party)?.ready) return;
      await sleep(50);
    }
  }

  #spawn(party: Party): Running {
    const home = this.#run.homes[party].folder;
    const log = openSync(this.#logFile(party), "a", 0o600);
    const child = fork(program, [home, storyClockOf(this.#run)], {
      execArgv: [],
      stdio: ["ignore", log, log, "ipc"],
      env: compiledCode(),
    });
    closeSync(log);
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    const told = new Promise<boolean>((resolve) => child.once("message", () => resolve(true)));
    return { child, ended, ready: Promise.race([told, ended.then(() => false)]) };
  }

  #logFile(party: Party): string {
    return join(this.#run.homes[party].folder, "node.log");
  }

  #lastLines(party: Party): string {
    return readFileSync(this.#logFile(party), "utf8").trimEnd().split("\n").slice(-15).join("\n");
  }
}
