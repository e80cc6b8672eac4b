// An authenticator and its browser in a few lines, for tests: makes a passkey for a page and answers a node's questions
// with it, as WebAuthn Level 3 has them travel in JSON; honestly, or as a test makes it cheat.

import { base64url, concat, utf8 } from "../src/base/index.ts";
import { nativeSuite } from "../src/seal/native.ts";
import { type Answer, passkeyOf, type TestPasskey } from "./passkeys.ts";

export interface TestAuthenticator {
  readonly passkey: TestPasskey;
  /** The credential's id, base64url. */
  readonly credential: string;
  /** RegistrationResponseJSON. */
  create(options: { readonly challenge: string }, answer?: Answer): unknown;
  /** AuthenticationResponseJSON. */
  get(options: { readonly challenge: string }, answer?: Answer): unknown;
}

export function authenticatorAt(origin: string, name = "officer"): TestAuthenticator {
  const rpId = new URL(origin).hostname;
  const passkey = passkeyOf(name, { rpId, origin });
  const id = nativeSuite.sha256(utf8(`credential ${name} ${origin}`)).subarray(0, 16);
  const credential = base64url(id);
  const whole = { id: credential, rawId: credential, type: "public-key", clientExtensionResults: {} };
  return {
    passkey,
    credential,
    create({ challenge }, answer = {}) {
      const clientDataJSON = utf8(
        JSON.stringify({ type: "webauthn.create", challenge, origin: answer.origin ?? origin, crossOrigin: false }),
      );
      const authData = concat([
        nativeSuite.sha256(utf8(answer.rpId ?? rpId)),
        // User present, user verified, attested credential data; no count.
        Uint8Array.of(answer.flags ?? 0x45, 0, 0, 0, 0),
        new Uint8Array(16),
        Uint8Array.of(0, id.length),
        id,
        coseKey(passkey.passkey.key),
      ]);
      const attestationObject = concat([
        Uint8Array.of(0xa3),
        text("fmt"),
        text("none"),
        text("attStmt"),
        Uint8Array.of(0xa0),
        text("authData"),
        bytes(authData),
      ]);
      const response = { attestationObject: base64url(attestationObject), clientDataJSON: base64url(clientDataJSON) };
      return { ...whole, response: { ...response, transports: ["internal"] } };
    },
    get({ challenge }, answer = {}) {
      const made = passkey.assert(new Uint8Array(), { challenge, ...answer });
      return {
        ...whole,
        response: {
          authenticatorData: base64url(made.authenticatorData),
          clientDataJSON: base64url(made.clientDataJSON),
          signature: base64url(made.signature),
        },
      };
    },
  };
}

/** COSE_Key of ES256 (RFC 9053 section 7.1): kty EC2, alg -7, crv P-256, x, y. */
function coseKey(key: Uint8Array): Uint8Array {
  const head = Uint8Array.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01);
  return concat([head, Uint8Array.of(0x21), bytes(key.subarray(0, 32)), Uint8Array.of(0x22), bytes(key.subarray(32))]);
}

/** CBOR (RFC 8949): a text of fewer than 24 bytes. */
function text(value: string): Uint8Array {
  return concat([Uint8Array.of(0x60 + value.length), utf8(value)]);
}

/** CBOR: a byte string of 24 to 255 bytes. */
function bytes(value: Uint8Array): Uint8Array {
  return concat([Uint8Array.of(0x58, value.length), value]);
}
