// A dossier walked with the example bodies of its procedure, changed as a test tells: what tests of procurement share.

import type { JsonObject, PartyCode } from "../../acts/index.ts";
import type { Procedure, StepContext } from "../declaration.ts";
import type { Terms } from "../terms.ts";
import { codeOf, israel, morocco, termsWith, testDigest, Walk } from "./walk.ts";

type Context<Data> = Pick<StepContext<Data>, "data" | "side" | "other" | "terms" | "time" | "digest">;
export type Examples<Data> = Readonly<Record<string, (context: Context<Data>) => JsonObject>>;

export interface ExampleMove {
  readonly change?: JsonObject;
  readonly body?: JsonObject;
  readonly at?: string;
  readonly saw?: number;
}

export class ExampleWalk<Data> {
  readonly walk: Walk<Data>;
  readonly #examples: Examples<Data>;
  readonly #start: string;

  constructor(
    procedure: Procedure<Data>,
    input: { readonly examples: Examples<Data>; readonly start?: string; readonly terms?: Terms },
  ) {
    this.walk = new Walk(procedure, input.terms ?? termsWith());
    this.#examples = input.examples;
    this.#start = input.start ?? "2030-06-03T10:00:00Z";
  }

  get data(): Data {
    return this.#opened ? this.walk.data : this.walk.procedure.blank();
  }

  get state(): string {
    return this.walk.stateAt();
  }

  /** "effective", "crossed", or the code of the refusal. */
  make(side: PartyCode, step: string, move: ExampleMove = {}): string {
    const at = move.at ?? this.#start;
    const body = move.body ?? { ...this.#body(side, { step, at }), ...move.change };
    return codeOf(this.walk.make({ side, step, body, at, ...(move.saw === undefined ? {} : { saw: move.saw }) }));
  }

  /** Steps that must take effect, each as `MA step`. */
  go(...moves: readonly `${"MA" | "IL"} ${string}`[]): this {
    for (const move of moves) {
      const [party, step = ""] = move.split(" ");
      const outcome = this.make(party === "MA" ? morocco : israel, step);
      if (outcome !== "effective") throw new TypeError(`${move}: ${outcome}`);
    }
    return this;
  }

  /** Both sides make a step that neither saw the other make: each body is that of the dossier before. */
  cross(
    steps: { readonly ma: string; readonly il: string },
    bodies: { ma?: JsonObject; il?: JsonObject } = {},
  ): string[] {
    const [ma, il] = [this.walk.lines[0].length, this.walk.lines[1].length];
    const ours = bodies.ma ?? this.#body(morocco, { step: steps.ma, at: this.#start });
    const theirs = bodies.il ?? this.#body(israel, { step: steps.il, at: this.#start });
    const first = this.make(morocco, steps.ma, { saw: il, body: ours });
    return [first, this.make(israel, steps.il, { saw: ma, body: theirs })];
  }

  #body(side: PartyCode, { step, at }: { readonly step: string; readonly at: string }): JsonObject {
    const other = side === morocco ? israel : morocco;
    const { terms } = this.walk;
    const context = { data: this.data, side, other, terms, time: Date.parse(at), digest: testDigest };
    return this.#examples[step]?.(context) ?? {};
  }

  get #opened(): boolean {
    return this.walk.lines.some((line) => line.length > 0);
  }
}
