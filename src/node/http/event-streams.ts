// The event streams of this node that are open now: so many and no more, and all of them ended when the node stops.

import type { StreamedEvent } from "../../api/index.ts";
import { refuse } from "../../base/index.ts";
import { type EventStream, eventStream } from "./event-stream.ts";
import type { Faults } from "./faults.ts";
import { eventsReply, type Reply, refusalReply } from "./reply.ts";

export interface StreamLimits {
  /** Event streams open at a time. */
  readonly streams: number;
  /** The silence after which a stream sends a comment. */
  readonly heartbeatMs: number;
}

export interface EventStreams {
  /** `head`: the reader asks only for the headers. `session`: the secret of the session with which the stream ends. */
  open(
    source: AsyncIterable<StreamedEvent<{ readonly type: string }>>,
    by: { readonly where: string; readonly head: boolean; readonly session?: string | undefined },
  ): Reply;
  close(): void;
}

export function createEventStreams(input: {
  readonly limits: StreamLimits;
  readonly faults: Faults;
  /** Calls back when a session ends; gives back how to take that back. */
  readonly onEnd: (session: string, ended: () => void) => () => void;
}): EventStreams {
  const { limits, faults, onEnd } = input;
  const open = new Set<EventStream>();
  return {
    open(source, { where, head, session }) {
      if (open.size >= limits.streams) return refusalReply(refuse("api.tooManyStreams", { limit: limits.streams }));
      const made: EventStream = eventStream({
        source,
        heartbeatMs: limits.heartbeatMs,
        ended: () => {
          open.delete(made);
          forget();
        },
        failed: (cause) => faults.report(cause, where),
      });
      open.add(made);
      // What an officer may no longer read must not go on being told.
      const forget = session === undefined ? () => undefined : onEnd(session, () => made.close());
      if (head) made.close();
      return eventsReply(made.stream);
    },
    close() {
      for (const stream of open) stream.close();
    },
  };
}
