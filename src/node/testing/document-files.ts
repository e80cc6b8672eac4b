// What a node has of a document on its disk and in its table, for tests that change it underneath.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentRef } from "../../acts/index.ts";
import type { DocumentRow } from "../../store/index.ts";
import { documentsFolder } from "../documents/documents.ts";
import type { SentDispatch } from "./channels.ts";
import { restart, type TestPair, type TestSide, until } from "./pair.ts";

export function rowOf(side: TestSide, digest: string): Promise<DocumentRow | undefined> {
  return side.accord().documents.get(digest);
}

export async function stateOf(side: TestSide, digest: string): Promise<DocumentRow["state"] | undefined> {
  return (await rowOf(side, digest))?.state;
}

export function fileOf(side: TestSide, digest: string): string {
  const hex = digest.slice("sha256:".length);
  return join(documentsFolder(side.home.folder, side.accord().side.row.accord), hex.slice(0, 2), hex);
}

/** Changes one bit. */
export function flip(bytes: Uint8Array, at: number): void {
  bytes[at] = (bytes[at] ?? 0) ^ 1;
}

/** When all that Morocco has sent is at Israel's node, and Morocco's knows it. */
export async function everywhere(pair: TestPair, sent: SentDispatch): Promise<void> {
  for (const { digest } of [sent.text, ...sent.attachments]) {
    await until(async () => (await stateOf(pair.il, digest)) === "held", "arrived");
    await until(async () => (await rowOf(pair.ma, digest))?.deliveredAt !== undefined, "delivered");
  }
}

/** Changes the configuration of a side and starts it again. */
export async function configured(side: TestSide, change: object): Promise<void> {
  const file = join(side.home.folder, "config.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...change }));
  await restart(side);
}

/** The sealed bytes as the node serves them over the link. */
export async function sealedBytes(side: TestSide, ref: Pick<DocumentRef, "digest" | "size">): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < ref.size) {
    const part = await side.accord().documents.link.serve({ digest: ref.digest, offset: at });
    if (!(part instanceof Uint8Array)) throw new Error("Not served.");
    parts.push(part);
    at += part.length;
  }
  return Buffer.concat(parts);
}
