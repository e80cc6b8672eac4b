// The documents' part of a siege: acts of the hostile side have named documents, and whoever speaks in its name now
// brings other bytes for them: altered, truncated, too many, from the middle, of what nobody named, or noise. The other
// side must hold nothing but what was named, and must hold that as soon as somebody brings it.

import { isRefusal } from "../src/base/index.ts";
import { encodeFrames, parseDocumentAnswer } from "../src/exchange/index.ts";
import { rowsOn } from "./bodies.ts";
import type { Machine } from "./machine.ts";
import type { Random } from "./random.ts";
import { demand, type World } from "./world.ts";

export interface Named {
  readonly digest: string;
  /** What its own side has of it. */
  readonly bytes: Uint8Array;
}

interface Forgery {
  readonly name: string;
  readonly frames: Uint8Array;
}

/** Documents that the victim waits for, and whose true bytes are known. */
export async function awaited(world: World, victim: Machine): Promise<readonly Named[]> {
  const named: Named[] = [];
  for (const row of await rowsOn(victim)) {
    const bytes = world.bodies.bytesOf(row.digest);
    const waits = row.state === "expected" || row.state === "partial";
    if (
      waits &&
      row.named !== undefined &&
      row.author !== victim.code &&
      bytes !== undefined &&
      bytes.length === row.size
    )
      named.push({ digest: row.digest, bytes });
  }
  return named;
}

export class Forger {
  readonly #random: Random;
  readonly #named: readonly Named[];

  constructor(parts: { readonly random: Random; readonly named: readonly Named[] }) {
    this.#random = parts.random;
    this.#named = parts.named;
  }

  get hasWork(): boolean {
    return this.#named.length > 0;
  }

  forgery(): Forgery {
    const random = this.#random;
    const { digest, bytes } = random.pick(this.#named);
    const at = random.between(0, bytes.length - 1);
    switch (random.between(0, 6)) {
      case 0:
        return { name: "altered bytes", frames: frameOf(digest, this.#altered(bytes)) };
      case 1:
        return { name: "an altered beginning", frames: frameOf(digest, this.#altered(bytes.subarray(0, at + 1))) };
      case 2:
        return { name: "a truncated document", frames: frameOf(digest, bytes.subarray(0, at)) };
      case 3:
        return { name: "more than was named", frames: frameOf(digest, Buffer.concat([bytes, bytes.subarray(0, 1)])) };
      case 4:
        return { name: "a piece behind a gap", frames: encodeFrames([{ digest, offset: at + 1, bytes }]) };
      case 5:
        return { name: "what nobody has named", frames: frameOf(`sha256:${"ab".repeat(32)}`, bytes.subarray(0, 9)) };
      default:
        return { name: "cut frames", frames: frameOf(digest, bytes).subarray(0, at) };
    }
  }

  /** What it gives when it is asked for a document. */
  serve(digest: string): Uint8Array | "unreachable" {
    const bytes = this.#named.find((one) => one.digest === digest)?.bytes;
    if (bytes === undefined || this.#random.chance(0.3)) return "unreachable";
    const altered = this.#altered(bytes);
    return this.#random.chance(0.5) ? altered : Buffer.concat([altered, altered]);
  }

  #altered(bytes: Uint8Array): Uint8Array {
    const altered = bytes.slice();
    const at = this.#random.between(0, Math.max(0, altered.length - 1));
    if (altered.length > 0) altered[at] = (altered[at] ?? 0) ^ (1 << this.#random.between(0, 7));
    return altered;
  }
}

/** Brings a forgery: nothing of it may come to count as held. */
export async function endureForgery(world: World, input: { victim: Machine; forger: Forger }): Promise<void> {
  const { victim, forger } = input;
  const { name, frames } = forger.forgery();
  world.counts.attacks += 1;
  world.trace("the enemy", `brings ${name}`);
  world.background(
    victim.deliverDocuments(frames).then((answer) => {
      const read = answer === "unreachable" ? undefined : parseDocumentAnswer(answer);
      demand(read === undefined || !isRefusal(read), `The answer to ${name} is none.`);
    }),
  );
  await world.run(5_000);
  await world.bodies.sound(victim);
}

/** The true bytes, cut anywhere, at last: they are held, whatever was brought before. */
export async function bringTruth(
  world: World,
  input: { victim: Machine; named: readonly Named[]; random: Random },
): Promise<void> {
  const { victim, named, random } = input;
  // What was taken of a forgery is dropped when it ends; then the true bytes are taken from their beginning.
  for (let round = 0; round < 3; round++)
    for (const { digest, bytes } of named)
      for (let at = 0; at < bytes.length; ) {
        const end = Math.min(bytes.length, at + random.between(1_000, bytes.length));
        world.background(
          victim.deliverDocuments(encodeFrames([{ digest, offset: at, bytes: bytes.subarray(at, end) }])),
        );
        await world.run(1_000);
        at = end;
      }
  const rows = new Map((await rowsOn(victim)).map((row) => [row.digest, row.state]));
  for (const { digest } of named)
    demand(rows.get(digest) === "held", `${digest} is ${rows.get(digest)} though its true bytes were brought.`);
  await world.bodies.sound(victim);
}

function frameOf(digest: string, bytes: Uint8Array): Uint8Array {
  return encodeFrames([{ digest, offset: 0, bytes }]);
}
