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
  /** `head`: the reader asks only for the headers. */
  open(
    source: AsyncIterable<StreamedEvent<{ readonly type: string }>>,
    by: { readonly where: string; readonly head: boolean },
  ): Reply;
  close(): void;
}

export function createEventStreams(input: { readonly limits: StreamLimits; readonly faults: Faults }): EventStreams {
  const { limits, faults } = input;
  const open = new Set<EventStream>();
  return {
    open(source, { where, head }) {
      if (open.size >= limits.streams) return refusalReply(refuse("api.tooManyStreams", { limit: limits.streams }));
      const made: EventStream = eventStream({
        source,
        heartbeatMs: limits.heartbeatMs,
        ended: () => open.delete(made),
        failed: (cause) => faults.report(cause, where),
      });
      open.add(made);
      if (head) made.close();
      return eventsReply(made.stream);
    },
    close() {
      for (const stream of open) stream.close();
    },
  };
}
