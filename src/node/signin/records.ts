// A folder of small JSON records in the home, one file each: written whole or not at all, read again when another
// process has changed them, removed by removing the file. So the command line can revoke what a running node relies on.

import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Fault, type z } from "../../base/index.ts";
import { writeJson } from "../json-file.ts";

export interface Records<T> {
  get(id: string): T | undefined;
  names(): readonly string[];
  all(): readonly T[];
  /** Durable when it returns. */
  put(id: string, value: T): void;
  /** Whether this call removed it: of two that try, one has it. */
  remove(id: string): boolean;
}

const name = /^[a-z0-9][a-z0-9-]{1,63}$/;

export function openRecords<T>(folder: string, schema: z.ZodType<T>): Records<T> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const read = new Map<string, { readonly changed: string; readonly value: T }>();
  const fileOf = (id: string): string => {
    if (!name.test(id)) throw new Fault("node.badRecordName", "A record's name has another form.");
    return join(folder, `${id}.json`);
  };
  const get = (id: string): T | undefined => {
    const file = fileOf(id);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) {
      read.delete(id);
      return undefined;
    }
    // Each writing makes a new file: two within one tick of the file system's clock still differ by their inodes.
    const changed = `${stat.mtimeMs} ${stat.ino} ${stat.size}`;
    const known = read.get(id);
    if (known?.changed === changed) return known.value;
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, "utf8")));
    if (!parsed.success) throw new Fault("node.badRecord", `${file}: ${parsed.error.issues[0]?.message}`);
    read.set(id, { changed, value: parsed.data });
    return parsed.data;
  };
  const names = (): readonly string[] =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .map((file) => file.slice(0, -".json".length))
      .sort();
  return {
    get,
    names,
    all: () => names().flatMap((id) => get(id) ?? []),
    put: (id, value) => writeJson(fileOf(id), value),
    remove(id) {
      read.delete(id);
      try {
        rmSync(fileOf(id));
        return true;
      } catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return false;
        throw cause;
      }
    },
  };
}
