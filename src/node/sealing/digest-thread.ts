// The thread of digest.ts: hashes what it is given, in its order, and gives each piece back when it has read it.

import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { hex } from "../../base/index.ts";

const hash = createHash("sha256");

parentPort?.on("message", (message: Uint8Array<ArrayBuffer> | "end") => {
  if (message === "end") {
    parentPort?.postMessage(`sha256:${hex(hash.digest())}`);
    return;
  }
  hash.update(message);
  parentPort?.postMessage(message, [message.buffer]);
});
