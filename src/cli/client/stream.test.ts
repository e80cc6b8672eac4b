// A body that is sent as it is read: whole, refused before its end, cut off by the node, or failing where it is read.

import { createServer, type RequestListener } from "node:http";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { problemOf, problemType } from "../../api/index.ts";
import { isRefusal, refuse } from "../../base/index.ts";
import { freePort } from "../../node/testing.ts";
import { createClient } from "./client.ts";

const piece = new Uint8Array(256 * 1024);
const params = { accord: "a".repeat(32), upload: "01973b9e-0c1e-7d3a-9b1c-2f5a8e6d4c01" } as const;

/** Sends so many pieces; what became of it, and whether all of them were read. */
async function sent(listener: RequestListener, given: { pieces: number; failing?: boolean }) {
  const port = await freePort();
  const server = createServer(listener).listen(port, "127.0.0.1");
  let read = 0;
  async function* contents(): AsyncGenerator<Uint8Array> {
    for (; read < given.pieces; read++) {
      if (given.failing && read === 2) throw new Error("the disk has gone");
      yield piece;
    }
  }
  try {
    const client = createClient({ address: { url: new URL(`http://127.0.0.1:${port}`), pin: undefined }, token: "t" });
    const content = { length: given.pieces * piece.length, pieces: Readable.from(contents()) };
    const answer = await client.call("appendUpload", { params, query: { offset: 0 }, content });
    return { answer, read, gone: content.pieces.destroyed };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test("all of it arrives, and the answer is read", async () => {
  let got = 0;
  const { answer } = await sent(
    async (request, response) => {
      for await (const bytes of request) got += bytes.length;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ upload: params.upload, offset: got, size: got }));
    },
    { pieces: 8 },
  );
  expect(answer).toMatchObject({ offset: 8 * piece.length });
});

test("a refusal that comes before the end is told, and the rest is not sent", async () => {
  const { answer, read, gone } = await sent(
    (_, response) => {
      const problem = problemOf(refuse("node.uploadOffset", { got: 0, offset: 7 }));
      response.writeHead(problem.status, { "content-type": problemType });
      response.end(JSON.stringify(problem));
    },
    { pieces: 400 },
  );
  expect(isRefusal(answer) && answer.code).toBe("node.uploadOffset");
  expect(read).toBeLessThan(400);
  expect(gone).toBe(true);
});

test("a node that goes away in the middle is told as silent, and so is a file that cannot be read on", async () => {
  const cut = await sent((request) => void request.once("data", () => request.destroy()), { pieces: 400 });
  expect(isRefusal(cut.answer) && cut.answer.code).toBe("cli.nodeSilent");
  const unread = await sent((request) => void request.resume(), { pieces: 8, failing: true });
  expect(isRefusal(unread.answer) && unread.answer.details.problem).toBe("the disk has gone");
});
