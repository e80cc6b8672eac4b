// The port to the machine's cryptography for sealed documents, beside `Suite`: what an age file (C2SP age.md) is made
// of. A side that only reads registers and checks signatures, such as a browser, need not fulfil it. `native.ts` does,
// with node:crypto; randomness is here because sealing is the one thing in this room that needs any.

export interface SealingSuite {
  /** SHA-256 (FIPS 180-4), 32 bytes. */
  sha256(bytes: Uint8Array): Uint8Array;
  /** SHA3-256 (FIPS 202), 32 bytes. */
  sha3(bytes: Uint8Array): Uint8Array;
  /** SHAKE256 (FIPS 202), `length` bytes. */
  shake256(input: { bytes: Uint8Array; length: number }): Uint8Array;
  /** HMAC-SHA-256 (RFC 2104), 32 bytes. */
  hmacSha256(input: { key: Uint8Array; message: Uint8Array }): Uint8Array;
  /** Bytes that nobody can foretell. */
  random(length: number): Uint8Array;
  /** ChaCha20-Poly1305 (RFC 8439) without additional data: writes ciphertext and 16 bytes of tag into `into`. */
  sealChunk(input: ChunkInput): void;
  /** The reverse. False, and nothing written, when the tag does not match. */
  openChunk(input: ChunkInput): boolean;
  /** RFC 7748: the own public key and 32 bytes of shared secret; undefined for a public key of small order. */
  x25519(input: { privateKey: Uint8Array; publicKey: Uint8Array }): { own: Uint8Array; secret: Uint8Array } | undefined;
  x25519PublicKey(privateKey: Uint8Array): Uint8Array;
  /** FIPS 203 ML-KEM-768: the encapsulation key (1184 bytes) of a seed d ‖ z of 64 bytes. */
  mlKem768PublicKey(seed: Uint8Array): Uint8Array;
  /** Undefined for bytes that are no encapsulation key. Ciphertext 1088 bytes, secret 32. */
  mlKem768Encapsulate(publicKey: Uint8Array): { ciphertext: Uint8Array; secret: Uint8Array } | undefined;
  /** Never fails on 1088 bytes: a ciphertext for another key gives another secret. */
  mlKem768Decapsulate(input: { seed: Uint8Array; ciphertext: Uint8Array }): Uint8Array;
}

export interface ChunkInput {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** 12 bytes. */
  readonly nonce: Uint8Array;
  readonly from: Uint8Array;
  /** As long as `from` with the tag more, or less. */
  readonly into: Uint8Array;
}

/** Bytes of a Poly1305 tag. */
export const tagBytes = 16;
