// HKDF with SHA-256 (RFC 5869) over the port's HMAC, for the lengths that age needs: one block of output or less.

import { concat, Fault, utf8 } from "../../base/index.ts";
import type { SealingSuite } from "./suite.ts";

const blockBytes = 32;

type Hmac = Pick<SealingSuite, "hmacSha256">;

/** RFC 5869 section 2.2, 32 bytes; an empty salt is a block of zeroes. */
export function extract(suite: Hmac, input: { readonly salt: Uint8Array; readonly secret: Uint8Array }): Uint8Array {
  const key = input.salt.length === 0 ? new Uint8Array(blockBytes) : input.salt;
  return suite.hmacSha256({ key, message: input.secret });
}

/** RFC 5869 section 2.3, at most 32 bytes. */
export function expand(
  suite: Hmac,
  input: { readonly key: Uint8Array; readonly info: Uint8Array; readonly length: number },
): Uint8Array {
  if (input.length > blockBytes) throw new Fault("seal.longKey", `No key here has ${input.length} bytes.`);
  const block = suite.hmacSha256({ key: input.key, message: concat([input.info, new Uint8Array([1])]) });
  return block.subarray(0, input.length);
}

/** A key of 32 bytes for one use, as age derives them all. */
export function derive(
  suite: Hmac,
  input: { readonly secret: Uint8Array; readonly salt?: Uint8Array; readonly info: string },
): Uint8Array {
  const key = extract(suite, { salt: input.salt ?? new Uint8Array(), secret: input.secret });
  return expand(suite, { key, info: utf8(input.info), length: blockBytes });
}
