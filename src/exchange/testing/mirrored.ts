// An author, its mirror, and the parcels between them, for the tests of the mirror.

import { expect } from "vitest";
import { fromUtf8, utf8 } from "../../base/index.ts";
import { checkRegister, parseCheckpoint, verifyCosignature } from "../../register/index.ts";
import type { Answer } from "../answer.ts";
import { verifyEvidence } from "../evidence.ts";
import { receiveParcel } from "../mirror.ts";
import { encodeParcel } from "../parcel.ts";
import { sizeOf } from "../size.ts";
import { kept, suite, TestNode, twoSides } from "../testing.ts";

export const [northSide, southSide] = twoSides();
export const north = northSide.sides.own;

/** The author's node, and the node that mirrors it. */
export function pair(): { author: TestNode; mirror: TestNode } {
  return { author: new TestNode(northSide), mirror: new TestNode(southSide) };
}

export async function parcelOf(author: TestNode, range: { start: number; end: number }): Promise<Uint8Array> {
  const { start, end } = range;
  const note = kept((await author.signCheckpointAt(sizeOf(end))) ?? utf8(""));
  const leaves = await author.reader.leaves({ origin: north.origin, start, end });
  return encodeParcel({ origin: north.origin, start, note, leaves, acknowledgement: undefined });
}

export async function receive(mirror: TestNode, bytes: Uint8Array): Promise<Answer> {
  return await receiveParcel(mirror.side.sides, { port: mirror, bytes });
}

export async function mirrored(mirror: TestNode): Promise<string[]> {
  const leaves = await mirror.reader.leaves({ origin: north.origin, start: 0, end: 1000 });
  return leaves.map((leaf) => fromUtf8(leaf) ?? "");
}

export function heldSize(answer: Answer): number | undefined {
  if (answer.kind !== "held") return undefined;
  const cosigned = { suite, bytes: answer.note, cosignerName: southSide.sides.own.cosigner };
  kept(verifyCosignature({ ...cosigned, keys: southSide.sides.own.keys }));
  return kept(parseCheckpoint(answer.note)).checkpoint.size;
}

/** What the evidence of the only stop proves to one who has the founding's keys and nothing else. */
export function provedBy(mirror: TestNode): unknown {
  const identities = [northSide.sides.own, southSide.sides.own];
  const keysOfOrigin = (origin: string) => identities.find((each) => each.origin === origin)?.keys;
  expect(mirror.stops).toHaveLength(1);
  return verifyEvidence({ suite, bytes: mirror.stops[0]?.evidence ?? utf8(""), keysOf: keysOfOrigin });
}

export async function damagesOf(node: TestNode): Promise<number> {
  for await (const finding of checkRegister({ suite, reader: node.reader, origin: north.origin, keys: north.keys })) {
    if (finding.kind === "end") return finding.damages;
  }
  return -1;
}
