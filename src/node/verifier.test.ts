import { afterAll, expect, test } from "vitest";
import { utf8 } from "../base/index.ts";
import { generateEd25519 } from "../seal/native.ts";
import { createVerifier, packJobs, type SignatureJob, verifyHere } from "./verifier.ts";

const threads = createVerifier({ threads: 2 });
afterAll(() => threads.close());

const { signer } = generateEd25519();
const { signer: stranger } = generateEd25519();

/** So many signatures, every third of which is altered, of another message, or of another key. */
function jobs(count: number): SignatureJob[] {
  return Array.from({ length: count }, (_, i) => {
    const message = utf8(`message ${i} ${"x".repeat(i % 70)}`);
    const signature = signer.sign(message);
    if (i % 9 === 0) return { key: signer.publicKey, message, signature: signature.map((byte) => byte ^ 1) };
    if (i % 9 === 3) return { key: signer.publicKey, message: utf8("another"), signature };
    if (i % 9 === 6) return { key: stranger.publicKey, message, signature };
    return { key: signer.publicKey, message, signature };
  });
}

test("threads give the verdicts that are worked out here, in the same order, for any number of jobs", async () => {
  for (const count of [0, 1, 31, 32, 33, 35, 200]) {
    const given = jobs(count);
    const verdicts = await threads.verify(given);
    expect(verdicts).toEqual(verifyHere(given));
    expect(verdicts).toEqual(given.map((_, i) => i % 3 !== 0));
  }
});

test("a run shared between a thread and this one has the same verdicts, in the same order", async () => {
  const shared = createVerifier({ threads: 1, here: true });
  const given = jobs(2_000);
  expect(await shared.verify(given)).toEqual(verifyHere(given));
  await shared.close();
});

test("runs asked for at once do not mix", async () => {
  const runs = [jobs(64), jobs(50).reverse(), jobs(90)];
  const verdicts = await Promise.all(runs.map((run) => threads.verify(run)));
  expect(verdicts).toEqual(runs.map(verifyHere));
});

test("an empty message and a long one are packed with their lengths", () => {
  const [empty, long] = [new Uint8Array(), new Uint8Array(70_000).fill(7)];
  const packed = packJobs(
    [empty, long].map((message) => ({ key: signer.publicKey, message, signature: new Uint8Array(64) })),
  );
  expect(packed).toHaveLength(2 * 133 + 70_000);
  expect(new DataView(packed.buffer).getUint32(129)).toBe(0);
  expect(new DataView(packed.buffer).getUint32(262)).toBe(70_000);
});

test("a verifier closed while it works says so, and one asked again starts anew", async () => {
  const closing = createVerifier({ threads: 1 });
  const asked = expect(closing.verify(jobs(2_000))).rejects.toThrow("ended before its answer");
  await closing.close();
  await asked;
  expect(await closing.verify(jobs(40))).toEqual(verifyHere(jobs(40)));
  await closing.close();
});
