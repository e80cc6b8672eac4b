// A file whose content is to be sealed: where in the act's body the reference goes, the name and the media type that
// are sealed with it, and its label where that is not the act's. The file itself is only looked at here.

import { type BigIntStats, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { isRefusal, type Refusal, refuse, z } from "../../base/index.ts";
import { unreadable } from "../files.ts";
import type { Terminal } from "../terminal.ts";

/** What a person gives of documents, on every command that seals some. */
export const documentOptions = {
  document: z.array(z.string()).default([]),
  documentType: z.array(z.string()).default([]),
  documentLabel: z.array(z.string()).default([]),
  to: z.string().optional(),
  older: z.boolean().default(false),
} as const;

export type DocumentOptions = z.infer<z.ZodObject<typeof documentOptions>>;

export interface Source {
  /** Where the act's body names the document: `text`, `attachments.0`. */
  readonly path: string;
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Nanoseconds since 1970: a file that was written to since is another one. */
  readonly changed: bigint;
  /** Undefined: the act's. `policy` undefined: the accord's. */
  readonly label: { readonly policy: string | undefined; readonly classification: string } | undefined;
}

/** The usual media types by a file's ending. */
const types: Readonly<Record<string, string>> = {
  ".csv": "text/csv",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".json": "application/json",
  ".md": "text/markdown",
  ".mp4": "video/mp4",
  ".odt": "application/vnd.oasis.opendocument.text",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".tif": "image/tiff",
  ".tiff": "image/tiff",
  ".txt": "text/plain",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "application/xml",
  ".zip": "application/zip",
};

/** The files of `--document path=file`; refused as `cli.usage`, `cli.unreadableFile`. */
export function sourcesOf(given: DocumentOptions, terminal: Terminal): readonly Source[] | Refusal {
  const [files, mediaTypes, labels] = [
    pairsOf(given, "document"),
    pairsOf(given, "documentType"),
    pairsOf(given, "documentLabel"),
  ];
  if (isRefusal(files)) return files;
  if (isRefusal(mediaTypes)) return mediaTypes;
  if (isRefusal(labels)) return labels;
  for (const path of [...mediaTypes.keys(), ...labels.keys()])
    if (!files.has(path)) return refuse("cli.usage", { option: "--document", problem: `nothing is given for ${path}` });
  const sources: Source[] = [];
  for (const [path, name] of files) {
    const source = sourceAt({
      path,
      file: terminal.path(name),
      mediaType: mediaTypes.get(path),
      label: labels.get(path),
    });
    if (isRefusal(source)) return source;
    sources.push(source);
  }
  return sources;
}

/** Looks at a file that is there and is one. */
export function sourceAt(input: {
  readonly path: string;
  readonly file: string;
  readonly mediaType?: string | undefined;
  /** `level`, or `policy/level`. */
  readonly label?: string | undefined;
}): Source | Refusal {
  const { path, file, mediaType, label } = input;
  const stats = statOf(file);
  if (isRefusal(stats)) return stats;
  if (!stats.isFile()) return refuse("cli.unreadableFile", { file, problem: "it is not a file" });
  const at = label?.lastIndexOf("/") ?? -1;
  return {
    path,
    file,
    name: basename(file),
    mediaType: mediaType ?? types[extname(file).toLowerCase()] ?? "application/octet-stream",
    size: Number(stats.size),
    changed: stats.mtimeNs,
    label:
      label === undefined
        ? undefined
        : { policy: at < 1 ? undefined : label.slice(0, at), classification: label.slice(at + 1) },
  };
}

/** Refused as `cli.fileChanged` when the file is not as it was. */
export function refuseChanged({ file, size, changed }: Source): Refusal | undefined {
  const stats = statOf(file);
  if (isRefusal(stats)) return stats;
  return Number(stats.size) === size && stats.mtimeNs === changed ? undefined : refuse("cli.fileChanged", { file });
}

function statOf(file: string): BigIntStats | Refusal {
  try {
    return statSync(file, { bigint: true });
  } catch (cause) {
    return unreadable(file, cause);
  }
}

function pairsOf(
  given: DocumentOptions,
  option: "document" | "documentType" | "documentLabel",
): ReadonlyMap<string, string> | Refusal {
  const pairs = new Map<string, string>();
  for (const each of given[option]) {
    const [, path, value] = /^([A-Za-z0-9_.-]+)=(.+)$/s.exec(each) ?? [];
    const name = option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (path === undefined || value === undefined || pairs.has(path))
      return refuse("cli.usage", {
        option: `--${name}`,
        problem: pairs.has(path ?? "")
          ? `${path} is given twice`
          : `"${each}" is not path=value, such as text=report.pdf`,
      });
    pairs.set(path, value);
  }
  return pairs;
}
