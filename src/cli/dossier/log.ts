// `entente log`: both registers in the order of their times, from a cursor on, and then as they grow.

import { type AccordDetail, formatCursor, parseCursor } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import type { NodeClient } from "../client/client.ts";
import { eventsAfter, type ToldEvent } from "../client/events.ts";
import { accordOf, standingOf } from "../client/standing.ts";
import { type Call, done, type Outcome, readCall } from "../command.ts";
import { type LoggedLeaf, logLine, mergedLog } from "./merged.ts";

const options = z.object({
  accord: z.string().optional(),
  after: z.string().optional(),
  follow: z.boolean().default(false),
});

export async function log(call: Call): Promise<Outcome> {
  const given = readCall(options, call);
  if (isRefusal(given)) return given;
  const after = given.after === undefined ? { sizes: [0, 0] as const } : parseCursor(given.after);
  if (!after) return refuse("cli.usage", { option: "--after", problem: "not a cursor such as 12:7" });
  const standing = standingOf(call);
  if (isRefusal(standing)) return standing;
  const accord = await accordOf(standing.client, given.accord);
  if (isRefusal(accord)) return accord;
  const sizes: [number, number] = [after.sizes[0], after.sizes[1]];
  const kept: LoggedLeaf[] = [];
  // Followed, each leaf is a line of its own, for programs too: there is no end to wait for.
  const show = (leaf: LoggedLeaf): void => {
    if (call.globals.json && !given.follow) kept.push(leaf);
    else
      call.terminal.out(
        call.globals.json ? JSON.stringify({ ...leaf, cursor: formatCursor({ sizes }) }) : logLine(leaf),
      );
  };
  const read = await each(mergedLog(standing.client, { accord, sizes }), show);
  if (isRefusal(read)) return read;
  if (given.follow) return follow(call, { client: standing.client, accord, sizes, show });
  const cursor = formatCursor({ sizes });
  if (!call.globals.json) call.terminal.err(`To go on from here: --after ${cursor}`);
  return done([], { items: kept, cursor });
}

async function each<T, R>(source: AsyncGenerator<T, R>, show: (value: T) => void): Promise<R> {
  for (;;) {
    const next = await source.next();
    if (next.done) return next.value;
    show(next.value);
  }
}

interface Following {
  readonly client: NodeClient;
  readonly accord: AccordDetail;
  readonly sizes: [number, number];
  readonly show: (leaf: LoggedLeaf) => void;
}

async function follow(call: Call, following: Following): Promise<Outcome> {
  const { client, accord, sizes } = following;
  const ending = new AbortController();
  void call.terminal.stopped().then(() => ending.abort());
  const events = eventsAfter(client, {
    accord: accord.accord,
    cursor: formatCursor({ sizes }),
    abort: ending.signal,
    againMs: 2_000,
    lost: (refusal) => call.terminal.err(`${refusal.code}: ${String(refusal.details.problem ?? "")}; trying again`),
  });
  for (;;) {
    const next = await events.next();
    if (next.done) return next.value ?? done([], { cursor: formatCursor({ sizes }) });
    const refused = await tell(following, { event: next.value.event, call });
    if (refused) return refused;
  }
}

async function tell(following: Following, told: { event: ToldEvent; call: Call }): Promise<Refusal | undefined> {
  const { client, accord, sizes, show } = following;
  const { event, call } = told;
  const { party, index } = event;
  const line = accord.parties.findIndex((one) => one.party === party);
  if (event.type === "held" && !call.globals.json) call.terminal.err(`held by both: ${party} below ${event.size}`);
  if (event.type === "link" && !call.globals.json) call.terminal.err(`link: ${event.state}`);
  if (event.type !== "act" || party === undefined || index === undefined || (line !== 0 && line !== 1))
    return undefined;
  // Leaves that are no acts send no event: what lies between is read with the act.
  while (sizes[line] <= index) {
    const query = { party, start: sizes[line], limit: Math.min(500, index + 1 - sizes[line]) };
    const page = await client.call("log", { params: { accord: accord.accord }, query });
    if (isRefusal(page)) return page;
    if (page.items.length === 0) return undefined;
    for (const item of page.items) {
      sizes[line] = item.index + 1;
      show({ party, item });
    }
  }
  return undefined;
}
