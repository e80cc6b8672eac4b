// Verifies many signatures: a few at once here, many in worker threads beside the main one, which meanwhile reads and
// writes. The answer is the same wherever it is worked out.

import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { Fault } from "../base/index.ts";
import { isSigned, type SignatureCheck } from "../seal/index.ts";
import { nativeSuite } from "../seal/native.ts";

export type SignatureJob = SignatureCheck;

export interface Verifier {
  /** One verdict a job, in the order given. */
  verify(jobs: readonly SignatureJob[]): Promise<readonly boolean[]>;
  close(): Promise<void>;
}

/** Below this many signatures a thread's round trip costs more than it saves. */
const worthSharing = 32;

/**
 * What a worker is sent: all jobs in one buffer. For each, a byte that says how long its key is, 64 bytes for the key,
 * 64 of signature, four of length, the message.
 */
export function packJobs(jobs: readonly SignatureJob[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const job of jobs) length += jobHead + job.message.length;
  const packed = new Uint8Array(length);
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const job of jobs) {
    packed[at] = job.key.length;
    packed.set(job.key, at + 1);
    packed.set(job.signature, at + 65);
    view.setUint32(at + 129, job.message.length);
    packed.set(job.message, at + jobHead);
    at += jobHead + job.message.length;
  }
  return packed;
}

/** Bytes of a packed job before its message. */
const jobHead = 133;

export function verifyHere(jobs: readonly SignatureJob[]): readonly boolean[] {
  return jobs.map((job) => isSigned(nativeSuite, job));
}

/** Signatures a thread is sent at a time; it has two such runs, so that it need not wait for the next. */
const sentAtOnce = 256;
/** Signatures verified here between two looks at what else there is to do: some milliseconds. */
const hereAtOnce = 16;

/**
 * Verifies with `threads` workers, started at the first long run. Without workers (0) everything is verified here.
 * `here`: this thread takes its share of a long run too, as fast as it has time; not for one that has other work.
 */
export function createVerifier(
  options: { readonly threads: number; readonly here?: boolean } = {
    threads: Math.max(1, availableParallelism() - 1),
    here: true,
  },
): Verifier {
  let threads: Thread[] = [];
  return {
    async verify(jobs) {
      if (options.threads === 0 || jobs.length < worthSharing) return verifyHere(jobs);
      // A thread that failed is replaced: the jobs it had are lost with it, the next ones are not.
      threads = threads.filter((thread) => thread.alive);
      while (threads.length < options.threads) threads.push(new Thread());
      const run = new Run(jobs);
      await Promise.all([
        ...threads.flatMap((thread) => [run.there(thread), run.there(thread)]),
        ...(options.here ? [run.here()] : []),
      ]);
      return run.verdicts;
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
      threads = [];
    },
  };
}

/** One long run, of which whoever is free takes the next jobs. */
class Run {
  readonly #jobs: readonly SignatureJob[];
  readonly verdicts: boolean[];
  #next = 0;

  constructor(jobs: readonly SignatureJob[]) {
    this.#jobs = jobs;
    this.verdicts = jobs.map(() => false);
  }

  async there(thread: Thread): Promise<void> {
    for (let taken = this.#take(sentAtOnce); taken.jobs.length > 0; taken = this.#take(sentAtOnce)) {
      const verdicts = await thread.verify(taken.jobs);
      for (const [i, verdict] of verdicts.entries()) this.verdicts[taken.start + i] = verdict === 1;
    }
  }

  async here(): Promise<void> {
    for (let taken = this.#take(hereAtOnce); taken.jobs.length > 0; taken = this.#take(hereAtOnce)) {
      for (const [i, verdict] of verifyHere(taken.jobs).entries()) this.verdicts[taken.start + i] = verdict;
      await setImmediate();
    }
  }

  #take(most: number): { readonly start: number; readonly jobs: readonly SignatureJob[] } {
    const start = this.#next;
    const jobs = this.#jobs.slice(start, start + most);
    this.#next += jobs.length;
    return { start, jobs };
  }
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
