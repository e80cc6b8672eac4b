// What keeps a signed request of the link from being sent twice, without trusting anyone's clock: a nonce is a
// challenge of this node, a dot, and a counter that is used once.
//
// A challenge that nobody has used yet is not kept: it carries its own number and time under a code that only this
// process can make, so that asking for challenges, which anyone may, costs no memory and drives nobody's challenge out.
// From its first use, which only the peer's signature makes, it is kept with its counters. Limits are for one process:
// several processes of one side keep challenges of their own, and a client moves to a new one when it meets another
// process.

import { timingSafeEqual } from "node:crypto";
import { base64url, concat, fromBase64url, type Refusal, refuse } from "../../base/index.ts";
import type { Suite } from "../../seal/index.ts";

/** Since its last use, or since it was given. */
const lifeMs = 10 * 60 * 1000;
/** Of one peer at a time. */
const keptMax = 64;
/** How far behind the highest counter a late request may be. */
const windowWidth = 1024;

interface UsedChallenge {
  readonly number: number;
  usedAt: number;
  highest: number;
  /** By counter modulo the window's width, the counter last seen there. */
  readonly seen: Float64Array;
}

interface PeerChallenges {
  /** In the order of their last use. */
  readonly used: Map<string, UsedChallenge>;
  /**
   * Challenges up to this number are no longer admitted for a first use. Whatever is put out of `used` raises it: a
   * challenge that was forgotten together with its counters must not be taken for a new one.
   */
  floor: number;
}

export interface Challenges {
  /** A new challenge: 32 bytes, base64url. */
  give(): string;
  /** Uses the nonce up. Undefined when it is good; else `api.staleChallenge` or `api.replayed`. */
  use(input: { readonly peer: string; readonly nonce: string }): Refusal | undefined;
}

export function createChallenges(input: {
  readonly suite: Suite;
  /** Milliseconds on a clock that is never set back. */
  readonly monotonicMs: () => number;
  /** 32 secret bytes of this process alone. */
  readonly secret: Uint8Array;
}): Challenges {
  const { suite, monotonicMs, secret } = input;
  const peers = new Map<string, PeerChallenges>();
  let given = 0;

  // Both lengths are fixed, and half of the hash is kept back: a plain hash of secret and data is a sound code here.
  const codeOf = (data: Uint8Array): Uint8Array => suite.sha256(concat([secret, data])).subarray(0, 16);

  const numberOf = (challenge: string): { number: number; givenAt: number } | undefined => {
    const bytes = fromBase64url(challenge);
    if (bytes?.length !== 32 || !timingSafeEqual(codeOf(bytes.subarray(0, 16)), bytes.subarray(16))) return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return { number: view.getFloat64(0), givenAt: view.getFloat64(8) };
  };

  const firstUse = (peer: PeerChallenges, challenge: string): UsedChallenge | undefined => {
    const origin = numberOf(challenge);
    const now = monotonicMs();
    if (origin === undefined || origin.number <= peer.floor || now - origin.givenAt > lifeMs) return undefined;
    return { number: origin.number, usedAt: now, highest: 0, seen: new Float64Array(windowWidth) };
  };

  return {
    give() {
      given += 1;
      const data = new DataView(new ArrayBuffer(16));
      data.setFloat64(0, given);
      data.setFloat64(8, monotonicMs());
      const bytes = new Uint8Array(data.buffer);
      return base64url(concat([bytes, codeOf(bytes)]));
    },
    use({ peer: name, nonce }) {
      const [, challenge = "", digits = ""] = /^([A-Za-z0-9_-]{43})\.([1-9]\d{0,14})$/.exec(nonce) ?? [];
      const peer = peers.get(name) ?? { used: new Map(), floor: 0 };
      forgetOld(peer, monotonicMs());
      const used = peer.used.get(challenge) ?? firstUse(peer, challenge);
      if (used === undefined) return refuse("api.staleChallenge");
      peers.set(name, peer);
      const counter = Number(digits);
      const slot = counter % windowWidth;
      if (counter <= used.highest - windowWidth || used.seen[slot] === counter) {
        return refuse("api.replayed", { counter });
      }
      used.seen[slot] = counter;
      used.highest = Math.max(used.highest, counter);
      used.usedAt = monotonicMs();
      // Put last again: the map keeps the order of insertion, so its first entry is the one longest unused.
      peer.used.delete(challenge);
      peer.used.set(challenge, used);
      forgetOld(peer, monotonicMs());
      return undefined;
    },
  };
}

function forgetOld(peer: PeerChallenges, now: number): void {
  for (const [challenge, used] of peer.used) {
    if (peer.used.size <= keptMax && now - used.usedAt <= lifeMs) return;
    peer.used.delete(challenge);
    peer.floor = Math.max(peer.floor, used.number);
  }
}
