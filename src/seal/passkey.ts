// A passkey as a side designates it: a P-256 public key (FIPS 186-5) that signs only for pages of one origin, by
// WebAuthn Level 3. Written as a JWK (RFC 7517, RFC 7518 section 6.2) with two members more, the rp id and the origin,
// because an assertion names both and a verifier must know which to accept. Its id is the SHA-256 of all six members:
// the same point for another origin is another key, so that nobody can publish it anew under other conditions.
//
// Not implemented: other curves, keys of several origins, rp ids that the origin's host does not end with.

import { type Brand, base64url, fromBase64url, type Refusal, refuse, z } from "../base/index.ts";
import { canonical } from "./canonical.ts";

/** 64 bytes: the coordinates x and y of a point on P-256, big-endian. */
export type P256PublicKey = Brand<Uint8Array, "P256PublicKey">;

export interface Passkey {
  readonly key: P256PublicKey;
  readonly rpId: string;
  readonly origin: string;
}

const originMax = 200;
const host = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*";
const port = "(?::[1-9][0-9]{0,4})?";
const secureOrigin = new RegExp(`^https://(?:${host}\\.[a-z][a-z0-9-]{0,62})${port}$`);
/** A browser asks for passkeys without TLS on the machine itself only. */
const localOrigin = new RegExp(`^https?://localhost${port}$`);

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, "32 bytes, base64url");

/** The form of a passkey in a designation. Whether x and y are a point of the curve is `parsePasskey`'s to say. */
export const passkeySchema = z
  .strictObject({
    crv: z.literal("P-256"),
    kty: z.literal("EC"),
    origin: z.string().max(originMax),
    rpId: z.string().max(originMax),
    x: coordinate,
    y: coordinate,
  })
  .refine(({ origin, rpId }) => isOriginOf(origin, rpId), {
    path: ["origin"],
    message: "https and a name that is the rp id or lies below it, or localhost",
  });

export type PasskeyJwk = z.output<typeof passkeySchema>;

/** The passkey's one text: its canonical JSON (RFC 8785). */
export function passkeyText(jwk: PasskeyJwk): string {
  return canonical({ ...jwk });
}

/** Reads a passkey's text; refused as `seal.badPublicKey`. */
export function parsePasskey(text: string): Passkey | Refusal {
  const bad = (reason: string): Refusal => refuse("seal.badPublicKey", { algorithm: "WebAuthn-ES256", reason });
  const parsed = passkeySchema.safeParse(jsonOf(text));
  if (!parsed.success) return bad("it is not the JWK of a passkey with its rp id and origin");
  if (passkeyText(parsed.data) !== text) return bad("it is not in its canonical form");
  const { x, y, rpId, origin } = parsed.data;
  const key = parseP256PublicKey(x, y);
  return key === undefined ? bad("it is no point of the curve P-256") : { key, rpId, origin };
}

/** The JWK of a passkey. */
export function passkeyJwk({ key, rpId, origin }: Passkey): PasskeyJwk {
  return {
    crv: "P-256",
    kty: "EC",
    origin,
    rpId,
    x: base64url(key.subarray(0, 32)),
    y: base64url(key.subarray(32)),
  };
}

/** The key of a passkey just enrolled, from its coordinates in base64url; undefined for what is no point. */
export function parseP256PublicKey(x: string, y: string): P256PublicKey | undefined {
  const first = fromBase64url(x);
  const second = fromBase64url(y);
  if (first?.length !== 32 || second?.length !== 32) return undefined;
  const key = new Uint8Array(64);
  key.set(first);
  key.set(second, 32);
  return isOnCurve(numberOf(first), numberOf(second)) ? (key as P256PublicKey) : undefined;
}

function isOriginOf(origin: string, rpId: string): boolean {
  if (rpId === "localhost") return localOrigin.test(origin);
  if (!secureOrigin.test(origin) || !rpId.includes(".")) return false;
  const name = origin.slice("https://".length).replace(/:\d+$/, "");
  return name === rpId || name.endsWith(`.${rpId}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

// SEC 2, section 2.4.2.
const prime = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** Whether y² = x³ − 3x + b. The point at infinity has no coordinates, and the group has no smaller one. */
function isOnCurve(x: bigint, y: bigint): boolean {
  if (x >= prime || y >= prime) return false;
  return (y * y - (x * x * x - 3n * x + b)) % prime === 0n;
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${bytes.toHex()}`);
}
