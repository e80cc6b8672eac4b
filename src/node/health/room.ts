// What of this machine a side depends on: the room of its disk, and that nobody else reads its secrets.

import { existsSync, readdirSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Home } from "../home.ts";

const mebibyte = 1024 * 1024;
const low = 1024 * mebibyte;
const gone = 100 * mebibyte;

export interface DiskRoom {
  /** Bytes. */
  readonly free: number;
  readonly verdict: "ok" | "warn" | "fail";
}

/** `used`: bytes of the database. Too little to put it back from a copy is a warning. */
export function diskRoom(home: Pick<Home, "folder">, used: number): DiskRoom {
  const { bavail, bsize } = statfsSync(home.folder);
  const free = bavail * bsize;
  if (free < gone) return { free, verdict: "fail" };
  return { free, verdict: free < Math.max(low, 2 * used) ? "warn" : "ok" };
}

/** The files and folders with keys, tokens and officers that others than their owner may read. */
export function readByOthers(home: Pick<Home, "folder">): readonly string[] {
  const inFolder = (name: string): string[] => {
    const folder = join(home.folder, name);
    return existsSync(folder) ? [folder, ...readdirSync(folder).map((file) => join(folder, file))] : [];
  };
  const files = [home.folder, ...inFolder("keys"), ...inFolder("tokens"), join(home.folder, "officers.json")];
  return files.filter((file) => existsSync(file) && (statSync(file).mode & 0o077) !== 0);
}
