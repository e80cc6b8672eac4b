// Acts held by both sides: how many a second through the API in requests of 500, and how long from the API's acceptance
// to held-by-both at 200 acts a second.

import { heldSize } from "./answers.ts";
import { against, type Figure, percentile } from "./figure.ts";
import type { Limits } from "./limits.ts";
import { heldByBoth, passage, send } from "./load.ts";
import { serveApart, type World } from "./world.ts";

const perRequest = 500;
const lanes = 2;
/** Visits whose gates one request logs; the next request is about the next of them. */
const visitsPerRequest = 64;

export async function heldRate(world: World, input: { acts: number; limits: Limits }): Promise<Figure[]> {
  const il = await serveApart(world.homes[1]);
  const ma = await serveApart(world.homes[0]);
  await load(world, 4_000);
  const start = performance.now();
  const last = await load(world, input.acts);
  await heldUpTo(world, last);
  const perSecond = input.acts / ((performance.now() - start) / 1000);
  const latencies = await latency(world, input.acts >= 20_000 ? 3_000 : 600);
  await ma.stop();
  await il.stop();
  const { verify } = input.limits;
  return [
    against({
      name: "acts.heldByBoth.rate",
      value: perSecond,
      unit: "acts/s",
      limit: verify,
      wanted: "≥ 3000 and ratio ≥ 0.35",
    }),
    { name: "acts.heldByBoth.p50", value: percentile(latencies, 0.5), unit: "ms", wanted: "≤ 20" },
    { name: "acts.heldByBoth.p99", value: percentile(latencies, 0.99), unit: "ms", wanted: "≤ 80" },
  ];
}

let rotation = 0;

/** As many acts as come round to every visit. */
export function roundOf(world: World): number {
  return Math.ceil(world.visits.length / visitsPerRequest) * perRequest;
}

/** Sends so many acts over a few connections; gives the largest index. */
export async function load(world: World, acts: number): Promise<number> {
  let sent = 0;
  let last = -1;
  const lane = async (): Promise<void> => {
    while (sent < acts) {
      sent += perRequest;
      const first = rotation;
      rotation += visitsPerRequest;
      const batch = Array.from({ length: perRequest }, (_, i) =>
        passage(visitOf(world, first + (i % visitsPerRequest))),
      );
      last = Math.max(last, await send(world, batch));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return last;
}

export function visitOf(world: World, i: number): string {
  return world.visits[i % world.visits.length] ?? "";
}

async function heldUpTo(world: World, index: number): Promise<void> {
  while ((await heldByBoth(world)) <= index) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** One act every 5 ms; the time from the API's answer to the event that says both hold it. */
async function latency(world: World, acts: number): Promise<readonly number[]> {
  const accepted = new Map<number, number>();
  const measured: number[] = [];
  const stop = new AbortController();
  let held = 0;
  const listening = listen(world, stop.signal, (size) => {
    const now = performance.now();
    for (const [index, at] of accepted) {
      if (index >= size) continue;
      measured.push(Math.max(0, now - at));
      accepted.delete(index);
    }
    held = Math.max(held, size);
  });
  await listening.ready;
  const start = performance.now();
  const pending: Promise<void>[] = [];
  for (let i = 0; i < acts; i++) {
    const due = start + i * 5;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    pending.push(
      send(world, [passage(visitOf(world, i))]).then((index) => {
        // The event may come before the answer is read here: it was held in no time.
        if (index < held) measured.push(0);
        else accepted.set(index, performance.now());
      }),
    );
  }
  await Promise.all(pending);
  while (accepted.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  stop.abort();
  return measured;
}

/** Reads the API's stream of events and tells every size of Morocco's register that both hold. */
function listen(world: World, signal: AbortSignal, told: (size: number) => void): { readonly ready: Promise<void> } {
  const ready = (async () => {
    const response = await fetch(`${world.urls[0]}/api/accords/${world.accord}/events`, {
      headers: { authorization: `Bearer ${world.tokens[0]}` },
      signal,
    });
    const reader = response.body?.getReader();
    if (!reader) throw new Error("No stream.");
    void (async () => {
      const decoder = new TextDecoder();
      let text = "";
      for (;;) {
        const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
        if (done || !value) return;
        text += decoder.decode(value, { stream: true });
        const lines = text.split("\n");
        text = lines.pop() ?? "";
        for (const line of lines) {
          if (!line.startsWith("data: ")) continue;
          const size = heldSize(line.slice(6));
          if (size !== undefined) told(size);
        }
      }
    })();
  })();
  return { ready };
}
