// Writes the project's own vectors for sealing: canonical JSON that is read or refused, signed envelopes, and HTTP
// message signatures, each with the code of its refusal. Ed25519 signs without randomness and the keys come from fixed
// seeds, so the files are the same on every machine; a test holds them up to date.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { base64, base64url, fromUtf8, isRefusal, type RefusalCode, utf8 } from "../src/base/index.ts";
import { contentDigest, type HttpRequest, signatureBase, signEnvelope, signMessage } from "../src/seal/index.ts";
import { nativeSuite as suite } from "../src/seal/native.ts";
import { kidOf, signerOf } from "../test/keys.ts";
import { passkeyCases, vectorPasskey } from "./vectors-seal/passkeys.ts";

interface TextCase {
  readonly desc: string;
  /** As a JSON string; or the bytes in base64 where they are not UTF-8. */
  readonly text?: string;
  readonly base64?: string;
  readonly refused?: RefusalCode;
}

const canonicalCases: readonly TextCase[] = [
  { desc: "an object with its keys in order", text: '{"":0,"a":[],"b":{"c":null}}' },
  { desc: "keys ordered by UTF-16 code unit", text: '{"\u{1f600}":1,"\ufb33":2}' },
  { desc: "keys that look like numbers, in the order of text", text: '{"10":1,"9":2}' },
  { desc: "the shortest escapes", text: '"\\b\\t\\n\\f\\r\\"\\\\\\u0000\u007f"' },
  { desc: "a backslash before ud800", text: '"\\\\ud800"' },
  { desc: "numbers in their shortest form", text: "[0,-1,0.1,1e-7,100000000000000000000,1e+21]" },
  { desc: "32 levels", text: "[".repeat(32) + "]".repeat(32) },
  { desc: "33 levels", text: "[".repeat(33) + "]".repeat(33), refused: "seal.tooDeep" },
  { desc: "a byte that is not UTF-8", base64: base64(Uint8Array.of(0x22, 0xff, 0x22)), refused: "seal.badUtf8" },
  { desc: "a byte-order mark", text: "\ufeff{}", refused: "seal.notJson" },
  { desc: "a comma too many", text: "[1,]", refused: "seal.notJson" },
  { desc: "a second value", text: "{}{}", refused: "seal.trailingBytes" },
  { desc: "a newline after the value", text: "{}\n", refused: "seal.notCanonical" },
  { desc: "white space", text: '{"a": 1}', refused: "seal.notCanonical" },
  { desc: "keys out of order", text: '{"b":1,"a":2}', refused: "seal.notCanonical" },
  { desc: "a duplicate key", text: '{"a":1,"a":1}', refused: "seal.duplicateKey" },
  { desc: "a duplicate key, once escaped", text: '{"a":1,"\\u0061":2}', refused: "seal.duplicateKey" },
  { desc: "half a surrogate pair", text: '"\\ud800"', refused: "seal.loneSurrogate" },
  { desc: "a surrogate pair escaped", text: '"\\ud83d\\ude00"', refused: "seal.notCanonical" },
  { desc: "minus zero", text: "-0", refused: "seal.notCanonical" },
  { desc: "a number in another form", text: "1.0", refused: "seal.notCanonical" },
  { desc: "a number too large", text: "1e400", refused: "seal.numberPrecision" },
  { desc: "a number too long", text: "12345678901234567890", refused: "seal.numberPrecision" },
];

interface EnvelopeCase {
  readonly desc: string;
  readonly text: string;
  readonly payload?: string;
  readonly refused?: RefusalCode;
}

function envelopeCases(): readonly EnvelopeCase[] {
  const payload = utf8('{"a":1}');
  const sign = (...names: string[]): string => {
    return fromUtf8(signEnvelope({ payload, signers: names.map(signerOf), suite })) ?? "";
  };
  const one = sign("alice");
  const two = sign("alice", "bob");
  const read = { payload: '{"a":1}' };
  const signature = /"signature":"([^"]*)"/.exec(one)?.[1] ?? "";
  const bent = `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`;
  return [
    { desc: "one signature", text: one, ...read },
    { desc: "two signatures", text: two, ...read },
    { desc: "one signature changed", text: one.replace(signature, bent), refused: "seal.badSignature" },
    { desc: "a payload changed", text: one.replace('"eyJhIjoxfQ"', '"eyJhIjoyfQ"'), refused: "seal.badSignature" },
    { desc: "a key that is not the one offered", text: sign("bob"), refused: "seal.wrongKey" },
    { desc: "white space", text: one.replace(",", ", "), refused: "seal.badEnvelope" },
    { desc: "padding", text: one.replace('"eyJhIjoxfQ"', '"eyJhIjoxfQ=="'), refused: "seal.badEnvelope" },
    { desc: "stray low bits", text: one.replace('"eyJhIjoxfQ"', '"eyJhIjoxfR"'), refused: "seal.badEnvelope" },
    { desc: "no signature", text: one.replace(/\[.*\]/, "[]"), refused: "seal.badEnvelope" },
    { desc: "text after it", text: `${one}\n`, refused: "seal.badEnvelope" },
    {
      desc: "an unprotected header",
      text: one.replace('{"protected"', '{"header":{},"protected"'),
      refused: "seal.badEnvelope",
    },
  ];
}

function httpCases(): readonly object[] {
  const body = utf8('{"a":1}');
  const message: HttpRequest = {
    kind: "request",
    method: "POST",
    authority: "node.example",
    path: "/link/push",
    query: "",
    headers: new Map([["content-digest", contentDigest(suite, body)]]),
  };
  const components = ["@method", "@authority", "@path", "@query", "content-digest"];
  const parameters = {
    created: 1637682123,
    keyid: kidOf("alice"),
    nonce: "b3k2pp5k7z",
    alg: "ed25519",
    tag: "t",
  } as const;
  const headers = signMessage({ message, label: "sig", components, parameters, signer: signerOf("alice") });
  if (isRefusal(headers)) throw new Error(headers.code);
  const request = { ...message, headers: { ...Object.fromEntries(message.headers), ...headers } };
  const base = signatureBase({ message, components, parameters });
  return [
    { desc: "a signed request", request, body: fromUtf8(body), base, refused: null },
    { desc: "another path", request: { ...request, path: "/" }, body: '{"a":1}', refused: "seal.httpSignatureInvalid" },
    { desc: "another body", request, body: '{"a":2}', refused: "seal.contentDigestMismatch" },
  ];
}

/** The text of each file, by its name. */
export function sealVectors(): ReadonlyMap<string, string> {
  const keys = { kid: kidOf("alice"), ed25519: base64url(signerOf("alice").publicKey) };
  const file = (about: string, rest: object): string => `${JSON.stringify({ about, ...rest }, null, 1)}\n`;
  const settled = (cases: readonly { readonly refused?: RefusalCode }[]): readonly object[] => {
    return cases.map((one) => ({ ...one, refused: one.refused ?? null }));
  };
  return new Map([
    [
      "canonical.json",
      file("Texts that are, or are not, canonical JSON (RFC 8785) of at most 32 levels.", {
        cases: settled(canonicalCases),
      }),
    ],
    [
      "envelopes.json",
      file("Signed envelopes (RFC 7515), of which the first signature is verified with the key given.", {
        key: keys,
        cases: settled(envelopeCases()),
      }),
    ],
    [
      "passkeys.json",
      file(
        "Envelopes signed by a passkey (docs/formats.md), verified with the key given, the JWK as it is designated.",
        {
          key: { kid: vectorPasskey.kid, text: vectorPasskey.text },
          cases: passkeyCases(),
        },
      ),
    ],
    [
      "http-signatures.json",
      file("HTTP requests signed as RFC 9421 describes it, with the text that is signed.", {
        key: keys,
        cases: httpCases(),
      }),
    ],
  ]);
}

if (import.meta.main) {
  const folder = fileURLToPath(new URL("../vectors/seal/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of sealVectors()) writeFileSync(`${folder}${name}`, text);
}
