// Saves a long answer of the node as a file: written beside its place as it comes, and put there when all of it has.
// What is there already stays, unless its replacement is asked for. A part is never left under the name of a whole.

import { createWriteStream } from "node:fs";
import { link, rename, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import { type Refusal, refuse } from "../../base/index.ts";
import { unwritable } from "../files.ts";

export interface Saving {
  readonly digest: string;
  readonly file: string;
  /** Bytes that must come. */
  readonly size: number;
  /** Put in the place of a file that is there. */
  readonly force: boolean;
  told(bytes: number): void;
}

/** Refused as `cli.unwritableFile`, and as `cli.notWhole` when the answer ends before its end. */
export async function saveAnswer(answer: IncomingMessage, saving: Saving): Promise<Refusal | undefined> {
  const { file, digest, size } = saving;
  const part = `${file}.part`;
  let got = 0;
  answer.on("data", (piece: Uint8Array) => {
    got += piece.length;
    saving.told(got);
  });
  try {
    // For the reader's eyes alone: it is what was sealed.
    await pipeline(answer, createWriteStream(part, { mode: 0o600, flush: true }));
  } catch (cause) {
    await rm(part, { force: true });
    if (got === size || isDisk(cause)) return unwritable(file, cause);
    return refuse("cli.notWhole", { digest, got, size, problem: cause instanceof Error ? cause.message : "" });
  }
  if (got !== size) {
    await rm(part, { force: true });
    return refuse("cli.notWhole", { digest, got, size, problem: "the answer ended" });
  }
  return putInPlace({ part, file, force: saving.force });
}

function isDisk(cause: unknown): boolean {
  return (
    cause instanceof Error && "syscall" in cause && ["open", "write", "fsync", "close"].includes(String(cause.syscall))
  );
}

/** A link fails where there is a file, at whatever moment it came. */
async function putInPlace({
  part,
  file,
  force,
}: {
  part: string;
  file: string;
  force: boolean;
}): Promise<Refusal | undefined> {
  try {
    if (force) await rename(part, file);
    else {
      await link(part, file);
      await rm(part);
    }
    return undefined;
  } catch (cause) {
    await rm(part, { force: true });
    return unwritable(file, cause);
  }
}
