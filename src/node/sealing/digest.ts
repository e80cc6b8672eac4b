// SHA-256 of a large file while it is made. Hashing takes nearly as long as sealing, so beyond a size it has a thread
// of its own; both ways give the same digest.

import { createHash } from "node:crypto";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { Fault, hex } from "../../base/index.ts";

export interface RunningDigest {
  /** Takes the bytes over: they are not the caller's any more. Waits while the thread is far behind. */
  update(bytes: Uint8Array): Promise<void>;
  /** "sha256:" and 64 hexadecimal digits. Ends the thread. */
  digest(): Promise<string>;
  /** Ends the thread without a digest. */
  close(): Promise<void>;
}

/** A file of fewer bytes is done before a thread has started. */
const threadFrom = 16 << 20;
const behindMax = 16 << 20;

/** `size`: about how many bytes will come. */
export function runningDigest(size: number): RunningDigest {
  return size < threadFrom ? digestHere() : digestApart();
}

/** The bytes, if they are all of their memory and can be handed over. */
function whole(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const { buffer, byteLength } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? new Uint8Array(buffer) : undefined;
}

function digestHere(): RunningDigest {
  const hash = createHash("sha256");
  return {
    async update(bytes) {
      hash.update(bytes);
    },
    digest: async () => `sha256:${hex(hash.digest())}`,
    close: async () => undefined,
  };
}

function digestApart(): RunningDigest {
  const thread = new Worker(new URL("./digest-thread.ts", import.meta.url));
  let behind = 0;
  let digest: string | undefined;
  let failed: unknown;
  thread.on("message", (message: Uint8Array | string) => {
    if (typeof message === "string") digest = message;
    else behind -= message.length;
  });
  thread.on("error", (cause) => {
    failed = cause;
  });
  /** Throws when the thread has failed: a digest of part of a file would be worse than none. */
  const next = async (): Promise<void> => {
    if (!failed) await once(thread, "message");
    if (failed) throw new Fault("node.digestFailed", "The thread that hashes a document failed.", { cause: failed });
  };
  return {
    async update(bytes) {
      while (behind > behindMax) await next();
      behind += bytes.length;
      const owned = whole(bytes) ?? bytes.slice();
      thread.postMessage(owned, [owned.buffer]);
    },
    async digest() {
      thread.postMessage("end");
      while (digest === undefined) await next();
      await thread.terminate();
      return digest;
    },
    async close() {
      await thread.terminate();
    },
  };
}
