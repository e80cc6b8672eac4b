// What the page asks of a passkey: to sign in, to be enrolled, to sign an act. The browser's own dialog does the
// asking; an officer who leaves it has done nothing.

import type { Passkey, Session } from "../../api/index.ts";
import { base64url, fromBase64url, isRefusal, utf8 } from "../../base/index.ts";
import { encodeAssertion, parseKeyId, protectedHeader } from "../../seal/index.ts";
import { call, Refused, Unreachable } from "../api/index.ts";

/** The passkey was not used: left, refused, or out of time; `reason` is the browser's own word. */
export class NotUsed extends Error {
  override readonly name = "NotUsed";
  readonly reason: "left" | "known" | "failed";

  constructor(reason: "left" | "known" | "failed", options?: ErrorOptions) {
    super(`The passkey was not used: ${reason}.`, options);
    this.reason = reason;
  }
}

/** Signs in; with an officer's id, only by one of their passkeys. */
export async function signIn(officer?: string): Promise<Session> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const { ceremony, options } = await call("passkeyOptions", { body: officer === undefined ? {} : { officer } });
  const response = await used(() => startAuthentication({ optionsJSON: { ...options } }));
  const { id, rawId, type, clientExtensionResults } = response;
  const { authenticatorData, clientDataJSON, signature, userHandle } = response.response;
  return await call("passkeyVerify", {
    body: {
      ceremony,
      response: {
        id,
        rawId,
        type,
        clientExtensionResults,
        response: { authenticatorData, clientDataJSON, signature, ...(userHandle ? { userHandle } : {}) },
      },
    },
  });
}

/** Enrols a passkey: by an invitation's code, or without one for who has just signed in by passkey. */
export async function enrol(input: { readonly code?: string; readonly label: string }): Promise<Session> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  const { ceremony, options } = await call("enrolOptions", {
    body: input.code === undefined ? {} : { code: input.code },
  });
  const made = await used(() => startRegistration({ optionsJSON: parseCreation(options) }));
  const { id, rawId, type, clientExtensionResults } = made;
  const { attestationObject, clientDataJSON, transports } = made.response;
  const response = { attestationObject, clientDataJSON, ...(transports ? { transports } : {}) };
  const { session } = await call("enrolVerify", {
    body: { ceremony, label: input.label, response: { id, rawId, type, clientExtensionResults, response } },
  });
  return session;
}

export interface OfficerSignature {
  readonly protected: string;
  readonly signature: string;
}

/** Signs a prepared payload (base64url) with this passkey (docs/formats.md). */
export async function signByPasskey(payload: string, passkey: Passkey): Promise<OfficerSignature> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const kid = parseKeyId(passkey.kid);
  if (isRefusal(kid)) throw new NotUsed("failed");
  const header = protectedHeader(kid, "WebAuthn-ES256");
  const challenge = await crypto.subtle.digest("SHA-256", new Uint8Array(utf8(`${header}.${payload}`)));
  const { response } = await used(() =>
    startAuthentication({
      optionsJSON: {
        challenge: base64url(new Uint8Array(challenge)),
        rpId: passkey.key.rpId ?? location.hostname,
        allowCredentials: [{ id: passkey.credential, type: "public-key" }],
        userVerification: "required",
        timeout: 120_000,
      },
    }),
  );
  const signature = encodeAssertion({
    authenticatorData: bytesOf(response.authenticatorData),
    clientDataJSON: bytesOf(response.clientDataJSON),
    signature: bytesOf(response.signature),
  });
  if (signature === undefined) throw new NotUsed("failed");
  return { protected: header, signature: base64url(signature) };
}

function bytesOf(text: string): Uint8Array {
  return fromBase64url(text) ?? new Uint8Array();
}

/** What the browser throws is told apart by its name (WebAuthn section 5.1): most often the officer has left. */
async function used<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof Refused || cause instanceof Unreachable || !(cause instanceof Error)) throw cause;
    if (cause.name === "NotAllowedError" || cause.name === "AbortError") throw new NotUsed("left", { cause });
    if (cause.name === "InvalidStateError") throw new NotUsed("known", { cause });
    throw new NotUsed("failed", { cause });
  }
}

type Creation = Parameters<typeof import("@simplewebauthn/browser").startRegistration>[0]["optionsJSON"];

/** The options as the node made them for `navigator.credentials.create`; the browser itself reads them to the end. */
function parseCreation(options: Readonly<Record<string, unknown>>): Creation {
  const untyped: unknown = options;
  return untyped as Creation;
}
