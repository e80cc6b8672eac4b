// The machine's cryptography through node:crypto: the one file of this room that knows Node, and its second door. Node
// and command line take it; the pure rooms never do.
//
// Ed25519 is verified after the strict reading of publicKeys.ts, so that this stack and a browser's agree on every
// input of which RFC 8032 leaves them a choice. OpenSSL then checks the equation without the cofactor.

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  decapsulate,
  diffieHellman,
  encapsulate,
  hash,
  type KeyObject,
  randomFillSync,
  sign,
  verify,
} from "node:crypto";
import { base64url, Fault, isRefusal } from "../base/index.ts";
import { isStrictEs256Signature } from "./assertion.ts";
import type { P256PublicKey } from "./passkey.ts";
import { isStrictEd25519Signature, parseEd25519PublicKey, parseMlDsa44PublicKey } from "./publicKeys.ts";
import { type SealingSuite, tagBytes } from "./sealing/suite.ts";
import type { Ed25519PublicKey, Ed25519Signer, MlDsa44PublicKey, MlDsa44Signer, Suite } from "./suite.ts";

const seedBytes = 32;

/** Key objects by public key. Importing a key costs as much as a hash of it; few keys sign nearly all acts. */
const keyObjects = new Map<string, KeyObject | undefined>();
const keptKeyObjects = 4096;

/** Sealing with node:crypto. A private key is imported for each use: a service opens far less often than it checks. */
const nativeSealing: SealingSuite = {
  sha256: (bytes) => plain(hash("sha256", bytes, "buffer")),
  sha3: (bytes) => plain(hash("sha3-256", bytes, "buffer")),
  shake256: ({ bytes, length }) => plain(createHash("shake256", { outputLength: length }).update(bytes).digest()),
  hmacSha256: ({ key, message }) => plain(createHmac("sha256", key).update(message).digest()),
  random: (length) => randomBytes(length),
  sealChunk({ key, nonce, from, into }) {
    const cipher = createCipheriv("chacha20-poly1305", key, nonce, { authTagLength: tagBytes });
    into.set(cipher.update(from));
    cipher.final();
    into.set(cipher.getAuthTag(), from.length);
  },
  openChunk({ key, nonce, from, into }) {
    const decipher = createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: tagBytes });
    decipher.setAuthTag(from.subarray(from.length - tagBytes));
    const opened = decipher.update(from.subarray(0, from.length - tagBytes));
    if (failsIn(() => decipher.final())) return false;
    into.set(opened);
    return true;
  },
  x25519({ privateKey, publicKey }) {
    const other = importPublicKey("x25519", publicKey);
    const own = privateKeyObject("x25519", privateKey);
    // OpenSSL fails where the secret would be zero: a point of small order (RFC 7748 section 6.1).
    const secret = other && attempt(() => plain(diffieHellman({ privateKey: own, publicKey: other })));
    return secret && { own: rawPublicKey(own), secret };
  },
  x25519PublicKey: (privateKey) => rawPublicKey(privateKeyObject("x25519", privateKey)),
  mlKem768PublicKey: (seed) => rawPublicKey(privateKeyObject("ml-kem-768", seed)),
  mlKem768Encapsulate(publicKey) {
    const key = importPublicKey("ml-kem-768", publicKey);
    const made = key && attempt(() => encapsulate(key));
    return made && { ciphertext: plain(made.ciphertext), secret: plain(made.sharedKey) };
  },
  mlKem768Decapsulate: ({ seed, ciphertext }) => plain(decapsulate(privateKeyObject("ml-kem-768", seed), ciphertext)),
};

/** node:crypto as the house's cryptography. */
export const nativeSuite: Suite & SealingSuite = {
  ...nativeSealing,
  sha256: (bytes) => plain(hash("sha256", bytes, "buffer")),
  verifyEd25519({ key, message, signature }) {
    if (!isStrictEd25519Signature(signature)) return false;
    const object = publicKeyObject("ed25519", key);
    return object !== undefined && verify(null, message, object, signature);
  },
  verifyEs256({ key, message, signature }) {
    if (!isStrictEs256Signature(signature)) return false;
    const object = attempt(() => createPublicKey({ key: es256Jwk(key), format: "jwk" }));
    return object !== undefined && verify("sha256", message, { key: object, dsaEncoding: "ieee-p1363" }, signature);
  },
  verifyMlDsa44({ key, message, signature }) {
    const object = publicKeyObject("ml-dsa-44", key);
    return object !== undefined && verify(null, message, object, signature);
  },
};

function es256Jwk(key: P256PublicKey): Readonly<Record<string, string>> {
  return { kty: "EC", crv: "P-256", x: base64url(key.subarray(0, 32)), y: base64url(key.subarray(32)) };
}

/** A signer for an RFC 8032 private key of 32 bytes. Throws `Fault` for another length. */
export function ed25519Signer(seed: Uint8Array): Ed25519Signer {
  const privateKey = privateKeyObject("ed25519", seed);
  const publicKey = parseEd25519PublicKey(rawPublicKey(privateKey));
  if (isRefusal(publicKey)) throw new Fault("seal.badSeed", "The seed gives no usable Ed25519 key.");
  return { publicKey, sign: (message) => plain(sign(null, message, privateKey)) };
}

/**
 * A signer for a FIPS 204 seed of 32 bytes. Its signatures are hedged: two over one message differ. Throws `Fault` for
 * another length.
 */
export function mlDsa44Signer(seed: Uint8Array): MlDsa44Signer {
  const privateKey = privateKeyObject("ml-dsa-44", seed);
  const publicKey = parseMlDsa44PublicKey(rawPublicKey(privateKey));
  if (isRefusal(publicKey)) throw new Fault("seal.badSeed", "The seed gives no usable ML-DSA-44 key.");
  return { publicKey, sign: (message) => plain(sign(null, message, privateKey)) };
}

/** A new key with the seed to keep: whoever has the seed can sign. */
export function generateEd25519(): { readonly seed: Uint8Array; readonly signer: Ed25519Signer } {
  const seed = randomBytes(seedBytes);
  return { seed, signer: ed25519Signer(seed) };
}

/** A new key with the seed to keep: whoever has the seed can sign. */
export function generateMlDsa44(): { readonly seed: Uint8Array; readonly signer: MlDsa44Signer } {
  const seed = randomBytes(seedBytes);
  return { seed, signer: mlDsa44Signer(seed) };
}

/** Bytes from the machine's generator for secrets. */
export function randomBytes(length: number): Uint8Array {
  return randomFillSync(new Uint8Array(length));
}

/** What each algorithm's private key is made from. */
const privateKeys = {
  ed25519: { bytes: seedBytes, format: "raw-private" },
  x25519: { bytes: seedBytes, format: "raw-private" },
  "ml-dsa-44": { bytes: seedBytes, format: "raw-seed" },
  "ml-kem-768": { bytes: 64, format: "raw-seed" },
} as const;

type Algorithm = keyof typeof privateKeys;

function privateKeyObject(algorithm: Algorithm, seed: Uint8Array): KeyObject {
  const { bytes, format } = privateKeys[algorithm];
  if (seed.length !== bytes) throw new Fault("seal.badSeed", `A seed has ${bytes} bytes, not ${seed.length}.`);
  return createPrivateKey({ key: Buffer.from(seed), format, asymmetricKeyType: algorithm });
}

function rawPublicKey(privateKey: KeyObject): Uint8Array {
  return plain(createPublicKey(privateKey).export({ format: "raw-public" }));
}

/** The key object of an untrusted public key, or undefined when OpenSSL does not take it as one. */
function publicKeyObject(algorithm: Algorithm, key: Ed25519PublicKey | MlDsa44PublicKey): KeyObject | undefined {
  const name = key.toHex();
  if (keyObjects.has(name)) {
    const known = keyObjects.get(name);
    // Put last again: the map keeps the order of insertion, so its first entry is the one longest unused.
    keyObjects.delete(name);
    keyObjects.set(name, known);
    return known;
  }
  const object = importPublicKey(algorithm, key);
  keyObjects.set(name, object);
  for (const oldest of keyObjects.keys()) {
    if (keyObjects.size <= keptKeyObjects) break;
    keyObjects.delete(oldest);
  }
  return object;
}

function importPublicKey(algorithm: Algorithm, key: Uint8Array): KeyObject | undefined {
  return attempt(() => createPublicKey({ key: Buffer.from(key), format: "raw-public", asymmetricKeyType: algorithm }));
}

/** What OpenSSL makes of untrusted bytes, or undefined when it does not take them. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Error && "code" in cause) return undefined;
    throw cause;
  }
}

/** Whether a deciphering ends with a tag that does not match. That error is the one of node:crypto without a code. */
function failsIn(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch (cause) {
    if (cause instanceof Error && /unable to authenticate/i.test(cause.message)) return true;
    throw cause;
  }
}

/** A Buffer as what it is underneath: equality in tests and `subarray` in the pure rooms then behave as everywhere. */
function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}
