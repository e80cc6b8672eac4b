// The folder an export is written to: made new, so that nothing of an older one is taken for part of it.

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Refusal } from "../../base/index.ts";
import { unwritable, writeNew } from "../files.ts";

export interface ExportFolder {
  readonly path: string;
  /** `name`: below the folder, with forward slashes. Refused as `cli.unwritableFile`. */
  write(name: string, content: string | Uint8Array): Refusal | undefined;
  writeJson(name: string, value: unknown): Refusal | undefined;
  /** The whole path of a file to be written, its folder made. */
  place(name: string): string;
}

/** Refused as `cli.unwritableFile` where there is something already. */
export function newFolder(path: string): ExportFolder | Refusal {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (cause) {
    return unwritable(path, cause);
  }
  const place = (name: string): string => {
    const file = join(path, ...name.split("/"));
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return file;
  };
  const write = (name: string, content: string | Uint8Array): Refusal | undefined => writeNew(place(name), content);
  return { path, place, write, writeJson: (name, value) => write(name, `${JSON.stringify(value, null, 2)}\n`) };
}
