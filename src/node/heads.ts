// How long this machine remembers each of its own registers to be, in a file beside the database: a database that was
// put back from a copy shows by it before anything is signed. Written about once a second, so a copy younger than that
// does not show here; it shows at the first contact, by the other side's receipts.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Fault, z } from "../base/index.ts";
import { writeJson } from "./json-file.ts";
import type { Side } from "./side/side.ts";

const schema = z.record(z.string(), z.number().int().min(0));

export class Heads {
  readonly #file: string;
  readonly #sizes: Map<string, number>;
  #changed = false;

  /** Throws a Fault when the file is damaged: without it an old database could not be told from the newest. */
  constructor(folder: string) {
    this.#file = join(folder, "heads.json");
    this.#sizes = new Map(existsSync(this.#file) ? Object.entries(readSizes(this.#file)) : []);
  }

  /** How many leaves the own register of the accord had when this machine last looked; 0 when it never did. */
  sizeOf(accord: string): number {
    return this.#sizes.get(accord) ?? 0;
  }

  /**
   * Remembers the register as it is on disk. It is remembered shorter only once the end of the register has been
   * recovered as far as the other side has it. Accords that this database does not know keep what is remembered of
   * them.
   */
  async remember(side: Side): Promise<void> {
    const { accord, ownOrigin } = side.row;
    const size = (await side.store.head(ownOrigin))?.size ?? 0;
    const remembered = side.link.recovering ? Math.max(this.sizeOf(accord), size) : size;
    if (remembered === this.sizeOf(accord)) return;
    this.#sizes.set(accord, remembered);
    this.#changed = true;
  }

  write(): void {
    if (!this.#changed) return;
    writeJson(this.#file, Object.fromEntries(this.#sizes));
    this.#changed = false;
  }
}

function readSizes(file: string): Readonly<Record<string, number>> {
  const damaged = (cause?: unknown): Fault =>
    new Fault("node.badHeads", `${file} is damaged. Restore it, or remove it after a restore of the database.`, {
      cause,
    });
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, "utf8")));
    if (parsed.success) return parsed.data;
  } catch (cause) {
    if (cause instanceof SyntaxError) throw damaged(cause);
    throw cause;
  }
  throw damaged();
}
