// The stream of events of one accord. A reader who names how far it has read is told every act registered or mirrored
// since, from the registers, and then what happens as it happens. Of dossiers the reader may not read nothing is told.

import { type ApiEvent, type EventCursor, formatCursor, isoInstant, type StreamedEvent } from "../../api/index.ts";
import type { RunningAccord } from "../node.ts";
import type { SideEvent } from "../side/events.ts";

/** Acts read at a time while a reader catches up. */
const page = 500;

type Streamed = StreamedEvent<ApiEvent>;

export interface EventsInput {
  /** How far the reader has read; undefined for one who starts now. */
  readonly after: EventCursor | undefined;
  /** Whether the reader may know of this dossier. */
  readonly mayKnow: (dossier: { readonly procedure: string; readonly dossier: string }) => boolean;
}

export function eventsOf(accord: RunningAccord, input: EventsInput): AsyncIterable<Streamed> {
  // Listened to before the registers are read: what happens in between is told by both and given once.
  const heard = accord.side.events.listen();
  const told = new Telling(accord, input).all(heard);
  const iterator: AsyncIterator<Streamed> = {
    next: () => told.next(),
    async return() {
      // A reader who leaves must not be listened for until the next event, which may be days away.
      await heard.return?.();
      await told.return(undefined);
      return { done: true, value: undefined };
    },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}

class Telling {
  readonly #accord: RunningAccord;
  readonly #input: EventsInput;
  /** How many leaves of each register have been told, in the founding's order. */
  #sizes: [number, number] = [0, 0];

  constructor(accord: RunningAccord, input: EventsInput) {
    this.#accord = accord;
    this.#input = input;
  }

  async *all(heard: AsyncIterable<SideEvent>): AsyncGenerator<Streamed, undefined> {
    const { after } = this.#input;
    this.#sizes = after ? [after.sizes[0], after.sizes[1]] : await this.#present();
    if (after) yield* this.#missed();
    for await (const event of heard) {
      // From the registers, and so in their order and without a gap, whichever process of this side has written.
      if (event.kind === "act" && event.index < this.#told(event.party)) continue;
      if (event.kind === "act" || event.kind === "grown") yield* this.#missed();
      else if (this.#mayTell(event)) yield { cursor: this.#cursor(), event: apiEventOf(this.#accord, event) };
    }
    return undefined;
  }

  async #present(): Promise<[number, number]> {
    const { row, store, sides } = this.#accord.side;
    const sizeOf = async (party: string): Promise<number> =>
      (await store.head(party === row.own ? sides.own.origin : sides.other.origin))?.size ?? 0;
    const [first, second] = this.#accord.side.parties;
    return [await sizeOf(first), await sizeOf(second)];
  }

  /** Every readable act not told yet; moves the cursor as it goes. */
  async *#missed(): AsyncGenerator<Streamed> {
    const { row, store, parties } = this.#accord.side;
    for (const [line, party] of [
      [0, parties[0]],
      [1, parties[1]],
    ] as const) {
      for (;;) {
        const acts = await store.actsOfRegister(row.accord, { party, start: this.#sizes[line], limit: page });
        for (const { index, id, dossier, procedure, step } of acts) {
          this.#sizes[line] = index + 1;
          if (this.#input.mayKnow({ procedure, dossier }))
            yield { cursor: this.#cursor(), event: { type: "act", party, index, id, dossier, procedure, step } };
        }
        if (acts.length < page) break;
      }
    }
  }

  /** Of a dossier, and of its documents, only who may read it is told. */
  #mayTell(event: SideEvent): boolean {
    if (event.kind === "dossier") return this.#input.mayKnow({ procedure: event.procedure, dossier: event.id });
    return event.kind !== "document" || this.#input.mayKnow(event);
  }

  #told(party: string): number {
    return this.#sizes[party === this.#accord.side.parties[0] ? 0 : 1];
  }

  #cursor(): string {
    return formatCursor({ sizes: this.#sizes });
  }
}

function apiEventOf(accord: RunningAccord, event: Exclude<SideEvent, { kind: "act" | "grown" }>): ApiEvent {
  const { side } = accord;
  switch (event.kind) {
    case "held":
      return { type: "held", party: event.party, size: event.size };
    case "dossier": {
      const { id, procedure, state, turn } = event;
      return { type: "dossier", dossier: id, procedure, state, turn: [...turn] };
    }
    case "document": {
      const { digest, dossier, procedure, state } = event;
      return { type: "document", digest, dossier, procedure, state };
    }
    case "link":
      return { type: "link", state: event.state, queue: Math.max(0, side.ownSize - side.held(side.row.own)) };
    case "clock":
      return { type: "clock", clock: { now: isoInstant(event.now), kind: side.clock.kind } };
  }
}
