// A thread that verifies signatures: takes packed jobs (verifier.ts), answers one byte a job, 1 for a signature that
// holds.

import { parentPort } from "node:worker_threads";
import { Fault, isRefusal } from "../base/index.ts";
import { parseEd25519PublicKey } from "../seal/index.ts";
import { nativeSuite } from "../seal/native.ts";

const port = parentPort;
if (!port) throw new Fault("node.notAThread", "This file runs as a worker thread only.");

port.on("message", ({ id, packed, count }: { id: number; packed: Uint8Array; count: number }) => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const verdicts = new Uint8Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    const key = parseEd25519PublicKey(packed.subarray(at, at + 32));
    const length = view.getUint32(at + 96);
    const signature = packed.subarray(at + 32, at + 96);
    const message = packed.subarray(at + 100, at + 100 + length);
    if (!isRefusal(key) && nativeSuite.verifyEd25519({ key, message, signature })) verdicts[i] = 1;
    at += 100 + length;
  }
  port.postMessage({ id, verdicts }, [verdicts.buffer]);
});
