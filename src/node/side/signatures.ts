// Which keys' signatures on a run of leaves verify. A key is tried when anything ever published it, the run's own
// designations included; whether it counts at that leaf is the ground's to say. So all signatures of a run can be
// verified at once and in parallel, whatever the leaves say of each other.

import { isRefusal } from "../../base/index.ts";
import { designatedKeys, type Ground } from "../../procedures/index.ts";
import { type KeyId, parseSignerKey, type SignatureCheck, type SignerKey, signatureCheck } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { Verifier } from "../verifier.ts";
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
  const jobs: SignatureCheck[] = [];
  const places: { leaf: number; kid: KeyId }[] = [];
  const keys = new Map<KeyId, SignerKey | undefined>();
  for (const [i, leaf] of leaves.entries()) {
    if (!("act" in leaf)) continue;
    for (const entry of leaf.envelope.signatures) {
      if (!keys.has(entry.kid)) keys.set(entry.kid, keyOf(ground, entry.kid));
      const key = keys.get(entry.kid);
      const check = key && signatureCheck(nativeSuite, { signature: entry, key });
      if (!check) continue;
      jobs.push(check);
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
  if (!isRefusal(parseSignerKey(publicKey))) ground.publish(publicKey);
}

/** The key of this id, if anything ever published one that can sign. */
export function keyOf(ground: Ground, kid: KeyId): SignerKey | undefined {
  const published = ground.publicKey(kid);
  const key = published === undefined ? undefined : parseSignerKey(published);
  return isRefusal(key) ? undefined : key;
}
