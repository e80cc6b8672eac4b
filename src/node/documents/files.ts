// The files of large documents, and of documents under way: ciphertext only, readable by their owner only. A whole one
// stands under its digest; what is incomplete ends in `.part` and takes its name when it is whole and synced. A crash
// leaves a part, never half of a whole.

import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, statfs, truncate } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Fault } from "../../base/index.ts";

/** Bytes read at once: enough for the disk, little for the memory. */
const readBytes = 256 * 1024;

export class DocumentFiles {
  readonly folder: string;
  /** Bytes free on the disk; a test may say otherwise. */
  readonly free: () => Promise<number>;

  constructor(folder: string, free?: () => Promise<number>) {
    this.folder = folder;
    this.free = free ?? (() => freeBytes(folder));
  }

  /** Where the whole document stands. */
  path(digest: string): string {
    const hex = digest.slice("sha256:".length);
    return join(this.folder, hex.slice(0, 2), hex);
  }

  part(digest: string): string {
    return `${this.path(digest)}.part`;
  }

  upload(id: string): string {
    return join(this.folder, "uploads", `${id}.part`);
  }

  /** Bytes of the file; undefined when there is none. */
  async size(path: string): Promise<number | undefined> {
    try {
      return (await stat(path)).size;
    } catch (cause) {
      if (isMissing(cause)) return undefined;
      throw failed(cause);
    }
  }

  /** Milliseconds since the file was last written to; 0 when there is none. */
  async age(path: string): Promise<number> {
    try {
      return Date.now() - (await stat(path)).mtimeMs;
    } catch (cause) {
      if (isMissing(cause)) return 0;
      throw failed(cause);
    }
  }

  /**
   * Writes the pieces from `offset` on, cutting off what stands behind it; on disk when it resolves. "full": there was
   * no room, and the file has the bytes it had.
   */
  async append(path: string, input: { offset: number; pieces: Iterable<Uint8Array> }): Promise<"written" | "full"> {
    const { offset, pieces } = input;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const known = (await this.size(path)) !== undefined;
    try {
      const file = await open(path, known ? "r+" : "wx", 0o600);
      try {
        await file.truncate(offset);
        let at = offset;
        for (const piece of pieces) {
          await writeAll(file, { piece, at });
          at += piece.length;
        }
        await file.sync();
      } finally {
        await file.close();
      }
      if (!known) await syncFolder(dirname(path));
      return "written";
    } catch (cause) {
      if (!isFull(cause)) throw failed(cause);
      await truncate(path, offset).catch(() => undefined);
      return "full";
    }
  }

  /** Gives a whole and synced part its name; on disk when it resolves. */
  async keep(from: string, digest: string): Promise<void> {
    const path = this.path(digest);
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(from, path);
      await syncFolder(dirname(path));
      await syncFolder(this.folder);
    } catch (cause) {
      throw failed(cause);
    }
  }

  async remove(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Bytes from `offset` on, fewer at the file's end; undefined when there is no file. */
  async read(path: string, range: { offset: number; length: number }): Promise<Uint8Array | undefined> {
    try {
      const file = await open(path, "r");
      try {
        const bytes = new Uint8Array(range.length);
        let at = 0;
        while (at < bytes.length) {
          const { bytesRead } = await file.read(bytes, at, bytes.length - at, range.offset + at);
          if (bytesRead === 0) break;
          at += bytesRead;
        }
        return bytes.subarray(0, at);
      } finally {
        await file.close();
      }
    } catch (cause) {
      if (isMissing(cause)) return undefined;
      throw failed(cause);
    }
  }

  /** The file piece by piece; each is only lent until the next is asked for. */
  async *chunks(path: string, from = 0): AsyncGenerator<Uint8Array> {
    const file = await open(path, "r").catch((cause: unknown) => {
      throw failed(cause);
    });
    try {
      const bytes = new Uint8Array(readBytes);
      for (let at = from; ; ) {
        const { bytesRead } = await file.read(bytes, 0, bytes.length, at);
        if (bytesRead === 0) return;
        at += bytesRead;
        yield bytes.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  }

  /** The digest of a whole file, read in flat memory. */
  async digest(path: string): Promise<string> {
    const hash = createHash("sha256");
    for await (const chunk of this.chunks(path)) hash.update(chunk);
    return `sha256:${hash.digest("hex")}`;
  }

  /** The digests in the names of whole files and of parts. */
  async *names(): AsyncGenerator<{ readonly digest: string; readonly path: string; readonly whole: boolean }> {
    for (const folder of await listed(this.folder)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const name of await listed(join(this.folder, folder))) {
        const [, hex, part] = /^([0-9a-f]{64})(\.part)?$/.exec(name) ?? [];
        if (hex !== undefined)
          yield { digest: `sha256:${hex}`, path: join(this.folder, folder, name), whole: part === undefined };
      }
    }
  }

  /** Ids of uploads of which a part lies here. */
  async uploads(): Promise<readonly string[]> {
    const names = await listed(join(this.folder, "uploads"));
    return names.flatMap((name) => (name.endsWith(".part") ? [name.slice(0, -".part".length)] : []));
  }
}

/** A disk that fills takes a part of what it is given and says so; only the next write fails. */
async function writeAll(file: FileHandle, input: { readonly piece: Uint8Array; readonly at: number }): Promise<void> {
  const { piece, at } = input;
  for (let done = 0; done < piece.length; )
    done += (await file.write(piece, done, piece.length - done, at + done)).bytesWritten;
}

async function listed(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw failed(cause);
  }
}

async function freeBytes(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function syncFolder(folder: string): Promise<void> {
  const file = await open(folder, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && "code" in cause ? cause.code : undefined;
}

function isMissing(cause: unknown): boolean {
  return codeOf(cause) === "ENOENT";
}

function isFull(cause: unknown): boolean {
  return ["ENOSPC", "EDQUOT", "EFBIG"].includes(String(codeOf(cause)));
}

/** What the disk did not do. The path is in it and nothing of a content. */
function failed(cause: unknown): unknown {
  if (!(cause instanceof Error) || codeOf(cause) === undefined) return cause;
  return new Fault("node.documentDisk", `The disk failed under a document: ${cause.message}.`, { cause });
}
