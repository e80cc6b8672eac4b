// Registers that live in memory: the port without durability, for the simulator, for tests of the rooms above and for a
// reader who verifies a copy. Nothing outlives the process.

import { equalBytes } from "../base/index.ts";
import type { Origin } from "./names.ts";
import type { Head, RegisterCommit, RegisterReader } from "./port.ts";

interface Stored {
  readonly leaves: Uint8Array[];
  readonly tiles: Map<string, Uint8Array>;
  head: Head;
}

export class MemoryRegisters implements RegisterReader {
  readonly #registers = new Map<Origin, Stored>();

  /** Writes a commit whole when the head is the expected one, and says whether it did. */
  async commit(commit: RegisterCommit): Promise<boolean> {
    const { origin, expected, leaves, tiles, head } = commit;
    const stored = this.#registers.get(origin);
    if (!isExpected(stored?.head, expected)) return false;
    const register = stored ?? { leaves: [], tiles: new Map<string, Uint8Array>(), head };
    register.leaves.push(...leaves);
    for (const { level, index, bytes } of tiles) register.tiles.set(`${level}/${index}`, bytes);
    register.head = head;
    this.#registers.set(origin, register);
    return true;
  }

  async head(origin: Origin): Promise<Head | undefined> {
    return this.#registers.get(origin)?.head;
  }

  async tile(place: { origin: Origin; level: number; index: number }): Promise<Uint8Array | undefined> {
    return this.#registers.get(place.origin)?.tiles.get(`${place.level}/${place.index}`);
  }

  async leaves(range: { origin: Origin; start: number; end: number }): Promise<readonly Uint8Array[]> {
    return this.#registers.get(range.origin)?.leaves.slice(range.start, range.end) ?? [];
  }
}

function isExpected(head: Head | undefined, expected: RegisterCommit["expected"]): boolean {
  if (head === undefined || expected === undefined) return head === expected;
  return head.size === expected.size && equalBytes(head.root, expected.root);
}
