import { expect, test } from "vitest";
import { utf8 } from "../../base/index.ts";
import { Receiver } from "../testing/documents.ts";
import { digestOfBytes, encodeFrames } from "./frames.ts";

const digest = digestOfBytes(new Uint8Array(32).fill(1));
const bytes = Uint8Array.from({ length: 100 }, (_, i) => i);
const stranger = digestOfBytes(new Uint8Array(32).fill(9));

function frame(from: number, to: number): { digest: string; offset: number; bytes: Uint8Array } {
  return { digest, offset: from, bytes: bytes.slice(from, to) };
}

test("a document whose act is not here is refused, and what stands beside it is taken", async () => {
  const receiver = new Receiver([{ digest, bytes }]);
  const strange = { digest: stranger, offset: 0, bytes: utf8("x") };
  const answer = await receiver.receive(encodeFrames([strange, frame(0, 100)]));
  const documents = new Map([
    [stranger, { kind: "refused", code: "exchange.unknownDocument" }],
    [digest, { kind: "held" }],
  ]);
  expect(answer).toEqual({ kind: "each", documents });
});

test("more bytes than the act says are refused and none is kept", async () => {
  const receiver = new Receiver([{ digest, bytes }]);
  const answer = await receiver.receive(encodeFrames([{ digest, offset: 0, bytes: new Uint8Array(101) }]));
  expect(answer).toMatchObject({
    documents: new Map([[digest, { kind: "refused", code: "exchange.documentTooLong" }]]),
  });
  const absurd = await receiver.receive(encodeFrames([{ digest, offset: 2 ** 50, bytes: new Uint8Array(1) }]));
  expect(absurd).toEqual(answer);
  expect(receiver.contents.size).toBe(0);
});

test("frames twice, overlapping, behind a gap or out of order give the document or say where to go on", async () => {
  const receiver = new Receiver([{ digest, bytes }]);
  const far = async (...frames: readonly ReturnType<typeof frame>[]) => {
    const answer = await receiver.receive(encodeFrames(frames));
    return answer.kind === "each" ? answer.documents.get(digest) : answer;
  };
  expect(await far(frame(50, 60))).toEqual({ kind: "partial", offset: 0 });
  expect(await far(frame(0, 10), frame(10, 20))).toEqual({ kind: "partial", offset: 20 });
  expect(await far(frame(0, 10))).toEqual({ kind: "partial", offset: 20 });
  expect(await far(frame(15, 40), frame(50, 60), frame(30, 50))).toEqual({ kind: "partial", offset: 50 });
  expect(await far({ ...frame(0, 0) })).toEqual({ kind: "partial", offset: 50 });
  expect(await far(frame(50, 100))).toEqual({ kind: "held" });
  expect(await far(frame(50, 100))).toEqual({ kind: "held" });
  expect(receiver.contents.get(digest)).toEqual(bytes);
});

test("one changed bit is found at the end, and the document begins anew", async () => {
  const receiver = new Receiver([{ digest, bytes }]);
  const changed = frame(0, 100);
  changed.bytes[40] = 0;
  const answer = await receiver.receive(encodeFrames([changed]));
  expect(answer).toMatchObject({
    documents: new Map([[digest, { kind: "refused", code: "exchange.documentAltered" }]]),
  });
  expect(await receiver.receive(encodeFrames([frame(0, 100)]))).toMatchObject({
    documents: new Map([[digest, { kind: "held" }]]),
  });
});

test("while the link is stopped nothing is taken, and what is no request is refused whole", async () => {
  const receiver = new Receiver([{ digest, bytes }]);
  expect(await receiver.receive(utf8("hello"))).toEqual({ kind: "refused", code: "exchange.notFrames" });
  receiver.stopped = "exchange.fork";
  const answer = await receiver.receive(encodeFrames([frame(0, 100)]));
  expect(answer).toEqual({ kind: "stopped", code: "exchange.fork" });
  expect(receiver.contents.size).toBe(0);
});
