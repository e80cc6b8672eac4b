// One dossier of a procedure told on two nodes, step by step, with the bodies of the procedure's examples.

import { isDeepStrictEqual } from "node:util";
import type { Draft, JsonObject } from "../../acts/index.ts";
import type { Procedure, StepContext } from "../../procedures/index.ts";
import { digestOf } from "../side/digest.ts";
import type { Side } from "../side/side.ts";
import { follows } from "../side/viewed.ts";
import { make } from "./steps.ts";
import { type InForce, type StoryPair, synced } from "./story.ts";

export type Of = "ma" | "il";
export type ExampleContext<Data> = Pick<StepContext<Data>, "data" | "side" | "other" | "time" | "digest">;
export type Examples<Data> = Readonly<Record<string, (context: ExampleContext<Data>) => JsonObject>>;

const both: readonly Of[] = ["ma", "il"];

export interface TellingPair extends StoryPair {
  /** Absent where the link is never cut. */
  readonly road?: { readonly open: boolean };
}

export class DossierTelling<Data> {
  readonly #pair: TellingPair;
  readonly #story: InForce;
  readonly #procedure: Procedure<Data>;
  readonly #examples: Examples<Data>;
  #dossier: Draft["id"] | undefined;

  constructor(input: {
    readonly pair: TellingPair;
    readonly story: InForce;
    readonly procedure: Procedure<Data>;
    readonly examples: Examples<Data>;
  }) {
    this.#pair = input.pair;
    this.#story = input.story;
    this.#procedure = input.procedure;
    this.#examples = input.examples;
  }

  #side(of: Of): Side {
    return this.#pair[of].accord().side;
  }

  /** Throws before the dossier is opened. */
  get dossier(): Draft["id"] {
    if (!this.#dossier) throw new TypeError("Nothing has opened the dossier.");
    return this.#dossier;
  }

  async data(of: Of): Promise<{ readonly data: Data; readonly state: string } | undefined> {
    const viewed = this.#dossier && (await this.#side(of).view(this.#dossier));
    return viewed && follows(viewed, this.#procedure) ? viewed.view.dossier : undefined;
  }

  /** By the head of the delegation, who may make every step on both sides. `change` is put over the example's body. */
  async step(of: Of, name: string, change: JsonObject = {}): Promise<void> {
    const side = this.#side(of);
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
      body: { ...this.#examples[name]?.(context), ...change },
      ...(this.#dossier === undefined ? {} : { dossier: this.#dossier }),
      ...(officer ? { officer } : {}),
    });
    this.#dossier ??= id;
  }

  async steps(...moves: readonly (readonly [Of, string, JsonObject?])[]): Promise<void> {
    for (const [of, name, change] of moves) {
      await this.step(of, name, change);
      if (this.#pair.road?.open !== false) await synced(this.#pair);
    }
  }

  async byBoth(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.steps(...both.map((of) => [of, name] as const));
  }

  /** The dossier as both nodes have it; throws when they differ. */
  async same(): Promise<{ readonly data: Data; readonly state: string }> {
    await synced(this.#pair);
    const [ours, theirs] = [await this.data("ma"), await this.data("il")];
    // A view is of its node's own moment, and the nodes were asked one after the other.
    const [one, other] = [ours, theirs].map((dossier) => ({ ...dossier, time: undefined }));
    // By value: a node has the names of its own acts in the order in which they were given.
    if (!isDeepStrictEqual(one, other))
      throw new Error(`The nodes differ:\n${JSON.stringify(one)}\n${JSON.stringify(other)}`);
    if (!ours) throw new Error("No dossier.");
    return ours;
  }
}
