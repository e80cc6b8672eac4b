// The thread of digest.ts: hashes what it is given, in its order, and says after each piece that it has read it. It
// takes nothing from the house: loading it would take longer than hashing a small document.

import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";

const hash = createHash("sha256");

parentPort?.on("message", (message: Uint8Array | "end") => {
  if (message !== "end") hash.update(message);
  parentPort?.postMessage(message === "end" ? `sha256:${hash.digest("hex")}` : "");
});
