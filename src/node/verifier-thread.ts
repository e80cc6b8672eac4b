// A thread that verifies signatures: takes packed jobs (verifier.ts), answers one byte a job, 1 for a signature that
// holds.

import { parentPort } from "node:worker_threads";
import { base64url, Fault, isRefusal } from "../base/index.ts";
import { isSigned, parseEd25519PublicKey, parseP256PublicKey, type SignatureCheck } from "../seal/index.ts";
import { nativeSuite } from "../seal/native.ts";

const port = parentPort;
if (!port) throw new Fault("node.notAThread", "This file runs as a worker thread only.");

port.on("message", ({ id, packed, count }: { id: number; packed: Uint8Array; count: number }) => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const verdicts = new Uint8Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    const key = keyIn(packed.subarray(at + 1, at + 1 + (packed[at] ?? 0)));
    const length = view.getUint32(at + 129);
    const signature = packed.subarray(at + 65, at + 129);
    const message = packed.subarray(at + 133, at + 133 + length);
    if (key && isSigned(nativeSuite, { key, message, signature })) verdicts[i] = 1;
    at += 133 + length;
  }
  port.postMessage({ id, verdicts }, [verdicts.buffer]);
});

/** The key again as what its parser gave: a brand does not cross a thread. */
function keyIn(bytes: Uint8Array): SignatureCheck["key"] | undefined {
  if (bytes.length === 64) return parseP256PublicKey(base64url(bytes.subarray(0, 32)), base64url(bytes.subarray(32)));
  const key = parseEd25519PublicKey(bytes);
  return isRefusal(key) ? undefined : key;
}
