// The annual plan and a session of the joint committee told on two nodes whose link is cut in the middle: each side
// goes on by itself, their acts cross, and both come to the same when it heals.

import { expect, test } from "vitest";
import type { Draft, JsonObject } from "../acts/index.ts";
import {
  type CommitteeData,
  committeeExamples,
  committeeProcedure,
  type PlanData,
  type Procedure,
  planExamples,
  planProcedure,
  type StepContext,
} from "../procedures/index.ts";
import { digestOf } from "./side/digest.ts";
import { follows } from "./side/viewed.ts";
import { bringIntoForce, type InForce, type LinkedPair, linkedPair, make, synced } from "./testing.ts";

type Of = "ma" | "il";
type Context<Data> = Pick<StepContext<Data>, "data" | "side" | "other" | "time" | "digest">;
type Examples<Data> = Readonly<Record<string, (context: Context<Data>) => JsonObject>>;
const both: readonly Of[] = ["ma", "il"];

/** One dossier of a procedure, told step by step with the examples' bodies. */
class Telling<Data> {
  readonly #pair: LinkedPair;
  readonly #story: InForce;
  readonly #procedure: Procedure<Data>;
  readonly #examples: Examples<Data>;
  #dossier: Draft["id"] | undefined;

  constructor(input: {
    readonly pair: LinkedPair;
    readonly story: InForce;
    readonly procedure: Procedure<Data>;
    readonly examples: Examples<Data>;
  }) {
    this.#pair = input.pair;
    this.#story = input.story;
    this.#procedure = input.procedure;
    this.#examples = input.examples;
  }

  async data(of: Of): Promise<{ readonly data: Data; readonly state: string } | undefined> {
    const viewed = this.#dossier && (await this.#pair[of].side.view(this.#dossier));
    return viewed && follows(viewed, this.#procedure) ? viewed.view.dossier : undefined;
  }

  /** By the head of the delegation, who may make every step on both sides. */
  async step(of: Of, name: string): Promise<void> {
    const { side } = this.#pair[of];
    const { service = "", officers } = this.#story.services[side.row.own] ?? {};
    const data = (await this.data(of))?.data ?? this.#procedure.blank();
    const context = { data, side: side.row.own, other: side.row.other, time: side.clock.now(), digest: digestOf };
    const officer = this.#procedure.steps[name]?.grave ? officers?.["head-of-delegation"] : undefined;
    const id = await make(side, {
      service,
      function: "head-of-delegation",
      procedure: `${this.#procedure.name}/1`,
      step: name,
      articles: ["1"],
      body: this.#examples[name]?.(context),
      ...(this.#dossier === undefined ? {} : { dossier: this.#dossier }),
      ...(officer ? { officer } : {}),
    });
    this.#dossier ??= id;
  }

  async steps(...moves: readonly (readonly [Of, string])[]): Promise<void> {
    for (const [of, name] of moves) {
      await this.step(of, name);
      if (this.#pair.road.open) await synced(this.#pair);
    }
  }

  async byBoth(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.steps(...both.map((of) => [of, name] as const));
  }

  /** The dossier as both nodes have it, which must be the same. */
  async same(): Promise<{ readonly data: Data; readonly state: string }> {
    await synced(this.#pair);
    const [ours, theirs] = [await this.data("ma"), await this.data("il")];
    // A view is of its node's own moment, and the nodes were asked one after the other.
    expect({ ...ours, time: undefined }).toEqual({ ...theirs, time: undefined });
    if (!ours) throw new Error("No dossier.");
    return ours;
  }
}

/** The one language of the story's accord. */
const inEnglish: Examples<CommitteeData> = {
  ...committeeExamples,
  propose: (context) => ({ ...committeeExamples.propose?.(context), languages: ["en"] }),
};

test("a plan and a session go on while the link is cut, and both nodes come to the same", {
  timeout: 60_000,
}, async () => {
  const pair = await linkedPair();
  try {
    const story = await bringIntoForce(pair);
    const plan = new Telling<PlanData>({ pair, story, procedure: planProcedure, examples: planExamples });
    await plan.steps(["ma", "call"], ["ma", "proposeLines"], ["il", "proposeLines"]);
    await plan.byBoth("closeProposals", "agreeDraft", "sign");

    const session = new Telling<CommitteeData>({
      pair,
      story,
      procedure: committeeProcedure,
      examples: inEnglish,
    });
    await session.steps(["ma", "propose"], ["il", "acceptDates"], ["ma", "addItem"]);

    pair.road.open = false;
    await plan.byBoth("link", "proposeChange", "reportStatus");
    await session.steps(["ma", "freezeAgenda"], ["il", "addItem"]);
    expect((await plan.data("ma"))?.data.letters).toHaveLength(1);
    pair.road.open = true;

    const crossed = await plan.same();
    // Both put the same dossier under the same line and told the same status: it stands once.
    expect(Object.values(crossed.data.links).flat()).toHaveLength(1);
    expect(crossed.data.letters.map((one) => one.by).sort()).toEqual(["IL", "MA"]);
    await plan.steps(["il", "acceptChange"], ["ma", "declineChange"]);
    expect((await plan.same()).data.letters.map((one) => one.answer).sort()).toEqual(["accepted", "declined"]);

    // The item brought in meanwhile keeps the agenda open.
    expect((await session.same()).state).toBe("agendaOpen");
    await session.byBoth("freezeAgenda");
    await session.steps(["ma", "openSession"], ["il", "draftMinutes"], ["ma", "endSession"]);
    await session.byBoth("adoptMinutes");
    await session.steps(["ma", "reportAction"], ["il", "askExtension"], ["ma", "answerExtension"]);
    await session.byBoth("close");
    expect((await session.same()).state).toBe("closed");
  } finally {
    await pair.close();
  }
});
