// Which keys' signatures on a run of leaves verify. A key is tried when anything ever published it, the run's own
// designations included; whether it counts at that leaf is the ground's to say. So all signatures of a run can be
// verified at once and in parallel, whatever the leaves say of each other.

import { fromBase64url, isRefusal } from "../../base/index.ts";
import { designatedKeys, type Ground } from "../../procedures/index.ts";
import { type Ed25519PublicKey, type KeyId, parseEd25519PublicKey } from "../../seal/index.ts";
import type { SignatureJob, Verifier } from "../verifier.ts";
import type { ReadLeaf } from "./reader.ts";

export async function signedBy(input: {
  leaves: readonly ReadLeaf["leaf"][];
  ground: Ground;
  verifier: Verifier;
}): Promise<readonly (readonly KeyId[])[]> {
  const { leaves, ground, verifier } = input;
  for (const leaf of leaves)
    if ("act" in leaf && leaf.act.procedure.startsWith("designation/"))
      for (const publicKey of designatedKeys(leaf.act)) publish(ground, publicKey);
  const jobs: SignatureJob[] = [];
  const places: { leaf: number; kid: KeyId }[] = [];
  const keys = new Map<KeyId, Ed25519PublicKey | undefined>();
  for (const [i, leaf] of leaves.entries()) {
    if (!("act" in leaf)) continue;
    for (const entry of leaf.envelope.signatures) {
      if (!keys.has(entry.kid)) keys.set(entry.kid, keyOf(ground, entry.kid));
      const key = keys.get(entry.kid);
      if (!key) continue;
      jobs.push({ key, message: entry.signingInput, signature: entry.signature });
      places.push({ leaf: i, kid: entry.kid });
    }
  }
  const verdicts = await verifier.verify(jobs);
  const verified: KeyId[][] = leaves.map(() => []);
  for (const [i, place] of places.entries()) if (verdicts[i]) verified[place.leaf]?.push(place.kid);
  return verified;
}

/** A text that only looks like a key names none. */
function publish(ground: Ground, publicKey: string): void {
  const key = parseEd25519PublicKey(fromBase64url(publicKey) ?? new Uint8Array());
  if (!isRefusal(key)) ground.publish(publicKey);
}

function keyOf(ground: Ground, kid: KeyId): Ed25519PublicKey | undefined {
  const published = ground.publicKey(kid);
  const bytes = published === undefined ? undefined : fromBase64url(published);
  const key = bytes && parseEd25519PublicKey(bytes);
  return key === undefined || isRefusal(key) ? undefined : key;
}
