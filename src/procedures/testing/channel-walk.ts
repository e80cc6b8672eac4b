// Walks of the procedures that go by a channel, with the example bodies: each step by its side, a minute after the one
// before. The founding's first side opens.

import type { JsonObject, PartyCode } from "../../acts/index.ts";
import type { ExampleBodies } from "../channel-examples.ts";
import type { Procedure } from "../declaration.ts";
import type { Terms } from "../terms.ts";
import { channelTerms } from "./channel-terms.ts";
import { codeOf, israel, type Move, morocco, testDigest, Walk } from "./walk.ts";

export const start = Date.parse("2022-03-01T09:00:00Z");

/** An instant some hours after the start. */
export const hours = (count: number): string => new Date(start + count * 3_600_000).toISOString().replace(".000Z", "Z");

export interface Made extends Partial<Move> {
  /** Changes the example body; `body` replaces it. */
  readonly change?: JsonObject;
}

export class ChannelWalk<Data> {
  readonly walk: Walk<Data>;
  readonly #examples: ExampleBodies<Data>;
  #minutes = 0;

  constructor(procedure: Procedure<Data>, input: { examples: ExampleBodies<Data>; terms?: Terms }) {
    this.walk = new Walk(procedure, input.terms ?? channelTerms());
    this.#examples = input.examples;
  }

  /** "effective", "crossed" or the refusal's code. */
  make(side: PartyCode, step: string, made: Made = {}): string {
    this.#minutes += 1;
    const at = made.at ?? new Date(start + this.#minutes * 60_000).toISOString().replace(".000Z", "Z");
    const { change, ...move } = made;
    const body = made.body ?? { ...this.example(step, { side, at }), ...change };
    return codeOf(this.walk.make({ ...move, side, step, at, body }));
  }

  /** Makes steps in turn, each `MA step` or `IL step`, that must take effect. */
  go(...steps: readonly string[]): this {
    for (const each of steps) {
      const [side, step = ""] = each.split(" ");
      const code = this.make(side === morocco ? morocco : israel, step);
      if (code !== "effective") throw new TypeError(`${each}: ${code}`);
    }
    return this;
  }

  example(step: string, input: { side: PartyCode; at: string }): JsonObject {
    const { walk } = this;
    const opened = walk.lines.some((line) => line.length > 0) ? walk.folded().dossier : undefined;
    const [first, second] = walk.procedure.roles;
    const body = this.#examples[step]?.({
      data: opened?.data ?? walk.procedure.blank(),
      side: input.side,
      other: input.side === morocco ? israel : morocco,
      roles: { [first]: morocco, [second]: israel },
      terms: walk.terms,
      time: Date.parse(input.at),
      digest: testDigest,
    });
    if (!body) throw new TypeError(`No example of ${step}.`);
    return body;
  }

  get data(): Data {
    return this.walk.data;
  }

  get state(): string {
    return this.walk.stateAt();
  }

  /** The digests of the documents so far, in the order in which they were sent. */
  get digests(): readonly string[] {
    const { data } = this.walk;
    const documents: unknown = typeof data === "object" && data !== null && "documents" in data ? data.documents : [];
    return Array.isArray(documents) ? documents.map((one: { readonly digest: string }) => one.digest) : [];
  }
}
