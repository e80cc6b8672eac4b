// The node's event stream (Server-Sent Events, WHATWG HTML section 9.2) as events with their cursors. It comes again by
// itself when the connection ends, from where it was: nothing is missed and nothing is told twice.

import { setTimeout as sleep } from "node:timers/promises";
import { pathOf } from "../../api/index.ts";
import { isRefusal, type Refusal, z } from "../../base/index.ts";
import { type NodeClient, refusalIn } from "./client.ts";
import { send } from "./connection.ts";

/** What is read of an event here: an act by its place, the rest for people. */
const eventSchema = z.looseObject({
  type: z.string(),
  party: z.string().optional(),
  index: z.number().optional(),
  size: z.number().optional(),
  state: z.string().optional(),
});

export type ToldEvent = z.infer<typeof eventSchema>;

export interface ReceivedEvent {
  /** Where to go on after this event. */
  readonly cursor: string | undefined;
  readonly event: ToldEvent;
}

const openingMs = 30_000;

/**
 * Events after `cursor` until the signal aborts. Ends with a refusal when the node refuses, or when the first attempt
 * finds no node; later losses of the connection are reported and tried again.
 */
export async function* eventsAfter(
  client: NodeClient,
  input: { accord: string; cursor: string; abort: AbortSignal; againMs: number; lost: (refusal: Refusal) => void },
): AsyncGenerator<ReceivedEvent, Refusal | undefined> {
  let cursor = input.cursor;
  let met = false;
  while (!input.abort.aborted) {
    const answer = await send(client.address, {
      method: "GET",
      target: pathOf("events", { params: { accord: input.accord } }),
      headers: { ...client.headers, accept: "text/event-stream", "last-event-id": cursor },
      answerMs: openingMs,
      abort: input.abort,
    });
    if (input.abort.aborted) break;
    if (isRefusal(answer)) {
      if (!met) return answer;
      input.lost(answer);
    } else if (answer.statusCode !== 200) {
      let text = "";
      for await (const chunk of answer.setEncoding("utf8")) text += String(chunk);
      return refusalIn(text);
    } else {
      met = true;
      for await (const received of eventsIn(answer.setEncoding("utf8"))) {
        cursor = received.cursor ?? cursor;
        yield received;
      }
    }
    await sleep(input.againMs, undefined, { signal: input.abort }).catch(() => undefined);
  }
  return undefined;
}

/** The events of one stream; ends when it does, however it ends. */
export async function* eventsIn(chunks: AsyncIterable<unknown>): AsyncGenerator<ReceivedEvent> {
  let rest = "";
  try {
    for await (const chunk of chunks) {
      rest += String(chunk);
      const blocks = rest.split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const received = eventOf(block);
        if (received !== undefined) yield received;
      }
    }
  } catch (cause) {
    // A connection that broke is the end of this stream; the reader comes again.
    if (!(cause instanceof Error && "code" in cause)) throw cause;
  }
}

/** Undefined for a comment, which only keeps the connection open. */
function eventOf(block: string): ReceivedEvent | undefined {
  const field = (name: string): string | undefined =>
    block
      .split("\n")
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const data = field("data");
  if (data === undefined) return undefined;
  return { cursor: field("id"), event: eventSchema.parse(JSON.parse(data)) };
}
