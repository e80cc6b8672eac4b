// What a node looks after by itself about once a second: dossiers that time alone moves, contests that could not be
// registered, how long its registers are, what was erased; and about once an hour what is due for erasure. A fault of
// the store is told and met again at the next round: a node whose disk is full goes on answering what can be answered.
// Anything else ends the process.

import { performance } from "node:perf_hooks";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { Fault } from "../base/index.ts";
import type { Documents } from "./documents/documents.ts";
import type { Heads } from "./heads.ts";
import type { Retention } from "./retention/retention.ts";
import { listNew } from "./search/lister.ts";
import type { Side } from "./side/side.ts";

const pauseMs = 1_000;
/** Leaves of each register listed in one turn: some milliseconds, that an act may have to wait. */
const listedEachTurn = 50;
const turnsAtRest = 20;
/** Share of the time that the node works from which on a round is one turn: acts go before the index of their words. */
const busy = 0.6;

export interface Sweep {
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>;
}

export function startSweep(input: {
  sides: readonly Side[];
  retention: readonly Retention[];
  documents: readonly Documents[];
  heads: Heads;
  report: (cause: Fault) => void;
  fatal: (cause: unknown) => void;
}): Sweep {
  const stop = new AbortController();
  const running = sweepUntil(stop.signal, input).catch(input.fatal);
  return {
    async close() {
      stop.abort();
      await running;
    },
  };
}

async function sweepUntil(signal: AbortSignal, input: Omit<Parameters<typeof startSweep>[0], "fatal">): Promise<void> {
  let told = "";
  let before = performance.eventLoopUtilization();
  while (!signal.aborted) {
    const turns = performance.eventLoopUtilization(before).utilization < busy ? turnsAtRest : 1;
    before = performance.eventLoopUtilization();
    try {
      for (const side of input.sides) await sweep(side, { heads: input.heads, turns });
      for (const one of input.retention) await one.sweep();
      for (const one of input.documents) await one.sweep();
      input.heads.write();
      told = "";
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      if (cause.code !== told) input.report(cause);
      told = cause.code;
    }
    await sleep(pauseMs, undefined, { ref: false, signal }).catch(abortedOnly);
  }
}

async function sweep(side: Side, { heads, turns }: { heads: Heads; turns: number }): Promise<void> {
  await side.lapse();
  await side.contests.run();
  for (let turn = 0; turn < turns && (await listNew(side, listedEachTurn)) > 0; turn++) await nextTurn();
  await heads.remember(side);
}

function abortedOnly(cause: unknown): void {
  if (!(cause instanceof Error) || cause.name !== "AbortError") throw cause;
}
