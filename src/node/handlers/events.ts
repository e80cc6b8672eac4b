// The stream of events of one accord. A reader who names how far it has read is told every act registered or mirrored
// since, from the registers, and then what happens as it happens.

import { type ApiEvent, type EventCursor, formatCursor, isoInstant, type StreamedEvent } from "../../api/index.ts";
import type { RunningAccord } from "../node.ts";
import type { SideEvent } from "../side/events.ts";

/** Acts read at a time while a reader catches up. */
const page = 500;

export async function* eventsOf(
  accord: RunningAccord,
  after: EventCursor | undefined,
): AsyncGenerator<StreamedEvent<ApiEvent>> {
  const { side } = accord;
  const { ground } = await side.state();
  // Listened to before the registers are read: what happens in between is told by both and given once.
  const heard = side.events.listen();
  const sizes = await startOf(accord, after);
  if (after) yield* missed(accord, sizes);
  for await (const event of heard) {
    const told = apiEventOf(accord, event);
    if (event.kind === "act") {
      const line = ground.lineOf(event.party);
      if (event.index < sizes[line]) continue;
      sizes[line] = event.index + 1;
    }
    yield { cursor: formatCursor({ sizes }), event: told };
  }
}

async function startOf(accord: RunningAccord, after: EventCursor | undefined): Promise<[number, number]> {
  if (after) return [after.sizes[0], after.sizes[1]];
  const { side } = accord;
  const { ground } = await side.state();
  const sizeOf = async (party: string): Promise<number> =>
    (await side.store.head(party === side.row.own ? side.row.ownOrigin : side.row.otherOrigin))?.size ?? 0;
  return [await sizeOf(ground.parties[0]), await sizeOf(ground.parties[1])];
}

/** Every readable act from the cursor on; moves the cursor as it goes. */
async function* missed(accord: RunningAccord, sizes: [number, number]): AsyncGenerator<StreamedEvent<ApiEvent>> {
  const { side } = accord;
  const { ground } = await side.state();
  for (const party of ground.parties) {
    const line = ground.lineOf(party);
    for (;;) {
      const rows = await side.store.actsOfRegister(side.row.accord, { party, start: sizes[line], limit: page });
      for (const row of rows) {
        sizes[line] = row.index + 1;
        const { index, id, dossier, procedure, step } = row;
        yield { cursor: formatCursor({ sizes }), event: { type: "act", party, index, id, dossier, procedure, step } };
      }
      if (rows.length < page) break;
    }
  }
}

function apiEventOf(accord: RunningAccord, event: SideEvent): ApiEvent {
  const { side } = accord;
  switch (event.kind) {
    case "act": {
      const { party, index, id, dossier, procedure, step } = event;
      return { type: "act", party, index, id, dossier, procedure, step };
    }
    case "held":
      return { type: "held", party: event.party, size: event.size };
    case "dossier":
      return {
        type: "dossier",
        dossier: event.id,
        procedure: event.procedure,
        state: event.state,
        turn: [...event.turn],
      };
    case "link":
      return { type: "link", state: event.state, queue: Math.max(0, side.ownSize - side.held(side.row.own)) };
    case "clock":
      return { type: "clock", clock: { now: isoInstant(event.now), kind: side.clock.kind } };
  }
}
