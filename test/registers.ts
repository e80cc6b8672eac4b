// Registers for tests and vectors: they live in memory, are signed with the known keys of test/keys.ts, and grow
// through the same steps as a real one: load the edge, append, sign, commit.

import { isRefusal } from "../src/base/index.ts";
import {
  appendBatch,
  type Head,
  leafHashes,
  loadEdge,
  MemoryRegisters,
  type Origin,
  parseOrigin,
  type RegisterKeys,
  type RegisterSigners,
  signCheckpoint,
} from "../src/register/index.ts";
import { nativeSuite } from "../src/seal/native.ts";
import { mlDsa44SignerOf, signerOf } from "./keys.ts";

/** 23 November 2021, 15:42:03 UTC, in POSIX seconds. */
export const sampleTime = 1_637_682_123;

export function originOf(text: string): Origin {
  const origin = parseOrigin(text);
  if (isRefusal(origin)) throw new Error(`${text} is no origin`);
  return origin;
}

/** The private keys of the register or cosigner of this name. */
export function registerSignersOf(name: string): RegisterSigners {
  return { ed25519: signerOf(name), mlDsa44: mlDsa44SignerOf(name) };
}

export function registerKeysOf(name: string): RegisterKeys {
  const { ed25519, mlDsa44 } = registerSignersOf(name);
  return { ed25519: ed25519.publicKey, mlDsa44: mlDsa44.publicKey };
}

/** Leaves of a few bytes: "leaf 0", "leaf 1" and so on. */
export function sampleLeaves(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, i) => new TextEncoder().encode(`leaf ${i}`));
}

/** Appends leaves in one commit, signed with the keys of the register's name; gives the new head. */
export async function growRegister(input: {
  readonly registers: MemoryRegisters;
  readonly origin: Origin;
  readonly leaves: readonly Uint8Array[];
}): Promise<Head> {
  const { registers, origin, leaves } = input;
  const suite = nativeSuite;
  const expected = await registers.head(origin);
  const edge = await loadEdge({ suite, reader: registers, origin });
  const { edge: grown, tiles, root } = appendBatch({ suite, edge, leafHashes: leafHashes(suite, leaves) });
  const signers = registerSignersOf(origin);
  const checkpoint = signCheckpoint({ suite, origin, size: grown.size, root, time: sampleTime, ...signers });
  const head: Head = { origin, size: grown.size, root, checkpoint };
  if (!(await registers.commit({ origin, expected, leaves, tiles, head }))) throw new Error("the head moved");
  return head;
}

/** A register in memory with these leaves in one commit. */
export async function registerWith(
  origin: Origin,
  leaves: readonly Uint8Array[],
): Promise<{ readonly registers: MemoryRegisters; readonly head: Head }> {
  const registers = new MemoryRegisters();
  return { registers, head: await growRegister({ registers, origin, leaves }) };
}
