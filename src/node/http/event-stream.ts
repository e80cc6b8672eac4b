// Server-Sent Events (WHATWG HTML, section 9.2) from any source of events: one at a time as the reader takes them, with
// a comment in the silence so that no proxy takes the connection for dead.

import type { StreamedEvent } from "../../api/index.ts";

type Source = AsyncIterable<StreamedEvent<{ readonly type: string }>>;

export interface EventStream {
  readonly stream: ReadableStream<Uint8Array>;
  /** Ends the stream from this side; the reader comes again by itself. */
  close(): void;
}

interface EventStreamInput {
  readonly source: Source;
  /** How long a silence may be before a comment is sent. */
  readonly heartbeatMs: number;
  /** Called once, however the stream ended. */
  readonly ended: () => void;
  /** Called with what the source threw. */
  readonly failed: (cause: unknown) => void;
}

const encoder = new TextEncoder();

/** `retry`: how long a reader waits before it comes again, in milliseconds. */
const opening = encoder.encode("retry: 2000\n: open\n\n");
const heartbeat = encoder.encode(":\n\n");

export function eventStream({ source, heartbeatMs, ended, failed }: EventStreamInput): EventStream {
  const events = source[Symbol.asyncIterator]();
  let next: ReturnType<typeof events.next> | undefined;
  let over = false;
  let stop: () => void = () => undefined;
  const stopped = new Promise<"stopped">((resolve) => {
    stop = () => resolve("stopped");
  });

  const finish = (): void => {
    if (over) return;
    over = true;
    stop();
    // Not waited for: a source that is itself waiting for its next event would never answer.
    void events.return?.().catch(failed);
    ended();
  };

  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(opening),
    async pull(controller) {
      try {
        next ??= events.next();
        const first = await firstOf(next, { stopped, heartbeatMs });
        if (first === "heartbeat") return controller.enqueue(heartbeat);
        next = undefined;
        if (first !== "stopped" && first.done !== true) return controller.enqueue(encoder.encode(written(first.value)));
      } catch (cause) {
        if (!over) failed(cause);
      }
      finish();
      controller.close();
    },
    cancel: () => finish(),
  });
  return { stream, close: () => finish() };
}

async function firstOf<T>(
  next: Promise<T>,
  other: { readonly stopped: Promise<"stopped">; readonly heartbeatMs: number },
): Promise<T | "stopped" | "heartbeat"> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<"heartbeat">((resolve) => {
    timer = setTimeout(() => resolve("heartbeat"), other.heartbeatMs);
  });
  try {
    return await Promise.race([next, other.stopped, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function written({ cursor, event }: StreamedEvent<{ readonly type: string }>): string {
  // JSON has no line break of its own, so one data line holds it.
  const id = cursor === undefined ? "" : `id: ${cursor}\n`;
  return `${id}event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
