import { expect, test } from "vitest";
import { Receiver } from "../testing/documents.ts";
import { DocumentFetcher, usualFetchLimits } from "./fetch.ts";
import { digestOfBytes } from "./frames.ts";
import type { DocumentFetchPort } from "./port.ts";

const documents = [1, 2, 3].map((n) => ({
  digest: digestOfBytes(new Uint8Array(32).fill(n)),
  bytes: Uint8Array.from({ length: n * 1000 }, (_, i) => (i + n) % 256),
}));

type Ask = DocumentFetchPort["ask"];

/** Runs until all are held or so many pauses have passed; gives what was asked for. */
async function run(receiver: Receiver, ask: Ask, pauses = 30): Promise<readonly { digest: string; offset: number }[]> {
  const asked: { digest: string; offset: number }[] = [];
  let clock = 0;
  let left = pauses;
  const port: DocumentFetchPort = {
    condition: () => receiver.condition(),
    named: (digests) => receiver.named(digests),
    write: (pieces) => receiver.write(pieces),
    missing: async (limit) =>
      documents
        .filter(({ digest }) => !receiver.held.has(digest))
        .map(({ digest, bytes }) => ({
          digest,
          size: bytes.length,
          offset: receiver.contents.get(digest)?.length ?? 0,
        }))
        .slice(0, limit),
    ask: async (from) => {
      asked.push(from);
      return await ask(from);
    },
    wait: async ({ milliseconds }) => {
      clock += milliseconds;
      left -= 1;
      if (left === 0 || receiver.held.size === documents.length) fetcher.close();
    },
    now: () => clock / 1000,
  };
  const fetcher = new DocumentFetcher(port, usualFetchLimits);
  await fetcher.run();
  return asked;
}

function served(of: { digest: string; offset: number }, most = 700): Uint8Array | "absent" {
  const found = documents.find(({ digest }) => digest === of.digest);
  return found === undefined ? "absent" : found.bytes.slice(of.offset, of.offset + most);
}

test("what is missing is fetched piece by piece, from where it was cut", async () => {
  const receiver = new Receiver(documents);
  const [first] = documents;
  if (first) receiver.contents.set(first.digest, first.bytes.slice(0, 333));
  const asked = await run(receiver, async (from) => served(from));
  expect(receiver.held.size).toBe(3);
  expect(asked[0]).toMatchObject({ digest: first?.digest, offset: 333 });
});

test("one that the other side does not have is asked for less and less often, and the others are fetched", async () => {
  const receiver = new Receiver(documents);
  const lost = documents[0]?.digest;
  const asked = await run(receiver, async (from) => (from.digest === lost ? "absent" : served(from)));
  expect(receiver.held.size).toBe(2);
  expect(asked.filter(({ digest }) => digest === lost).length).toBeLessThan(8);
});

test("a closed road, too many bytes and bytes of another document lead to nothing but trying again", async () => {
  const receiver = new Receiver(documents);
  let times = 0;
  await run(receiver, async (from) => {
    times += 1;
    if (times === 1) return "unreachable";
    if (times === 2) return new Uint8Array(5000);
    if (times === 3) return new Uint8Array(served(from, 5000).length);
    return served(from, 5000);
  });
  expect(receiver.held.size).toBe(3);
});

test("nothing is fetched while the link is stopped", async () => {
  const receiver = new Receiver(documents);
  receiver.stopped = "exchange.fork";
  expect(await run(receiver, async (from) => served(from), 3)).toEqual([]);
});
