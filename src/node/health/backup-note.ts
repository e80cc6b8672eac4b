// When the last backup was taken, in a file of the home: a backup itself lies elsewhere, where the node does not look.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "../../base/index.ts";
import type { Home } from "../home.ts";
import { writeJson } from "../json-file.ts";

const noteSchema = z.strictObject({ entente: z.literal("backup/1"), at: z.iso.datetime(), bytes: z.number().min(0) });

type BackupNote = Omit<z.output<typeof noteSchema>, "entente">;

const fileOf = (home: Pick<Home, "folder">): string => join(home.folder, "backup.json");

/** `at`: the machine's clock, in a demonstration too. */
export function noteBackup(home: Pick<Home, "folder">, note: BackupNote): void {
  writeJson(fileOf(home), { entente: "backup/1", ...note });
}

/** Undefined where none was ever taken, or what was noted cannot be read. */
export function lastBackup(home: Pick<Home, "folder">): BackupNote | undefined {
  const file = fileOf(home);
  if (!existsSync(file)) return undefined;
  try {
    const read = noteSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
    return read.success ? { at: read.data.at, bytes: read.data.bytes } : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
