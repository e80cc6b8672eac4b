// The full check of a stored register: everything that can be recomputed from its raw leaves is, and compared with what
// is stored and what was signed. It repairs nothing.

import { equalBytes, isRefusal, type Refusal, refuse } from "../base/index.ts";
import type { Suite } from "../seal/index.ts";
import { type RegisterKeys, verifyCheckpoint } from "./checkpointSignature.ts";
import { rootOf } from "./frontier.ts";
import { leafHashes } from "./merkle.ts";
import type { Origin } from "./names.ts";
import type { Head, RegisterReader } from "./port.ts";
import { tilePath, tileWidth } from "./tile.ts";
import { appendBatch, edgeTiles, emptyEdge, type TileWrite } from "./treeEdge.ts";

export type RegisterFinding =
  /** So many leaves were read and hashed. */
  | { readonly kind: "progress"; readonly checked: number; readonly size: number }
  /** Something is not as it must be; the check goes on where it can. */
  | { readonly kind: "damage"; readonly refusal: Refusal }
  /** The last finding: how many leaves were checked, and how many damages were found. */
  | { readonly kind: "end"; readonly checked: number; readonly damages: number };

interface CheckInput {
  readonly suite: Suite;
  readonly reader: RegisterReader;
  readonly origin: Origin;
  readonly keys: RegisterKeys;
}

/**
 * Checks one register up to its head at the time of the call; it may grow meanwhile. A register without head is sound
 * and empty.
 */
export async function* checkRegister(input: CheckInput): AsyncGenerator<RegisterFinding, void, undefined> {
  let damages = 0;
  let checked = 0;
  const head = await input.reader.head(input.origin);
  if (head !== undefined) {
    for (const refusal of headDamages(input, head)) {
      damages++;
      yield { kind: "damage", refusal };
    }
    for await (const finding of treeFindings(input, head)) {
      if (finding.kind === "damage") damages++;
      if (finding.kind === "progress") checked = finding.checked;
      yield finding;
    }
  }
  yield { kind: "end", checked, damages };
}

function headDamages(input: CheckInput, head: Head): readonly Refusal[] {
  const { suite, origin, keys } = input;
  const checkpoint = verifyCheckpoint({ suite, bytes: head.checkpoint, origin, keys });
  if (isRefusal(checkpoint)) return [checkpoint];
  const agrees = checkpoint.size === head.size && equalBytes(checkpoint.root, head.root);
  return agrees ? [] : [refuse("register.headDiffers", { origin })];
}

async function* treeFindings(input: CheckInput, head: Head): AsyncGenerator<RegisterFinding, void, undefined> {
  const { suite, reader, origin } = input;
  const { size } = head;
  let edge = emptyEdge;
  while (edge.size < size) {
    const start: number = edge.size;
    const end = Math.min(size, start + tileWidth);
    const leaves = await reader.leaves({ origin, start, end });
    if (leaves.length !== end - start) {
      const details = { origin, came: leaves.length, start, end };
      yield { kind: "damage", refusal: refuse("register.leavesMissing", details) };
      return;
    }
    const appended = appendBatch({ suite, edge, leafHashes: leafHashes(suite, leaves) });
    edge = appended.edge;
    const full = appended.tiles.filter((tile) => tile.width === tileWidth);
    yield* tileDamages(input, full);
    yield { kind: "progress", checked: end, size };
  }
  // The partial tiles grew with every batch; only as they are under the last leaf can they be compared.
  yield* tileDamages(input, edgeTiles(edge));
  if (!equalBytes(rootOf(suite, edge), head.root)) {
    yield { kind: "damage", refusal: refuse("register.rootDiffers", { origin, size }) };
  }
}

async function* tileDamages(
  input: CheckInput,
  tiles: readonly TileWrite[],
): AsyncGenerator<RegisterFinding, void, undefined> {
  const { reader, origin } = input;
  for (const { level, index, width, bytes } of tiles) {
    const stored = await reader.tile({ origin, level, index });
    // The stored tile may have grown since the head was read.
    if (stored !== undefined && equalBytes(stored.subarray(0, bytes.length), bytes)) continue;
    const path = tilePath({ level, index, width });
    yield { kind: "damage", refusal: refuse("register.tileDiffers", { origin, path }) };
  }
}
