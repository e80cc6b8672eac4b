// Two nodes that have told the story up to an act. With a folder to keep tellings in, a telling is done once: the next
// that asks for the same act, or for a later one, begins from a copy of the run as it stood. The copies have the ports
// of the run they come from, so stages that stand at one time keep their tellings apart, each in a lane of its own.

import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { accordIdOf } from "../../src/acts/index.ts";
import { freePort } from "../../src/node/index.ts";
import { nativeSuite } from "../../src/seal/native.ts";
import type { Alter } from "./making.ts";
import { marked } from "./marked.ts";
import { Nodes } from "./nodes.ts";
import { play } from "./play.ts";
import { makeRun, openRun, type RunFolder } from "./run-folder.ts";
import { storyActs } from "./story.ts";

export interface Stage {
  readonly run: RunFolder;
  readonly nodes: Nodes;
  readonly accord: string;
}

export interface Telling {
  /** The new run's folder, which does not exist yet. */
  readonly folder: string;
  /** The key of the act to stop before; undefined to tell all. */
  readonly before: string | undefined;
  /** Every free text of the story is hostile (marked.ts). */
  readonly marked: boolean;
  /** Where tellings are kept, a lane taken by nobody else; undefined to tell from the beginning and keep nothing. */
  readonly kept: string | undefined;
}

class Enough extends Error {
  override readonly name = "Enough";
}

/** A folder for tellings under `kept` that no other process has now; given back when this process ends. */
export function takeLane(kept: string): string {
  for (let number = 1; ; number++) {
    const lane = join(kept, `lane-${number}`);
    mkdirSync(lane, { recursive: true });
    const taken = join(lane, "taken");
    if (!madeFirst(taken)) continue;
    process.once("exit", () => rmSync(taken, { recursive: true, force: true }));
    return lane;
  }
}

/** Makes the folder; false when it was there. */
function madeFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
    throw cause;
  }
}

/** Starts both nodes and tells the story; the caller closes them. */
export async function told(telling: Telling): Promise<Stage> {
  const end =
    telling.before === undefined ? storyActs.length : storyActs.findIndex(({ key }) => key === telling.before);
  if (end === -1) throw new Error(`The story has no act ${telling.before}.`);
  const alter = telling.marked ? marked : undefined;
  if (telling.kept === undefined) {
    const stage = await started(await newRun(telling.folder));
    await tellOn(stage, { from: 0, end, alter });
    return stage;
  }
  const keep = { folder: telling.kept, kind: telling.marked ? "marked" : "plain" };
  const from = latestKept(keep, end);
  if (from === undefined) await newRun(telling.folder);
  else cpSync(placeOf(keep, from), telling.folder, { recursive: true, preserveTimestamps: true });
  const stage = await started(openRun(telling.folder));
  if (from === end) return stage;
  await tellOn(stage, { from: from ?? 0, end, alter });
  await stage.nodes.close();
  keepRun(telling.folder, placeOf(keep, end));
  return started(openRun(telling.folder));
}

async function newRun(folder: string): Promise<RunFolder> {
  const ports = { MA: await freePort(), IL: await freePort() };
  return makeRun({ folder, ports });
}

async function started(run: RunFolder): Promise<Stage> {
  const nodes = new Nodes(run, (line) => console.error(line));
  await nodes.start();
  return { run, nodes, accord: accordIdOf(nativeSuite, run.founding) };
}

interface Stretch {
  /** How many of the story's acts the run has already. */
  readonly from: number;
  readonly end: number;
  readonly alter: Alter | undefined;
}

async function tellOn(stage: Stage, { from, end, alter }: Stretch): Promise<void> {
  const beforeAct = (made: number): void => {
    if (from + made >= end) throw new Enough();
  };
  try {
    await play({ ...stage, tell: () => undefined, beforeAct, ...(alter === undefined ? {} : { alter }) });
  } catch (cause) {
    if (!(cause instanceof Enough)) throw cause;
  }
}

interface Keep {
  readonly folder: string;
  readonly kind: string;
}

const placeOf = ({ folder, kind }: Keep, acts: number): string => join(folder, `${kind}-${acts}`);

/** The number of acts of the longest kept telling that goes no further than `end`. */
function latestKept({ folder, kind }: Keep, end: number): number | undefined {
  if (!existsSync(folder)) return undefined;
  const kept = readdirSync(folder).flatMap((name) => {
    const acts = new RegExp(`^${kind}-(\\d+)$`).exec(name)?.[1];
    return acts === undefined || Number(acts) > end ? [] : [Number(acts)];
  });
  return kept.length === 0 ? undefined : Math.max(...kept);
}

/** Beside its place and renamed: there is a whole one or none. */
function keepRun(run: string, place: string): void {
  const making = `${place}.${process.pid}.new`;
  mkdirSync(join(place, ".."), { recursive: true });
  cpSync(run, making, { recursive: true, preserveTimestamps: true });
  renameSync(making, place);
}
