import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fromBase64, fromBase64url, fromUtf8, isRefusal, type Refusal, utf8 } from "../base/index.ts";
import { parseEnvelope } from "./envelope.ts";
import { verifyEnvelopeSignature } from "./envelopeSignature.ts";
import type { HttpRequest } from "./httpMessage.ts";
import { signatureBase } from "./httpMessage.ts";
import { verifyMessage } from "./httpSignature.ts";
import { nativeSuite as suite } from "./native.ts";
import { parseCanonical } from "./parseCanonical.ts";
import { parseEd25519PublicKey } from "./publicKeys.ts";
import type { Ed25519PublicKey } from "./suite.ts";

interface Key {
  readonly kid: string;
  readonly ed25519: string;
}

interface CanonicalCase {
  readonly desc: string;
  readonly text?: string;
  readonly base64?: string;
  readonly refused: string | null;
}

interface EnvelopeCase {
  readonly desc: string;
  readonly text: string;
  readonly payload?: string;
  readonly refused: string | null;
}

interface HttpCase {
  readonly desc: string;
  readonly request: Omit<HttpRequest, "headers"> & { readonly headers: Readonly<Record<string, string>> };
  readonly body: string;
  readonly base?: string;
  readonly refused: string | null;
}

function textOf(name: string): string {
  return readFileSync(new URL(`../../vectors/seal/${name}`, import.meta.url), "utf8");
}

function keyOf(key: Key): Ed25519PublicKey {
  const parsed = parseEd25519PublicKey(fromBase64url(key.ed25519) ?? new Uint8Array());
  if (isRefusal(parsed)) throw new Error(parsed.code);
  return parsed;
}

function codeOf(result: unknown): string | null {
  return isRefusal(result) ? result.code : null;
}

const canonical: { readonly cases: readonly CanonicalCase[] } = JSON.parse(textOf("canonical.json"));
test.each(canonical.cases)("canonical JSON: $desc", ({ text, base64, refused }) => {
  const bytes = text === undefined ? fromBase64(base64 ?? "") : utf8(text);
  const read = parseCanonical(bytes ?? new Uint8Array(), { maxBytes: 65535, maxDepth: 32 });
  expect(codeOf(read)).toBe(refused);
});

const envelopes: { readonly key: Key; readonly cases: readonly EnvelopeCase[] } = JSON.parse(textOf("envelopes.json"));
test.each(envelopes.cases)("envelope: $desc", ({ text, payload, refused }) => {
  const envelope = parseEnvelope(utf8(text));
  const first = isRefusal(envelope) ? undefined : envelope.signatures[0];
  const verdict: Refusal | undefined = isRefusal(envelope)
    ? envelope
    : first && verifyEnvelopeSignature(suite, { signature: first, key: keyOf(envelopes.key) });
  expect(codeOf(verdict)).toBe(refused);
  if (!isRefusal(envelope) && payload !== undefined) expect(fromUtf8(envelope.payload)).toBe(payload);
});

const http: { readonly key: Key; readonly cases: readonly HttpCase[] } = JSON.parse(textOf("http-signatures.json"));
test.each(http.cases)("HTTP signature: $desc", ({ request, body, base, refused }) => {
  const message: HttpRequest = { ...request, headers: new Map(Object.entries(request.headers)) };
  const verified = verifyMessage({
    suite,
    message,
    body: utf8(body),
    components: ["@method", "@path"],
    parameters: ["nonce", "alg", "tag"],
    tag: "t",
    keyOf: (keyid) => (keyid === http.key.kid ? keyOf(http.key) : undefined),
  });
  expect(codeOf(verified)).toBe(refused);
  if (!isRefusal(verified) && base !== undefined) expect(signatureBase({ message, ...verified })).toBe(base);
});
