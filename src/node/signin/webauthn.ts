// The ceremonies of WebAuthn Level 3 through @simplewebauthn/server: what a browser is asked, and whether its answer
// holds. User verification is always required, and the algorithm is ES256 alone, so that every passkey that signs in
// can also sign acts. The library is loaded when the first passkey is asked for: a node starts without it.

import type { PasskeyAssertion, PasskeyAttestation } from "../../api/index.ts";
import { base64url, fromBase64url, type Refusal, refuse } from "../../base/index.ts";
import { type PasskeyJwk, parseP256PublicKey, passkeyJwk } from "../../seal/index.ts";
import type { Ceremony } from "./ceremonies.ts";
import type { EnrolledPasskey } from "./passkeys.ts";

const library = () => import("@simplewebauthn/server");

/** COSE's number for ECDSA with SHA-256 on P-256 (RFC 9053). */
const es256 = -7;
/** COSE's labels of the coordinates (RFC 9053 section 7.1.1). */
const coordinates = { x: -2, y: -3 } as const;

const timeoutMs = 120_000;

export interface Asked {
  readonly challenge: string;
  readonly [member: string]: unknown;
}

export async function signInOptions(input: {
  readonly challenge: Uint8Array;
  readonly rpId: string;
  /** Whose passkeys are offered; none for whichever the authenticator holds. */
  readonly passkeys: readonly EnrolledPasskey[];
}): Promise<Asked> {
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    rpID: input.rpId,
    challenge: plain(input.challenge),
    allowCredentials: input.passkeys.map(({ credential, transports }) => ({
      id: credential,
      transports: [...transports],
    })),
    userVerification: "required",
    timeout: timeoutMs,
  });
  return { ...options };
}

/** The passkey's new count, or `api.badPasskey`. */
export async function verifySignIn(input: {
  readonly ceremony: Ceremony;
  readonly passkey: EnrolledPasskey;
  readonly response: PasskeyAssertion;
}): Promise<{ readonly counter: number; readonly backedUp: boolean } | Refusal> {
  const { ceremony, passkey, response } = input;
  const { verifyAuthenticationResponse } = await library();
  const { userHandle, ...rest } = response.response;
  const { authenticatorAttachment, ...outer } = response;
  return told(async () => {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...outer,
        ...(authenticatorAttachment ? { authenticatorAttachment } : {}),
        response: { ...rest, ...(userHandle === undefined ? {} : { userHandle }) },
      },
      expectedChallenge: ceremony.challenge,
      expectedOrigin: ceremony.origin,
      expectedRPID: ceremony.rpId,
      requireUserVerification: true,
      credential: { id: passkey.credential, publicKey: bytesOf(passkey.cose), counter: passkey.counter },
    });
    if (!verified) return refuse("api.badPasskey", { problem: "its signature does not hold" });
    return { counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp };
  });
}

export async function enrolOptions(input: {
  readonly challenge: Uint8Array;
  readonly rpId: string;
  /** What the browser shows beside the passkey. */
  readonly rpName: string;
  readonly officer: string;
  readonly userId: Uint8Array;
  readonly passkeys: readonly EnrolledPasskey[];
}): Promise<Asked> {
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpID: input.rpId,
    rpName: input.rpName,
    userName: input.officer,
    userDisplayName: input.officer,
    userID: plain(input.userId),
    challenge: plain(input.challenge),
    attestationType: "none",
    excludeCredentials: input.passkeys.map(({ credential, transports }) => ({
      id: credential,
      transports: [...transports],
    })),
    // Discoverable, so that nobody has to say who they are before they have shown it.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: [es256],
    timeout: timeoutMs,
  });
  return { ...options };
}

export interface NewPasskey {
  readonly credential: string;
  readonly key: PasskeyJwk;
  readonly cose: string;
  readonly counter: number;
  readonly backedUp: boolean;
}

/** The new passkey, or `api.badPasskey`. */
export async function verifyEnrol(input: {
  readonly ceremony: Ceremony;
  readonly response: PasskeyAttestation;
}): Promise<NewPasskey | Refusal> {
  const { ceremony, response } = input;
  const { verifyRegistrationResponse } = await library();
  const { decodeCredentialPublicKey } = await import("@simplewebauthn/server/helpers");
  const { attestationObject, clientDataJSON } = response.response;
  return told(async () => {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id: response.id,
        rawId: response.rawId,
        type: response.type,
        clientExtensionResults: {},
        response: { attestationObject, clientDataJSON },
      },
      expectedChallenge: ceremony.challenge,
      expectedOrigin: ceremony.origin,
      expectedRPID: ceremony.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: [es256],
    });
    if (!verified) return refuse("api.badPasskey", { problem: "its attestation does not hold" });
    const { credential, credentialBackedUp } = registrationInfo;
    const key = keyOf(decodeCredentialPublicKey(credential.publicKey), ceremony);
    if (key === undefined) return refuse("api.badPasskey", { problem: "its key is no point of P-256" });
    return {
      credential: credential.id,
      key,
      cose: base64url(credential.publicKey),
      counter: credential.counter,
      backedUp: credentialBackedUp,
    };
  });
}

function keyOf(cose: unknown, { rpId, origin }: Ceremony): PasskeyJwk | undefined {
  if (!(cose instanceof Map)) return undefined;
  const x: unknown = cose.get(coordinates.x);
  const y: unknown = cose.get(coordinates.y);
  if (!(x instanceof Uint8Array) || !(y instanceof Uint8Array)) return undefined;
  const key = parseP256PublicKey(base64url(x), base64url(y));
  return key && passkeyJwk({ key, rpId, origin });
}

/** The library tells by throwing what is wrong with an answer: its words are the refusal's. */
async function told<T>(work: () => Promise<T | Refusal>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    return refuse("api.badPasskey", { problem: cause.message.replace(/\.$/, "").slice(0, 200) });
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return plain(fromBase64url(text) ?? new Uint8Array());
}

/** A copy on a buffer of its own, as the library's types ask. */
function plain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
