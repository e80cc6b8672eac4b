import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fromBase64, isRefusal, type Refusal, utf8 } from "../base/index.ts";
import { type NoteKey, parseVerifierKey } from "../seal/index.ts";
import { nativeSuite as suite } from "../seal/native.ts";
import { type RegisterKeys, verifyCheckpoint } from "./checkpointSignature.ts";
import { verifyCosignature } from "./cosignature.ts";
import { verifyForkEvidence } from "./forkEvidence.ts";
import { type Origin, parseOrigin } from "./names.ts";
import { verifyProof } from "./proofFile.ts";

interface VectorCase {
  readonly desc: string;
  readonly file: string;
  readonly leaf?: string;
  readonly accepted?: Readonly<Record<string, number>>;
  readonly refused: string | null;
}

interface VectorFile {
  readonly origin: string;
  readonly register: { readonly ed25519: string; readonly mlDsa44: string };
  readonly cosigner: { readonly name: string; readonly ed25519: string; readonly mlDsa44: string };
  readonly cases: readonly VectorCase[];
}

function vectors(name: string): VectorFile {
  return JSON.parse(readFileSync(new URL(`../../vectors/register/${name}`, import.meta.url), "utf8"));
}

function keysOf(texts: { readonly ed25519: string; readonly mlDsa44: string }): RegisterKeys {
  const [classical, lasting] = [keyOf(texts.ed25519), keyOf(texts.mlDsa44)];
  if (classical.kind === "mlDsa44Cosignature" || lasting.kind !== "mlDsa44Cosignature") throw new Error("another key");
  return { ed25519: classical.publicKey, mlDsa44: lasting.publicKey };
}

function keyOf(text: string): NoteKey {
  const key = parseVerifierKey(suite, text);
  if (isRefusal(key)) throw new Error(key.code);
  return key;
}

function originOf(text: string): Origin {
  const origin = parseOrigin(text);
  if (isRefusal(origin)) throw new Error(origin.code);
  return origin;
}

/** What a case gives: the code of its refusal, or what was read, as the vectors name it. */
function outcome<T>(result: T | Refusal, read: (value: T) => Readonly<Record<string, number>>): unknown {
  return isRefusal(result) ? { refused: result.code } : { accepted: read(result) };
}

function expected(one: VectorCase): unknown {
  return one.refused === null ? { accepted: one.accepted } : { refused: one.refused };
}

const checkpoints = vectors("checkpoints.json");
test.each(checkpoints.cases)("checkpoint: $desc", (one) => {
  const verified = verifyCheckpoint({
    suite,
    bytes: utf8(one.file),
    origin: originOf(checkpoints.origin),
    keys: keysOf(checkpoints.register),
  });
  expect(outcome(verified, ({ size, signedAt }) => ({ size, signedAt }))).toEqual(expected(one));
});

const cosignatures = vectors("cosignatures.json");
test.each(cosignatures.cases)("cosignature: $desc", (one) => {
  const { cosigner } = cosignatures;
  const verified = verifyCosignature({
    suite,
    bytes: utf8(one.file),
    cosignerName: cosigner.name,
    keys: keysOf(cosigner),
  });
  expect(outcome(verified, ({ time }) => ({ time }))).toEqual(expected(one));
});

const proofs = vectors("proofs.json");
test.each(proofs.cases)("proof file: $desc", (one) => {
  const { cosigner } = proofs;
  const verified = verifyProof({
    suite,
    leaf: fromBase64(one.leaf ?? "") ?? new Uint8Array(),
    bytes: utf8(one.file),
    origin: originOf(proofs.origin),
    logKeys: keysOf(proofs.register),
    cosigner: { name: cosigner.name, keys: keysOf(cosigner) },
  });
  expect(
    outcome(verified, ({ index, checkpoint, cosignedAt }) => ({ index, size: checkpoint.size, cosignedAt })),
  ).toEqual(expected(one));
});

const forks = vectors("fork-evidence.json");
test.each(forks.cases)("evidence of a fork: $desc", (one) => {
  const proven = verifyForkEvidence({
    suite,
    bytes: utf8(one.file),
    origin: originOf(forks.origin),
    keys: keysOf(forks.register),
  });
  expect(outcome(proven, ({ first, second }) => ({ first: first.size, second: second.size }))).toEqual(expected(one));
});
