// Which uploads a command had begun when it was killed: a small file in the home that says under which act's id, and
// which upload belongs to which place of its body. The same command given again finds it and goes on. It names no file
// and holds nothing of a content; it goes when the act is handed in.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "../../base/index.ts";
import type { Source } from "./source.ts";

const schema = z.strictObject({
  entente: z.literal("uploads/1"),
  act: z.string(),
  uploads: z.record(z.string(), z.string()),
});

export interface Journal {
  /** The act's id of the attempt before; undefined when there was none. */
  readonly act: string | undefined;
  /** The upload begun for a place of the body. */
  upload(path: string): string | undefined;
  begun(act: string, upload: { readonly path: string; readonly id: string }): void;
  /** The act was handed in. */
  done(): void;
}

/** What makes two commands the same one: who, what, from which files as they are. */
export interface Meant {
  readonly accord: string;
  readonly officer: string;
  /** What is sealed with a content or decides for whom: another label is another upload. */
  readonly act: Readonly<Record<string, unknown>>;
  /** The act's id, where the person gave one. */
  readonly id: string | undefined;
  readonly dossier: string | undefined;
  readonly sources: readonly Source[];
}

/** Without a home nothing is kept, and a killed command begins anew. */
export function openJournal(home: string | undefined, meant: Meant): Journal {
  if (home === undefined)
    return { act: undefined, upload: () => undefined, begun: () => undefined, done: () => undefined };
  const folder = join(home, "uploads");
  const file = join(folder, `${nameOf(meant)}.json`);
  let kept = readKept(file);
  return {
    act: kept?.act,
    upload: (path) => kept?.uploads[path],
    begun(act, { path, id }) {
      const uploads = kept?.act === act ? kept.uploads : {};
      kept = { entente: "uploads/1", act, uploads: { ...uploads, [path]: id } };
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.new`, `${JSON.stringify(kept)}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    done: () => rmSync(file, { force: true }),
  };
}

function nameOf({ sources, ...meant }: Meant): string {
  const files = sources.map((one) => ({ ...one, changed: String(one.changed) }));
  return createHash("sha256")
    .update(JSON.stringify({ ...meant, files }))
    .digest("hex");
}

/** One that was cut off or is of another release counts as none. */
function readKept(file: string): z.infer<typeof schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
  } catch (cause) {
    const none = cause instanceof SyntaxError || (cause instanceof Error && "code" in cause);
    if (!none) throw cause;
    return undefined;
  }
}
