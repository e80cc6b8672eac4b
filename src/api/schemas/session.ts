// Signing in, as the routes of a session tell it: who sits before the page, the passkeys, and what a browser is handed
// to ask for one (WebAuthn Level 3, the JSON forms of section 5.1). Times are the machine's own, never a story's.

import { z } from "../../base/index.ts";
import { count, functionCode, instant, partyCode, serviceCode } from "./common.ts";

const base64urlText = z.string().regex(/^[A-Za-z0-9_-]*$/);

/** An officer's id in this side's own directory; never sent to the other side. */
export const officerId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, "an officer's id")
  .meta({ id: "OfficerId", description: "An officer's id in this side's own directory." });

/** How one may sign in at the address of the page. */
const waysIn = z
  .strictObject({
    /** False where no browser offers passkeys: at an IP address, or at an address that is not this node's. */
    passkey: z.boolean(),
    demonstration: z.boolean(),
  })
  .meta({ id: "WaysIn" });

export const session = z
  .discriminatedUnion("state", [
    z.strictObject({ state: z.literal("none"), party: partyCode, ways: waysIn }),
    z.strictObject({
      state: z.literal("signedIn"),
      party: partyCode,
      ways: waysIn,
      officer: officerId,
      service: serviceCode,
      functions: z.array(functionCode),
      /** token: a bearer token of a program, which has no session. */
      by: z.enum(["passkey", "demonstration", "token"]),
      since: instant.optional(),
      /** The session ends then, whatever happens. */
      endsAt: instant.optional(),
      /** Seconds without a sign of the officer after which it ends: `POST /api/session/here` is such a sign. */
      idleSeconds: count.optional(),
      /** The passkey it was opened with. */
      credential: z.string().optional(),
    }),
  ])
  .meta({ id: "Session", description: "Who sits before the page." });

const ceremony = z.string().regex(/^[A-Za-z0-9_-]{22}$/, "the ceremony that the options came with");

/** What a browser is to be asked; `options` goes to `navigator.credentials` as it is. */
export const ceremonyOptions = z
  .strictObject({ ceremony: z.string(), options: z.looseObject({ challenge: z.string() }) })
  .meta({ id: "CeremonyOptions", description: "Good once, and for five minutes." });

export const passkeyOptionsBody = z.strictObject({
  /** Only this officer's passkeys are offered; without it, whichever the authenticator holds. */
  officer: officerId.optional(),
});

const bytesText = base64urlText.max(20_000);

export const assertion = z
  .strictObject({
    id: base64urlText.max(1400),
    rawId: base64urlText.max(1400),
    type: z.literal("public-key"),
    response: z.strictObject({
      authenticatorData: bytesText,
      clientDataJSON: bytesText,
      signature: bytesText,
      userHandle: bytesText.optional(),
    }),
    clientExtensionResults: z.looseObject({}),
    authenticatorAttachment: z.enum(["cross-platform", "platform"]).optional(),
  })
  .meta({ id: "PasskeyAssertion", description: "AuthenticationResponseJSON of WebAuthn." });

export const passkeyVerifyBody = z.strictObject({ ceremony, response: assertion });

export const enrolOptionsBody = z.strictObject({
  /** The one-time code of `entente officer invite`. Without it, whoever is signed in adds a passkey. */
  code: z.string().min(1).max(64).optional(),
});

export const attestation = z
  .strictObject({
    id: base64urlText.max(1400),
    rawId: base64urlText.max(1400),
    type: z.literal("public-key"),
    response: z.strictObject({
      attestationObject: bytesText,
      clientDataJSON: bytesText,
      authenticatorData: bytesText.optional(),
      transports: z.array(z.string().max(20)).max(8).optional(),
      publicKey: bytesText.optional(),
      publicKeyAlgorithm: z.number().int().optional(),
    }),
    clientExtensionResults: z.looseObject({}),
    authenticatorAttachment: z.enum(["cross-platform", "platform"]).optional(),
  })
  .meta({ id: "PasskeyAttestation", description: "RegistrationResponseJSON of WebAuthn." });

export const enrolVerifyBody = z.strictObject({
  ceremony,
  /** What its holder calls the passkey: "the blue key". */
  label: z.string().trim().min(1).max(80),
  response: attestation,
});

export const credential = z
  .strictObject({
    /** The credential's id, as WebAuthn gives it. */
    credential: z.string(),
    officer: officerId,
    label: z.string(),
    addedAt: instant,
    usedAt: instant.optional(),
    /** Where it can be used: the origin of the pages that may ask for it. */
    origin: z.string(),
    /** Held by a provider beside the device, so that it survives the device's loss. */
    backedUp: z.boolean(),
    /** The id of the key, by which a designation and a signature name it. */
    kid: z.string(),
    /** The public key as a designation publishes it, `officers[].key`. */
    key: z.record(z.string(), z.string()),
  })
  .meta({ id: "Passkey" });

export const credentials = z.strictObject({ items: z.array(credential) }).meta({ id: "Passkeys" });

export const demonstrationFunctions = z
  .strictObject({
    items: z.array(z.strictObject({ officer: officerId, service: serviceCode, functions: z.array(functionCode) })),
  })
  .meta({ id: "DemonstrationFunctions", description: "Every officer of this demonstration that a page may enter as." });

export const officerSignature = z
  .strictObject({ protected: base64urlText.max(400), signature: base64urlText.max(2000) })
  .meta({ id: "OfficerSignature", description: "An officer's signature, to be handed in with the prepared act." });

export type Session = z.input<typeof session>;
export type CeremonyOptions = z.input<typeof ceremonyOptions>;
export type PasskeyAssertion = z.output<typeof assertion>;
export type PasskeyAttestation = z.output<typeof attestation>;
export type Passkey = z.input<typeof credential>;
export type DemonstrationFunctions = z.input<typeof demonstrationFunctions>;
export type DemonstrationSignature = z.input<typeof officerSignature>;
