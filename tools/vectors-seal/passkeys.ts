// What the vectors for passkeys hold: envelopes signed by one, as an honest browser answers and as it must not.

import { base64url, fromUtf8, isRefusal, type RefusalCode, utf8 } from "../../src/base/index.ts";
import { encodeAssertion, encodeEnvelope, parseKeyId, protectedHeader } from "../../src/seal/index.ts";
import { type Answer, type Assertion, passkeyOf, type TestPasskey } from "../../test/passkeys.ts";

interface PasskeyCase {
  readonly desc: string;
  readonly text: string;
  readonly refused: RefusalCode | null;
}

const place = { rpId: "entente.example", origin: "https://ma.entente.example:8443" };
const payload = utf8('{"a":1}');

export const vectorPasskey = passkeyOf("alice", place);

export function passkeyCases(): readonly PasskeyCase[] {
  const badly: RefusalCode = "seal.badSignature";
  const case_ = (desc: string, answer: Answer, refused: RefusalCode | null = badly): PasskeyCase => ({
    desc,
    text: envelopeOf(vectorPasskey, { answer }),
    refused,
  });
  const good = envelopeOf(vectorPasskey, {});
  return [
    { desc: "an honest answer", text: good, refused: null },
    case_("flags of a passkey that is backed up", { flags: 0x1d }, null),
    case_("members that this house does not know", { extra: ',"other_keys_can_be_added_here":"do not compare"' }, null),
    case_("another order of members", { clientData: reordered() }, null),
    case_("another page's origin", { origin: "https://ma.entente.example.evil.example:8443" }),
    case_("the origin without its port", { origin: "https://ma.entente.example" }),
    case_("another rp id", { rpId: "ma.entente.example" }),
    case_("a challenge of something else", { challenge: base64url(new Uint8Array(32)) }),
    case_("the challenge of a registration", { type: "webauthn.create" }),
    case_("a page in another site's frame", { crossOrigin: true }),
    case_("a frame that names its top page", { extra: ',"topOrigin":"https://ma.entente.example:8443"' }),
    case_("a second challenge", { extra: `,"challenge":"${base64url(new Uint8Array(32))}"` }),
    case_("client data that is no JSON", { clientData: "not JSON" }),
    case_("nobody verified", { flags: 0x01 }),
    case_("nobody present", { flags: 0x04 }),
    case_("extensions announced", { flags: 0x85 }),
    case_("attested credential data announced", { flags: 0x45 }),
    case_("a reserved flag", { flags: 0x07 }),
    case_("backed up and not able to be", { flags: 0x15 }),
    { desc: "s in the upper half", text: upperHalf(), refused: badly },
    { desc: "a payload changed", text: good.replace('"eyJhIjoxfQ"', '"eyJhIjoyfQ"'), refused: badly },
    { desc: "a signature of another passkey", text: bySomebodyElse(), refused: badly },
    {
      desc: "the same key designated for another origin",
      text: envelopeOf(passkeyOf("alice", { ...place, origin: "https://ma.entente.example" }), {}),
      refused: "seal.wrongKey",
    },
    { desc: "under the header of Ed25519", text: otherHeader(), refused: "seal.badEnvelope" },
    { desc: "client data of more than 512 bytes", text: tooLong(), refused: "seal.badEnvelope" },
  ];
}

function envelopeOf(passkey: TestPasskey, { answer }: { readonly answer?: Answer }): string {
  return written(passkey, encoded(passkey.assert(inputOf(passkey), answer)));
}

function inputOf(passkey: TestPasskey): Uint8Array {
  return utf8(`${headerOf(passkey)}.${base64url(payload)}`);
}

function headerOf(passkey: TestPasskey): string {
  const kid = parseKeyId(passkey.kid);
  if (isRefusal(kid)) throw new TypeError(kid.code);
  return protectedHeader(kid, "WebAuthn-ES256");
}

function encoded(assertion: Assertion): Uint8Array {
  const value = encodeAssertion(assertion);
  if (!value) throw new TypeError("The assertion has another form.");
  return value;
}

function written(passkey: TestPasskey, signature: Uint8Array): string {
  return fromUtf8(encodeEnvelope({ payload, signatures: [{ protected: headerOf(passkey), signature }] })) ?? "";
}

function reordered(): string {
  const { clientDataJSON } = vectorPasskey.assert(inputOf(vectorPasskey));
  const members = Object.entries(JSON.parse(fromUtf8(clientDataJSON) ?? ""));
  return JSON.stringify(Object.fromEntries(members.reverse()), null, 1);
}

function upperHalf(): string {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const value = encoded(vectorPasskey.assert(inputOf(vectorPasskey)));
  const s = order - BigInt(`0x${value.subarray(69, 101).toHex()}`);
  value.set(Uint8Array.fromHex(s.toString(16).padStart(64, "0")), 69);
  return written(vectorPasskey, value);
}

function bySomebodyElse(): string {
  return written(vectorPasskey, encoded(passkeyOf("bob", place).assert(inputOf(vectorPasskey))));
}

function otherHeader(): string {
  const kid = parseKeyId(vectorPasskey.kid);
  if (isRefusal(kid)) throw new TypeError(kid.code);
  const signature = encoded(vectorPasskey.assert(inputOf(vectorPasskey)));
  return fromUtf8(encodeEnvelope({ payload, signatures: [{ protected: protectedHeader(kid), signature }] })) ?? "";
}

function tooLong(): string {
  const value = encoded(vectorPasskey.assert(inputOf(vectorPasskey)));
  const padded = new Uint8Array(37 + 64 + 513).fill(0x20);
  padded.set(value);
  return written(vectorPasskey, padded);
}
