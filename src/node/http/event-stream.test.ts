import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { type ApiEvent, formatCursor, type StreamedEvent } from "../../api/index.ts";
import { createBroadcast } from "./broadcast.ts";
import { accord, startRim } from "./testing/rim.ts";

const path = `/api/accords/${accord}/events`;

function held(size: number): StreamedEvent<ApiEvent> {
  return { cursor: formatCursor({ sizes: [size, 0] }), event: { type: "held", party: "MA", size } };
}

/** Reads the stream until the text holds `end`. */
async function readUntil(answer: Response, end: string): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes(end)) return text;
  }
  return text;
}

test("events have name, id and data, and a reader that comes again misses none and gets none twice", async () => {
  const live = createBroadcast<StreamedEvent<ApiEvent>>({ backlog: 100 });
  const log: StreamedEvent<ApiEvent>[] = [];
  const publish = (size: number): void => {
    log.push(held(size));
    live.publish(held(size));
  };
  await using rim = await startRim({
    handlers: {
      async *events({ query }) {
        const from = query.after?.sizes[0] ?? log.length;
        const listening = live.listen();
        yield* log.slice(from);
        yield* listening;
      },
    },
  });
  const first = await rim.ask(path);
  expect(first.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  const reading = readUntil(first, "id: 2:0");
  await wait(20);
  for (const size of [1, 2]) publish(size);
  const text = await reading;
  expect(text).toContain(`id: 1:0\nevent: held\ndata: {"type":"held","party":"MA","size":1}\n\n`);
  // The reader is gone while three more happen.
  for (const size of [3, 4, 5]) publish(size);
  const again = await rim.ask(path, { headers: { "last-event-id": "2:0" } });
  const rest = await readUntil(again, "id: 5:0");
  expect([...rest.matchAll(/^id: (.*)$/gm)].map((match) => match[1])).toEqual(["3:0", "4:0", "5:0"]);
});

test("in silence a comment is sent, and the handler's stream ends when its reader leaves", async () => {
  let left = false;
  const live = createBroadcast<StreamedEvent<ApiEvent>>({ backlog: 1 });
  await using rim = await startRim({
    limits: { answerMs: 1000, streams: 4, heartbeatMs: 10 },
    handlers: {
      events: () => {
        const source = live.listen();
        return {
          [Symbol.asyncIterator]: () => ({
            next: () => source.next(),
            return: () => {
              left = true;
              return Promise.resolve({ done: true, value: undefined });
            },
          }),
        };
      },
    },
  });
  const answer = await rim.ask(path);
  expect(await readUntil(answer, "\n\n:\n\n:\n\n")).toContain(": open\n\n:\n\n:\n\n");
  await answer.body?.cancel().catch(() => undefined);
  await expect.poll(() => left).toBe(true);
});

test("no more streams are open than the limit, and one that ends makes room", async () => {
  const live = createBroadcast<StreamedEvent<ApiEvent>>({ backlog: 1 });
  await using rim = await startRim({
    limits: { answerMs: 1000, streams: 1, heartbeatMs: 1000 },
    handlers: { events: () => live.listen() },
  });
  const head = await rim.ask(path, { method: "HEAD" });
  expect(head.status).toBe(200);
  const controller = new AbortController();
  const first = await rim.ask(path, { signal: controller.signal });
  expect(first.status).toBe(200);
  const second = await rim.ask(path);
  expect(second.status).toBe(503);
  expect(await second.json()).toMatchObject({ code: "api.tooManyStreams", details: { limit: 1 } });
  controller.abort();
  await expect
    .poll(async () => {
      const third = await rim.ask(path);
      await third.body?.cancel();
      return third.status;
    })
    .toBe(200);
});

test("a source that fails ends its stream and is told to the log", async () => {
  await using rim = await startRim({
    handlers: {
      async *events() {
        yield held(1);
        throw new Error("the source broke");
      },
    },
  });
  const answer = await rim.ask(path);
  const text = await answer.text();
  expect(text).toContain("id: 1:0");
  expect(text).not.toContain("broke");
  expect(rim.faults).toMatchObject([{ where: "events", cause: { message: "the source broke" } }]);
});

test("a server that closes ends its streams", async () => {
  const live = createBroadcast<StreamedEvent<ApiEvent>>({ backlog: 1 });
  const rim = await startRim({ handlers: { events: () => live.listen() } });
  const answer = await rim.ask(path);
  const text = answer.text();
  await rim.server.close();
  expect(await text).toContain(": open");
});

test("a listener hears everything in order from when it came, and nothing after it left", async () => {
  const broadcast = createBroadcast<number>({ backlog: 10 });
  broadcast.publish(0);
  const listening = broadcast.listen();
  const waiting = listening.next();
  for (const value of [1, 2, 3]) broadcast.publish(value);
  expect(await waiting).toEqual({ done: false, value: 1 });
  expect((await listening.next()).value).toBe(2);
  await listening.return?.();
  broadcast.publish(4);
  expect((await listening.next()).done).toBe(true);
});

test("a listener that falls behind is let go after what it has waiting", async () => {
  const broadcast = createBroadcast<number>({ backlog: 2 });
  const slow = broadcast.listen();
  for (const value of [1, 2, 3, 4]) broadcast.publish(value);
  const heard: number[] = [];
  for await (const value of slow) heard.push(value);
  expect(heard).toEqual([1, 2]);
  broadcast.close();
});
