// Plays the story through the two nodes' public API. Every act has an id fixed by the run's seed, and what is
// registered already is passed over: a telling that was broken off anywhere goes on where it stopped and ends the same.

import type { LogPage } from "../../src/api/index.ts";
import { Refused } from "./client.ts";
import { type Party, parties, partyName } from "./data.ts";
import { type Alter, askInVain, attempt, type Made, type Making, makeAct, openDocument } from "./making.ts";
import type { Nodes } from "./nodes.ts";
import { readingOf } from "./reading.ts";
import { actIdOf, keepStoryClock, noteStoryClock, type RunFolder, storyClockOf } from "./run-folder.ts";
import { SideClient } from "./side-client.ts";
import {
  type AttemptStep,
  type Content,
  type DeniedOpening,
  isMade,
  type MadeStep,
  type NamedDocument,
  type Reading,
  type Step,
} from "./step.ts";
import { story, storyActs } from "./story.ts";
import { actLine, attemptLine, indented } from "./teller.ts";

export interface Playing {
  readonly run: RunFolder;
  readonly nodes: Nodes;
  readonly accord: string;
  readonly tell: (line: string) => void;
  /** Called before each act that is to be made, with how many were made before it in this telling. For tests. */
  readonly beforeAct?: (made: number) => void;
  readonly alter?: Alter;
}

export type Sides = Readonly<Record<Party, SideClient>>;

export function sidesOf({ run, nodes, accord }: Pick<Playing, "run" | "nodes" | "accord">): Sides {
  return {
    MA: new SideClient({ party: "MA", accord, run, nodes }),
    IL: new SideClient({ party: "IL", accord, run, nodes }),
  };
}

/** Plays what is not registered yet; gives the number of acts it made. */
export async function play(playing: Playing): Promise<number> {
  const teller = new Telling(playing);
  return teller.tellAll();
}

class Telling {
  readonly #playing: Playing;
  readonly #sides: Sides;
  readonly #readings: Readonly<Record<Party, Reading>>;
  #clock = "";
  /** The latest instant the nodes' clocks were at or an act is dated: no telling leaves them earlier. */
  #latest: string;
  #made = 0;

  constructor(playing: Playing) {
    this.#playing = playing;
    this.#sides = sidesOf(playing);
    this.#readings = { MA: this.#readingOf("MA"), IL: this.#readingOf("IL") };
    this.#latest = storyClockOf(playing.run);
  }

  async tellAll(): Promise<number> {
    const { tell } = this.#playing;
    const known = await this.#settled();
    const made = storyActs.filter((step) => known.has(this.#id(step.key))).length;
    if (made > 0) tell(made < storyActs.length ? `${made} acts of an earlier telling are registered already.` : whole);
    const steps = story.flatMap(({ title, steps: inScene }) => inScene.map((step) => ({ title, step })));
    // What stands between the last act made and the next may not have been told: it is told again.
    const last = steps.findLastIndex(({ step }) => isMade(step) && known.has(this.#id(step.key)));
    let title: string | undefined;
    for (const one of steps.slice(last + 1)) {
      if (one.title !== title) tell(`\n${one.title}`);
      title = one.title;
      await this.#one(one.step);
    }
    await this.#setClock(this.#latest);
    for (const party of parties) keepStoryClock(this.#playing.run.homes[party], this.#latest);
    return this.#made;
  }

  async #one(step: Step): Promise<void> {
    const { tell } = this.#playing;
    if (step.kind === "tell") {
      for (const line of await step.lines(this.#readings)) tell(indented(line));
      return;
    }
    await this.#setClock(step.at);
    if (step.kind === "attempt" || step.kind === "denied") return this.#refused(step);
    this.#playing.beforeAct?.(this.#made);
    const side = this.#sides[step.side];
    const { id, documents } = await this.#make(step);
    const { index } = await side.held(id);
    for (const digest of documents) await side.document(digest, delivered);
    this.#made += 1;
    tell(actLine(step, { index, documents: documents.length }));
  }

  #make(step: MadeStep): Promise<Made> {
    const making = this.#makingOf(step.side);
    return step.kind === "act" ? makeAct(making, step) : openDocument(making, step);
  }

  async #refused(step: AttemptStep | DeniedOpening): Promise<void> {
    const { tell } = this.#playing;
    const making = this.#makingOf(step.side);
    try {
      await (step.kind === "attempt" ? attempt(making, step) : askInVain(making, step));
    } catch (cause) {
      if (!(cause instanceof Refused) || cause.refusal.code !== step.refusal) throw cause;
      tell(attemptLine(step, cause.refusal.failed));
      for (const line of step.explain(cause.refusal.details)) tell(indented(line));
      return;
    }
    throw new Error(`${partyName[step.side]}'s node was to refuse, as ${step.refusal}, an officer who ${step.say}.`);
  }

  #makingOf(party: Party): Making {
    const { run, alter } = this.#playing;
    return { run, side: this.#sides[party], reading: this.#readings[party], content: contentOf, alter };
  }

  /** Both clocks, the folder first: a node that is started again in between starts at the same instant. */
  async #setClock(instant: string): Promise<void> {
    if (instant === this.#clock) return;
    const { run } = this.#playing;
    noteStoryClock(run, instant);
    await Promise.all(
      parties.map((party) => this.#sides[party].ask("setClock", { by: "administrator", body: { instant } })),
    );
    this.#clock = instant;
    this.#latest = later(this.#latest, instant);
  }

  #id(key: string): string {
    const step = actsByKey.get(key);
    if (!step) throw new Error(`The story has no act ${key}.`);
    return actIdOf(this.#playing.run.seed, step);
  }

  /** The ids registered on either side, once both sides hold all of them. */
  async #settled(): Promise<ReadonlySet<string>> {
    const ids = new Set<string>();
    for (const party of parties) {
      const registered = await this.#registered(party);
      const last = registered.at(-1);
      if (last !== undefined) await this.#sides[party].held(last);
      for (const id of registered) ids.add(id);
    }
    return ids;
  }

  async #registered(party: Party): Promise<string[]> {
    const side = this.#sides[party];
    const ids: string[] = [];
    for (let start: number | undefined = 0; start !== undefined; ) {
      const page: LogPage = await side.ask("log", {
        params: { accord: side.accord },
        query: { party, start, limit: 500 },
      });
      for (const item of page.items) {
        if (item.kind !== "act") continue;
        ids.push(item.act.id);
        this.#latest = later(this.#latest, item.act.at);
      }
      start = page.next;
    }
    return ids;
  }

  #readingOf(party: Party): Reading {
    return readingOf({ run: this.#playing.run, side: this.#sides[party], id: (key) => this.#id(key) });
  }
}

const delivered = {
  what: "at the other side's node",
  is: ({ rung }: { readonly rung: string }) => rung === "delivered" || rung === "opened",
} as const;

function contentOf({ act, path }: NamedDocument): Content {
  const step = actsByKey.get(act);
  const content = step?.kind === "act" ? step.documents?.[path] : undefined;
  if (!content) throw new Error(`The story's act ${act} seals nothing at ${path}.`);
  return content;
}

const actsByKey: ReadonlyMap<string, MadeStep> = new Map(storyActs.map((step) => [step.key, step]));
const whole = "The story was told before: all its acts are registered and held by both.";

/** Of two instants; both are whole seconds of UTC or written alike, so that time decides and not the text. */
function later(one: string, other: string): string {
  return Date.parse(one) >= Date.parse(other) ? one : other;
}
