// Verifies many signatures: a few at once here, many in worker threads beside the main one, which meanwhile reads and
// writes. The answer is the same wherever it is worked out.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { Fault } from "../base/index.ts";
import type { Ed25519PublicKey } from "../seal/index.ts";
import { nativeSuite } from "../seal/native.ts";

export interface SignatureJob {
  readonly key: Ed25519PublicKey;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Verifier {
  /** One verdict a job, in the order given. */
  verify(jobs: readonly SignatureJob[]): Promise<readonly boolean[]>;
  close(): Promise<void>;
}

/** Below this many signatures a thread's round trip costs more than it saves. */
const worthSharing = 32;

/** What a worker is sent: all jobs in one buffer. For each, 32 bytes of key, 64 of signature, four of length, the message. */
export function packJobs(jobs: readonly SignatureJob[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const job of jobs) length += 100 + job.message.length;
  const packed = new Uint8Array(length);
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const job of jobs) {
    packed.set(job.key, at);
    packed.set(job.signature, at + 32);
    view.setUint32(at + 96, job.message.length);
    packed.set(job.message, at + 100);
    at += 100 + job.message.length;
  }
  return packed;
}

export function verifyHere(jobs: readonly SignatureJob[]): readonly boolean[] {
  return jobs.map((job) => nativeSuite.verifyEd25519(job));
}

/** Verifies with `threads` workers, started at the first long run. Without workers (0) everything is verified here. */
export function createVerifier(
  options: { threads: number } = { threads: Math.max(1, availableParallelism() - 1) },
): Verifier {
  const workers: Worker[] = [];
  const waiting = new Map<number, { resolve: (verdicts: Uint8Array) => void; reject: (cause: unknown) => void }>();
  let next = 0;

  const start = (): void => {
    while (workers.length < options.threads) {
      const worker = new Worker(new URL("./verifier-thread.ts", import.meta.url));
      worker.unref();
      worker.on("message", (answer: { id: number; verdicts: Uint8Array }) => {
        waiting.get(answer.id)?.resolve(answer.verdicts);
        waiting.delete(answer.id);
      });
      worker.on("error", (cause) => {
        for (const one of waiting.values())
          one.reject(new Fault("node.verifierThread", "A verifying thread failed.", { cause }));
        waiting.clear();
      });
      workers.push(worker);
    }
  };

  const ask = (worker: Worker, jobs: readonly SignatureJob[]): Promise<Uint8Array> => {
    const id = next++;
    const packed = packJobs(jobs);
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, packed, count: jobs.length }, [packed.buffer]);
    });
  };

  return {
    async verify(jobs) {
      if (options.threads === 0 || jobs.length < worthSharing) return verifyHere(jobs);
      start();
      const share = Math.ceil(jobs.length / workers.length);
      const parts = workers.map((worker, i) => ask(worker, jobs.slice(i * share, (i + 1) * share)));
      const verdicts: boolean[] = [];
      for (const part of await Promise.all(parts)) for (const verdict of part) verdicts.push(verdict === 1);
      return verdicts;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
      workers.length = 0;
    },
  };
}
