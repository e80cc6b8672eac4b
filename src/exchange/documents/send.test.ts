import fc from "fast-check";
import { expect, test } from "vitest";
import { Fault } from "../../base/index.ts";
import { Receiver, Sender, type TestDocument } from "../testing/documents.ts";
import { digestOfBytes, parseFrames } from "./frames.ts";
import { DocumentSender, usualDocumentSendLimits } from "./send.ts";

function documentOf(n: number, size: number): TestDocument {
  const digest = digestOfBytes(new Uint8Array(32).fill(n));
  return { digest, bytes: Uint8Array.from({ length: size }, (_, i) => (i * 7 + n) % 256) };
}

/** Runs until everything is delivered, or until so many pauses have passed. */
async function run(port: Sender, input: { bytes?: number; pauses?: number } = {}): Promise<DocumentSender> {
  const sender = new DocumentSender(port, { ...usualDocumentSendLimits, bytes: input.bytes ?? 4096 });
  const most = input.pauses ?? 400;
  port.onIdle = () => {
    if (port.undelivered.size === 0 || port.pauses >= most) sender.close();
  };
  await sender.run();
  return sender;
}

test("many small documents go in one request, and are delivered when the other side holds them", async () => {
  const documents = Array.from({ length: 100 }, (_, n) => documentOf(n, 30));
  const receiver = new Receiver(documents);
  const port = new Sender(documents, receiver);
  await run(port, { bytes: 1024 * 1024 });
  expect(port.carried).toHaveLength(1);
  expect(receiver.held.size).toBe(100);
});

test("a large document is cut, and asked about before it is sent", async () => {
  const documents = [documentOf(1, 700_000)];
  const receiver = new Receiver(documents);
  const port = new Sender(documents, receiver);
  await run(port, { bytes: 100_000 });
  const [first] = port.carried;
  expect(first && parseFrames(first)).toMatchObject([{ offset: 0, bytes: new Uint8Array() }]);
  expect(receiver.held.size).toBe(1);
  expect(port.carried.length).toBeLessThan(12);
});

test("a sender that begins again goes on where the other side is, at any byte", async () => {
  for (const offset of [1, 44, 65_535, 65_536, 300_001, 599_999]) {
    const documents = [documentOf(1, 600_000)];
    const [{ digest, bytes } = documentOf(1, 1)] = documents;
    const receiver = new Receiver(documents);
    receiver.contents.set(digest, bytes.slice(0, offset));
    const port = new Sender(documents, receiver);
    await run(port, { bytes: 1_000_000 });
    expect(receiver.held.has(digest)).toBe(true);
    const sent = port.carried.reduce((sum, one) => sum + one.length, 0);
    expect(sent).toBeLessThan(600_000 - offset + 500);
  }
});

test("law: whatever is lost or repeated, the other side ends with every document as it is", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 8 }),
      fc.infiniteStream(fc.constantFrom("carried", "carried", "lost", "answerLost")),
      async (sizes, fates) => {
        const documents = sizes.map((size, n) => documentOf(n, size));
        const receiver = new Receiver(documents);
        const port = new Sender(documents, receiver);
        let budget = 60;
        port.fate = () => (budget-- > 0 ? (fates.next().value ?? "carried") : "carried");
        await run(port);
        for (const { digest, bytes } of documents) expect(receiver.contents.get(digest)).toEqual(bytes);
      },
    ),
    { numRuns: 60 },
  );
});

test("a document that the other side refuses rests and does not stand in the others' way", async () => {
  const documents = [documentOf(1, 50), documentOf(2, 60), documentOf(3, 70)];
  const receiver = new Receiver(documents);
  const [bad] = documents;
  let tries = 0;
  receiver.refuses = (piece) => {
    if (piece.digest !== bad?.digest) return undefined;
    tries += 1;
    return tries <= 3 ? "exchange.noRoomForDocument" : undefined;
  };
  const port = new Sender(documents, receiver);
  const sender = await run(port);
  expect(receiver.held.size).toBe(3);
  expect(tries).toBe(4);
  expect(sender.state().refused.size).toBe(0);
});

test("a document of which the other side has not seen the act is told so, and tried again", async () => {
  const documents = [documentOf(1, 50)];
  const receiver = new Receiver([]);
  const port = new Sender(documents, receiver);
  const sender = await run(port, { pauses: 3 });
  expect([...sender.state().refused.values()]).toEqual(["exchange.unknownDocument"]);
  expect(receiver.contents.size).toBe(0);
});

test("a document that the other side has erased is not sent again", async () => {
  const documents = [documentOf(1, 50)];
  const receiver = new Receiver(documents);
  receiver.erased.add(documentOf(1, 50).digest);
  const port = new Sender(documents, receiver);
  await run(port);
  expect(port.undelivered.size).toBe(0);
  expect(receiver.contents.size).toBe(0);
});

test("nothing is sent while the link is stopped here, and a stop there is told", async () => {
  const documents = [documentOf(1, 50)];
  const receiver = new Receiver(documents);
  const port = new Sender(documents, receiver);
  port.stopped = "exchange.fork";
  await run(port, { pauses: 2 });
  expect(port.carried).toHaveLength(0);
  port.stopped = undefined;
  receiver.stopped = "exchange.fork";
  port.pauses = 0;
  const sender = await run(port, { pauses: 4 });
  expect(sender.state().lastError).toMatchObject({ code: "exchange.stoppedThere", details: { code: "exchange.fork" } });
});

test("an answer that never gets further is met slowly and told", async () => {
  const documents = [documentOf(1, 5000)];
  const receiver = new Receiver(documents);
  receiver.write = async (pieces) => new Map(pieces.map(({ digest }) => [digest, { kind: "partial", offset: 0 }]));
  const port = new Sender(documents, receiver);
  const sender = await run(port, { pauses: 6 });
  expect(sender.state().lastError?.code).toBe("exchange.documentStandsStill");
  expect(port.carried.length).toBeLessThan(8);
});

test("a fault of the disk here is a failure like another, and passes", async () => {
  const documents = [documentOf(1, 50)];
  const receiver = new Receiver(documents);
  const port = new Sender(documents, receiver);
  const sound = port.due.bind(port);
  let times = 0;
  port.due = async (limit) => {
    times += 1;
    if (times < 3) throw new Fault("store.diskFailed", "The disk failed.");
    return await sound(limit);
  };
  await run(port);
  expect(receiver.held.size).toBe(1);
});
