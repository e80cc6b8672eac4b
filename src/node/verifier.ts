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

/**
 * What a worker is sent: all jobs in one buffer. For each, 32 bytes of key, 64 of signature, four of length, the
 * message.
 */
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
  let threads: Thread[] = [];
  return {
    async verify(jobs) {
      if (options.threads === 0 || jobs.length < worthSharing) return verifyHere(jobs);
      // A thread that failed is replaced: the jobs it had are lost with it, the next ones are not.
      threads = threads.filter((thread) => thread.alive);
      while (threads.length < options.threads) threads.push(new Thread());
      const share = Math.ceil(jobs.length / threads.length);
      const parts = threads.map((thread, i) => thread.verify(jobs.slice(i * share, (i + 1) * share)));
      const verdicts: boolean[] = [];
      for (const part of await Promise.all(parts)) for (const verdict of part) verdicts.push(verdict === 1);
      return verdicts;
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
      threads = [];
    },
  };
}

interface Asked {
  readonly resolve: (verdicts: Uint8Array) => void;
  readonly reject: (cause: Fault) => void;
}

/** One worker thread and what it has been asked. */
class Thread {
  readonly #worker = new Worker(new URL("./verifier-thread.ts", import.meta.url));
  readonly #asked = new Map<number, Asked>();
  #next = 0;
  alive = true;

  constructor() {
    // Only a thread that works keeps the process alive.
    this.#worker.unref();
    this.#worker.on("message", (answer: { id: number; verdicts: Uint8Array }) => {
      this.#asked.get(answer.id)?.resolve(answer.verdicts);
      this.#asked.delete(answer.id);
      if (this.#asked.size === 0) this.#worker.unref();
    });
    this.#worker.on("error", (cause) => this.#fail(cause));
    this.#worker.on("exit", () => this.#fail(undefined));
  }

  async verify(jobs: readonly SignatureJob[]): Promise<Uint8Array> {
    if (jobs.length === 0) return new Uint8Array();
    const id = this.#next++;
    const packed = packJobs(jobs);
    return await new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id, packed, count: jobs.length }, [packed.buffer]);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(cause: unknown): void {
    this.alive = false;
    const fault = new Fault("node.verifierThread", "A verifying thread ended before its answer.", { cause });
    for (const one of this.#asked.values()) one.reject(fault);
    this.#asked.clear();
  }
}
