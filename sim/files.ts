// The files of a machine's disk, for documents that are large or under way: what the node's own files are, kept in
// memory on virtual time. What an operation has answered is on the disk; one that was under way when the process was
// killed has written some of its bytes, or all, or none. A file is never half renamed.

import { createHash } from "node:crypto";
import { Fault } from "../src/base/index.ts";
import type { DocumentFiles } from "../src/node/index.ts";
import type { Clock } from "./clock.ts";
import type { Life } from "./disk.ts";
import type { Random } from "./random.ts";

/** What can go wrong with files. */
export interface FileFaults {
  /** How often the disk is full when something is to be written, and how often it fails: probabilities. */
  readonly full: number;
  readonly failed: number;
  /** The longest an operation takes, milliseconds. */
  readonly slow: number;
}

export const soundFiles: FileFaults = { full: 0, failed: 0, slow: 2 };

const folder = "/documents";
const plenty = 2 ** 40;
/** Bytes given at once. */
const chunk = 16 * 1024;

/** A copy of all files, as a backup has it. Files are replaced and never changed in place. */
export type FilesCopy = ReadonlyMap<string, Uint8Array>;

export class SimulatedFiles {
  readonly #clock: Clock;
  readonly #random: Random;
  #files = new Map<string, Uint8Array>();
  faults: FileFaults = soundFiles;

  constructor(parts: { readonly clock: Clock; readonly random: Random }) {
    this.#clock = parts.clock;
    this.#random = parts.random;
  }

  copy(): FilesCopy {
    return new Map(this.#files);
  }

  /** Puts a copy in the place of everything. */
  restore(copy: FilesCopy): void {
    this.#files = new Map(copy);
  }

  /** The bytes of a whole document's file, for whoever watches from outside. */
  whole(digest: string): Uint8Array | undefined {
    return this.#files.get(pathOf(digest));
  }

  /** Whether anything of the document is in a file. */
  has(digest: string): boolean {
    return this.#files.has(pathOf(digest)) || this.#files.has(`${pathOf(digest)}.part`);
  }

  /** The files as one process sees them: after it was killed it hears nothing more. */
  open(life: Life): DocumentFiles {
    const files = () => this.#files;
    const living = async <T>(work: () => Promise<T> | T): Promise<T> => {
      await this.#pause();
      if (!life.alive) return await new Promise<T>(() => undefined);
      const value = await work();
      return life.alive ? value : await new Promise<T>(() => undefined);
    };
    const chunks = async function* (path: string, from = 0): AsyncGenerator<Uint8Array> {
      const bytes = await living(() => files().get(path));
      if (bytes === undefined) throw new Fault("node.documentDisk", `There is no file ${path}.`);
      for (let at = from; at < bytes.length; at += chunk) yield await living(() => bytes.subarray(at, at + chunk));
    };
    return {
      folder,
      free: () => living(() => (this.#random.chance(this.faults.full) ? 0 : plenty)),
      path: pathOf,
      part: (digest) => `${pathOf(digest)}.part`,
      upload: (id) => `${folder}/uploads/${id}.part`,
      size: (path) => living(() => files().get(path)?.length),
      age: () => living(() => 0),
      append: (path, input) => living(() => this.#append(life, { path, ...input })),
      keep: (from, digest) =>
        living(() => {
          this.#mayFail();
          const bytes = files().get(from);
          if (bytes === undefined) throw new Fault("node.documentDisk", `There is no file ${from}.`);
          files().delete(from);
          files().set(pathOf(digest), bytes);
        }),
      remove: (path) => living(() => void files().delete(path)),
      read: (path, range) =>
        living(() =>
          files()
            .get(path)
            ?.subarray(range.offset, range.offset + range.length)
            ?.slice(),
        ),
      chunks,
      async digest(path) {
        const hash = createHash("sha256");
        for await (const bytes of chunks(path)) hash.update(bytes);
        return `sha256:${hash.digest("hex")}`;
      },
      async *names() {
        for (const path of await living(() => [...files().keys()].sort())) {
          const [, hex, part] = /^\/documents\/[0-9a-f]{2}\/([0-9a-f]{64})(\.part)?$/.exec(path) ?? [];
          if (hex !== undefined) yield { digest: `sha256:${hex}`, path, whole: part === undefined };
        }
      },
      uploads: () => living(() => []),
    };
  }

  async #append(
    life: Life,
    input: { readonly path: string; readonly offset: number; readonly pieces: Iterable<Uint8Array> },
  ): Promise<"written" | "full"> {
    const { path, offset, pieces } = input;
    this.#mayFail();
    if (this.#random.chance(this.faults.full)) return "full";
    const before = this.#files.get(path) ?? new Uint8Array();
    const whole = Buffer.concat([before.subarray(0, offset), ...pieces]);
    // Half of it first: a kill leaves that.
    const half = this.#random.between(Math.min(offset, before.length), whole.length);
    this.#files.set(path, new Uint8Array(whole.subarray(0, half)));
    await this.#pause();
    if (!life.alive) return "full";
    this.#files.set(path, new Uint8Array(whole));
    return "written";
  }

  #mayFail(): void {
    if (this.#random.chance(this.faults.failed)) throw new Fault("node.documentDisk", "The disk failed under a file.");
  }

  #pause(): Promise<void> {
    return this.#clock.sleep(this.#random.between(0, this.faults.slow));
  }
}

function pathOf(digest: string): string {
  const hex = digest.slice("sha256:".length);
  return `${folder}/${hex.slice(0, 2)}/${hex}`;
}
