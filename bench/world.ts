// The world every figure is measured in: two sides with an accord in force and visits whose gates log passages. Made
// once with the real procedures, then served by two processes of their own, as in real use.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { bringIntoForce, foundPair, openVisits, type PairOptions, serveSide } from "../src/node/testing.ts";

export interface World {
  readonly folder: string;
  readonly accord: string;
  readonly homes: readonly [string, string];
  readonly urls: readonly [string, string];
  readonly tokens: readonly [string, string];
  readonly visits: readonly string[];
}

const functions = ["security-officer"];

export type WorldOptions = PairOptions;

/** Founds two sides, brings the accord into force and opens `visits` visits whose gates may log. */
export async function makeWorld(visits: number, options: WorldOptions = {}): Promise<World> {
  const { folder, homes } = await foundPair(options);
  const ma = await serveSide(homes[0], { functions, service: "adn" });
  const il = await serveSide(homes[1], { functions, service: "mod" });
  const story = await bringIntoForce({ ma, il });
  const opened = await openVisits({ ma, il }, { story, count: visits });
  const accord = ma.accord().side.row.accord;
  const world: World = {
    folder,
    accord,
    homes: [homes[0].folder, homes[1].folder],
    urls: [ma.serving.url, il.serving.url],
    tokens: [ma.token, il.token],
    visits: opened,
  };
  await ma.serving.close();
  await il.serving.close();
  return world;
}

export interface ServedSide {
  readonly process: ChildProcess;
  /** Milliseconds from the start of the process until it served. */
  readonly readyMs: number;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const compiled = fileURLToPath(new URL("../node_modules/.cache/entente", import.meta.url));

/** Serves a home in a process of its own. */
export async function serveApart(home: string): Promise<ServedSide> {
  const started = performance.now();
  // As bin/entente.mjs starts a node: with its compiled code kept, and memory looked for soon.
  const args = ["--heap-growing-percent=50", fileURLToPath(new URL("./serve.ts", import.meta.url)), home];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { NODE_COMPILE_CACHE: compiled, ...process.env },
  });
  await once(child.stdout, "data");
  return {
    process: child,
    readyMs: performance.now() - started,
    async stop(signal = "SIGTERM") {
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
    },
  };
}
