// Evidence files: what is kept when the link stops, and what a third party verifies offline with nothing but the
// founding's keys. The first line tells which of the two kinds it is: a fork of one register (its format is the
// register's own) or a leaf that has seen the future (seenFuture.ts).

import { fromUtf8, isRefusal, type Refusal, refuse } from "../base/index.ts";
import { type Origin, parseForkEvidence, type VerifiedCheckpoint, verifyForkEvidence } from "../register/index.ts";
import type { Suite } from "../seal/index.ts";
import {
  type KeysOf,
  type ProvedSeenFuture,
  parseSeenFuture,
  seenFutureMagic,
  verifyKnown,
  verifySeenFuture,
} from "./seenFuture.ts";

/** The keys of this register have signed two heads that no one append-only tree can have. */
export interface ProvedFork {
  readonly kind: "fork";
  readonly origin: Origin;
  readonly first: VerifiedCheckpoint;
  readonly second: VerifiedCheckpoint;
}

export type ProvedEvidence = ProvedFork | ProvedSeenFuture;

/**
 * What an untrusted evidence file proves by the keys of the founding. Refused as `exchange.badEvidence`,
 * `exchange.evidenceStranger`, `exchange.notFuture`, or as the register refuses fork evidence, checkpoints and proofs.
 */
export function verifyEvidence(input: {
  readonly suite: Suite;
  readonly bytes: Uint8Array;
  readonly keysOf: KeysOf;
}): ProvedEvidence | Refusal {
  const { suite, bytes, keysOf } = input;
  const first = fromUtf8(bytes)?.split("\n", 1)[0];
  if (first === seenFutureMagic) {
    const evidence = parseSeenFuture(bytes);
    return isRefusal(evidence) ? evidence : verifySeenFuture(suite, { evidence, keysOf });
  }
  if (first !== "entente/fork-evidence@v1")
    return refuse("exchange.badEvidence", { reason: "its first line is another" });
  const evidence = parseForkEvidence(bytes);
  if (isRefusal(evidence)) return evidence;
  const known = verifyKnown(suite, { note: evidence.first, keysOf });
  if (isRefusal(known)) return known;
  const { origin } = known;
  const keys = keysOf(origin);
  if (keys === undefined) return refuse("exchange.evidenceStranger", { origin });
  const fork = verifyForkEvidence({ suite, bytes, origin, keys });
  return isRefusal(fork) ? fork : { kind: "fork", origin, first: fork.first, second: fork.second };
}
