import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { runningDigest } from "./digest.ts";

const mebibyte = 1 << 20;

test.each([
  ["in the same thread", 0],
  ["in a thread of its own", 64 * mebibyte],
])("a digest %s is that of all pieces in their order", async (_, size) => {
  const expected = createHash("sha256");
  const running = runningDigest(size);
  const shared = new Uint8Array(new SharedArrayBuffer(mebibyte));
  for (let i = 0; i < 40; i++) {
    // Pieces of memory of their own, and one piece of memory filled again and again.
    const piece = i % 2 === 0 ? new Uint8Array(mebibyte + i).fill(i) : shared.fill(i).subarray(i);
    expected.update(piece);
    await running.update(piece);
  }
  expect(await running.digest()).toBe(`sha256:${expected.digest("hex")}`);
});

test("a part of a larger memory stays its owner's", async () => {
  const running = runningDigest(64 * mebibyte);
  const memory = new Uint8Array(100).fill(1);
  await running.update(memory.subarray(10));
  expect(memory[50]).toBe(1);
  await running.close();
});
