// Reading and writing the files a command is given: what a person may get wrong about a file is refused by its name.

import { readFileSync, writeFileSync } from "node:fs";
import { isRefusal, type Refusal, refuse } from "../base/index.ts";

export function readBytes(file: string): Uint8Array | Refusal {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (cause) {
    return unreadable(file, cause);
  }
}

export function readText(file: string): string | Refusal {
  const bytes = readBytes(file);
  if (isRefusal(bytes)) return bytes;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return refuse("cli.unreadableFile", { file, problem: "it is not UTF-8 text" });
    throw cause;
  }
}

/** The JSON value in a file, boxed, so that a file that holds a refusal's form is not taken for one. */
export function readJson(file: string): { readonly value: unknown } | Refusal {
  const text = readText(file);
  return isRefusal(text) ? text : parseJson({ text, file });
}

export function parseJson(input: { readonly text: string; readonly file: string }): { value: unknown } | Refusal {
  try {
    return { value: JSON.parse(input.text) };
  } catch (cause) {
    if (cause instanceof SyntaxError) return refuse("cli.badJson", { file: input.file, problem: cause.message });
    throw cause;
  }
}

/** Writes a file that is not there yet; an old one is never overwritten. */
export function writeNew(file: string, content: string | Uint8Array): Refusal | undefined {
  return write(file, { content, flag: "wx" });
}

/** Writes a file whose content is made from elsewhere, and can be made again. */
export function writeAgain(file: string, content: string): Refusal | undefined {
  return write(file, { content, flag: "w" });
}

function write(
  file: string,
  { content, flag }: { readonly content: string | Uint8Array; readonly flag: "w" | "wx" },
): Refusal | undefined {
  try {
    writeFileSync(file, content, { flag });
    return undefined;
  } catch (cause) {
    return unwritable(file, cause);
  }
}

/** Why a file could not be read: the system's error. */
export function unreadable(file: string, why: unknown): Refusal {
  return refuse("cli.unreadableFile", { file, problem: problemOf(why) });
}

/** Why a file could not be written: the system's error, or words. */
export function unwritable(file: string, why: unknown): Refusal {
  return refuse("cli.unwritableFile", { file, problem: typeof why === "string" ? why : problemOf(why) });
}

/** The system's own words for why not; anything else is a fault and thrown on. */
function problemOf(cause: unknown): string {
  if (!(cause instanceof Error && "code" in cause)) throw cause;
  const words: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file or folder",
    EACCES: "its permissions do not allow it",
    EEXIST: "it is there already",
    EISDIR: "it is a folder",
    ENOSPC: "the disk is full",
  };
  return words[String(cause.code)] ?? cause.message;
}
