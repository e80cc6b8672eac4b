// Both registers as one list in the order of their times: each side's leaves stay in their register's order, and a leaf
// that is no act, which tells no time, stands directly after the one before it.

import type { AccordDetail, LogItem } from "../../api/index.ts";
import { isRefusal, type Refusal } from "../../base/index.ts";
import type { NodeClient } from "../client/client.ts";

export interface LoggedLeaf {
  readonly party: string;
  readonly item: LogItem;
}

const page = 500;

/**
 * Leaves from `sizes` on, which are in the founding's order and move as leaves are given. Ends with a refusal, or at
 * the end.
 */
export async function* mergedLog(
  client: NodeClient,
  input: { readonly accord: AccordDetail; readonly sizes: [number, number] },
): AsyncGenerator<LoggedLeaf, Refusal | undefined> {
  const { accord, sizes } = input;
  const [first, second] = accord.parties;
  const lines = [
    readerOf(client, { accord: accord.accord, party: first.party, start: sizes[0] }),
    readerOf(client, { accord: accord.accord, party: second.party, start: sizes[1] }),
  ] as const;
  for (;;) {
    const [a, b] = [await lines[0].peek(), await lines[1].peek()];
    if (isRefusal(a)) return a;
    if (isRefusal(b)) return b;
    const line = b === undefined || (a !== undefined && a.at <= b.at) ? 0 : 1;
    const next = line === 0 ? a : b;
    if (next === undefined) return undefined;
    lines[line].take();
    sizes[line] = next.item.index + 1;
    yield { party: accord.parties[line].party, item: next.item };
  }
}

interface TimedItem {
  readonly item: LogItem;
  /** ISO 8601 in UTC; texts of one form compare as times. */
  readonly at: string;
}

interface LogReader {
  peek(): Promise<TimedItem | undefined | Refusal>;
  take(): void;
}

function readerOf(client: NodeClient, input: { accord: string; party: string; start: number }): LogReader {
  let start: number | undefined = input.start;
  let waiting: LogItem[] = [];
  let before = "";
  return {
    async peek() {
      while (waiting.length === 0 && start !== undefined) {
        const query = { party: input.party, start, limit: page };
        const answer = await client.call("log", { params: { accord: input.accord }, query });
        if (isRefusal(answer)) return answer;
        waiting = answer.items;
        start = answer.next;
      }
      const [item] = waiting;
      if (item?.kind === "act") before = item.act.at;
      return item && { item, at: before };
    },
    take() {
      waiting.shift();
    },
  };
}

export function logLine({ party, item }: LoggedLeaf): string {
  if (item.kind === "unreadable") return `(no time)             ${party} ${item.index}  no act: ${item.refusal.code}`;
  const { act } = item;
  const became = act.outcome.kind === "effective" ? "" : `  [${act.outcome.kind}]`;
  const said = `${act.procedure} ${act.step} by ${act.service}/${act.function}`;
  return `${act.at}  ${party} ${item.index}  ${said}  ${act.rung}${became}  ${act.id}`;
}
