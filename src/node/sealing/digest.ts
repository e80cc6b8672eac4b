// SHA-256 of a large file while it is made. Hashing takes nearly as long as sealing, so beyond a size it has a thread
// of its own; both ways give the same digest.

import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import { Fault } from "../../base/index.ts";

export interface RunningDigest {
  /**
   * The bytes must stay as they are until it resolves: another thread may be reading them. Shared memory is read where
   * it is; anything else is copied.
   */
  update(bytes: Uint8Array): Promise<void>;
  /** "sha256:" and 64 hexadecimal digits, of everything given so far. Ends the thread. */
  digest(): Promise<string>;
  /** Ends the thread without a digest. */
  close(): Promise<void>;
}

/** A file of fewer bytes is done before a thread has started. */
const threadFrom = 16 << 20;

/** `size`: about how many bytes will come. */
export function runningDigest(size: number): RunningDigest {
  return size < threadFrom ? digestHere() : digestApart();
}

function digestHere(): RunningDigest {
  const hash = createHash("sha256");
  return {
    async update(bytes) {
      hash.update(bytes);
    },
    digest: async () => `sha256:${hash.digest("hex")}`,
    close: async () => undefined,
  };
}

function digestApart(): RunningDigest {
  const thread = new Worker(new URL("./digest-thread.ts", import.meta.url));
  const asked: PromiseWithResolvers<string>[] = [];
  let failed: Fault | undefined;
  thread.on("message", (answer: string) => asked.shift()?.resolve(answer));
  thread.on("error", (cause) => {
    // A digest of part of a file would be worse than none.
    failed = new Fault("node.digestFailed", "The thread that hashes a document failed.", { cause });
    for (const one of asked.splice(0)) one.reject(failed);
  });
  const ask = (message: Uint8Array | "end"): Promise<string> => {
    if (failed) return Promise.reject(failed);
    const answer = Promise.withResolvers<string>();
    asked.push(answer);
    thread.postMessage(message);
    return answer.promise;
  };
  return {
    async update(bytes) {
      await ask(bytes);
    },
    async digest() {
      const digest = await ask("end");
      await thread.terminate();
      return digest;
    },
    async close() {
      await thread.terminate();
    },
  };
}
