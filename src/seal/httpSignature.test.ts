import { expect, test } from "vitest";
import { isRefusal, utf8 } from "../base/index.ts";
import { type HttpMessage, type HttpRequest, type HttpResponse, signatureBase } from "./httpMessage.ts";
import { contentDigest, type SignatureHeaders, signMessage, verifyMessage } from "./httpSignature.ts";
import { ed25519Signer, nativeSuite } from "./native.ts";

const suite = nativeSuite;
// RFC 9421 appendix B.1.4, test-key-ed25519.
const seed = Uint8Array.fromBase64("n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU", { alphabet: "base64url" });
const signer = ed25519Signer(seed);

// RFC 9421 appendix B.2, test-request.
const testRequest: HttpRequest = {
  kind: "request",
  method: "POST",
  authority: "example.com",
  path: "/foo",
  query: "?param=Value&Pet=dog",
  headers: new Map([
    ["date", "Tue, 20 Apr 2021 02:07:55 GMT"],
    ["content-type", "application/json"],
    ["content-length", "18"],
  ]),
};
const b26Components = ["date", "@method", "@path", "@authority", "content-type", "content-length"];
const b26Parameters = { created: 1618884473, keyid: "test-key-ed25519" };
const b26List = '("date" "@method" "@path" "@authority" "content-type" "content-length")';
const b26Base = `"date": Tue, 20 Apr 2021 02:07:55 GMT
"@method": POST
"@path": /foo
"@authority": example.com
"content-type": application/json
"content-length": 18
"@signature-params": ${b26List};created=1618884473;keyid="test-key-ed25519"`;
const b26Signature =
  "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:";

test("the key, the signature base and the signature of RFC 9421 B.2.6 come out as published", () => {
  expect(Buffer.from(signer.publicKey).toString("base64url")).toBe("JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs");
  const described = { message: testRequest, components: b26Components, parameters: b26Parameters };
  expect(signatureBase(described)).toBe(b26Base);
  const headers = signMessage({ ...described, label: "sig-b26", signer });
  expect(headers).toMatchObject({ signature: b26Signature });
  expect(
    verdict(signed(testRequest, headers), { components: b26Components, parameters: [], tag: undefined }),
  ).toMatchObject({
    parameters: b26Parameters,
  });
});

const body = utf8('{"a":1}');
const parameters = { created: 1700000000, keyid: "k", nonce: "n1", alg: "ed25519", tag: "entente/push" } as const;
const components = ["@method", "@authority", "@path", "@query", "content-digest"];
const request: HttpRequest = {
  kind: "request",
  method: "POST",
  authority: "node.example",
  path: "/push",
  query: "",
  headers: new Map([["content-digest", contentDigest(suite, body)]]),
};
const good = signed(request, signMessage({ message: request, label: "sig", components, parameters, signer }));

function signed<M extends HttpMessage>(message: M, headers: SignatureHeaders | { kind: "refused" }): M {
  if (isRefusal(headers)) throw new Error(JSON.stringify(headers));
  return { ...message, headers: new Map([...message.headers, ...Object.entries(headers)]) };
}

function verdict(message: HttpMessage, changes: Partial<Parameters<typeof verifyMessage>[0]> = {}) {
  return verifyMessage({
    suite,
    message,
    body: new Uint8Array(),
    components,
    parameters: ["nonce", "alg", "tag"],
    tag: "entente/push",
    keyOf: (keyid) => (keyid === "k" || keyid === "test-key-ed25519" ? signer.publicKey : undefined),
    ...changes,
  });
}

function withHeader(message: HttpRequest, name: string, value: string | undefined): HttpRequest {
  const headers = new Map(message.headers);
  if (value === undefined) headers.delete(name);
  else headers.set(name, value);
  return { ...message, headers };
}

test("a signed request verifies and gives its parameters back", () => {
  expect(verdict(good, { body })).toEqual({ components, parameters });
});

test("a request changed in any covered part does not verify", () => {
  const changed: HttpRequest[] = [
    { ...good, method: "PUT" },
    { ...good, authority: "other.example" },
    { ...good, path: "/pull" },
    { ...good, query: "?a" },
    withHeader(good, "content-digest", contentDigest(suite, utf8("{}"))),
  ];
  for (const message of changed)
    expect(verdict(message, { body })).toMatchObject({ code: "seal.httpSignatureInvalid" });
});

test("the content digest is that of RFC 9530 appendix D", () => {
  expect(contentDigest(suite, utf8('{"hello": "world"}\n'))).toBe(
    "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:",
  );
});

test("a body that is not the signed one, or that nobody signed, is refused", () => {
  expect(verdict(good, { body: utf8('{"a":2}') })).toMatchObject({ code: "seal.contentDigestMismatch" });
  const bare = signed(
    request,
    signMessage({ message: request, label: "sig", components: ["@method"], parameters, signer }),
  );
  expect(verdict(bare, { body, components: ["@method"] })).toMatchObject({ code: "seal.bodyNotCovered" });
});

test("a message without signature, component, parameter, tag or known key is refused by its name", () => {
  const options = { body };
  expect(verdict(withHeader(good, "signature-input", undefined), options)).toMatchObject({
    code: "seal.httpSignatureMissing",
    details: { header: "Signature-Input" },
  });
  expect(verdict(withHeader(good, "signature", undefined), options)).toMatchObject({
    code: "seal.httpSignatureMissing",
    details: { header: "Signature" },
  });
  expect(verdict(good, { body, components: ["date"] })).toMatchObject({ code: "seal.httpComponentNotCovered" });
  expect(verdict(withHeader(good, "content-digest", undefined), options)).toMatchObject({
    code: "seal.httpComponentMissing",
  });
  expect(verdict(good, { body, tag: "other" })).toMatchObject({ code: "seal.httpTagUnexpected" });
  expect(verdict(good, { body, keyOf: () => undefined })).toMatchObject({ code: "seal.httpKeyUnknown" });
  const short = signMessage({
    message: request,
    label: "sig",
    components,
    parameters: { created: 1, keyid: "k" },
    signer,
  });
  expect(verdict(signed(request, short), { body, tag: undefined })).toMatchObject({
    code: "seal.httpParameterMissing",
  });
});

const input = good.headers.get("signature-input") ?? "";
const malformed: readonly [desc: string, header: string, value: string][] = [
  ["two signatures", "signature-input", `${input}, ${input.replace("sig=", "b=")}`],
  [
    "its parameters in another order",
    "signature-input",
    input.replace(';nonce="n1";alg="ed25519"', ';alg="ed25519";nonce="n1"'),
  ],
  ["another algorithm", "signature-input", input.replace('alg="ed25519"', 'alg="hmac-sha256"')],
  ["a created with a leading zero", "signature-input", input.replace("created=", "created=0")],
  ["a component twice", "signature-input", input.replace('"@method"', '"@method" "@method"')],
  ["an unknown component parameter", "signature-input", input.replace('"@method"', '"@method";bs')],
  ["a trailing space in its list", "signature-input", input.replace(")", " )")],
  ["an unknown parameter", "signature-input", `${input};x=1`],
  ["too long an input", "signature-input", input.replace("n1", "n".repeat(2048))],
  ["another label", "signature", (good.headers.get("signature") ?? "").replace("sig=", "sig2=")],
  ["a signature that is not base64", "signature", "sig=:*:"],
];

test.each(malformed)("a message with %s is refused as malformed", (_, header, value) => {
  expect(verdict(withHeader(good, header, value), { body })).toMatchObject({ code: "seal.httpSignatureMalformed" });
});

test("a header with a line break cannot pass for two lines of the base", () => {
  const message = withHeader(request, "date", 'x\n"@method": GET');
  expect(signMessage({ message, label: "sig", components: ["date"], parameters, signer })).toMatchObject({
    code: "seal.httpComponentMissing",
  });
});

test("a parameter that could not be read back is refused when signing", () => {
  const quoted = { ...parameters, nonce: 'a"b' };
  expect(signMessage({ message: request, label: "sig", components, parameters: quoted, signer })).toMatchObject({
    code: "seal.httpSignatureMalformed",
  });
});

test("a response is bound to the request it answers", () => {
  const response: HttpResponse = { kind: "response", status: 200, headers: new Map(), request };
  const covered = ["@status", "@method;req", "@path;req", "content-digest;req"];
  const answer = signed(
    response,
    signMessage({ message: response, label: "sig", components: covered, parameters, signer }),
  );
  expect(isRefusal(verdict(answer, { components: covered }))).toBe(false);
  const other = { ...answer, request: { ...request, path: "/other" } };
  expect(verdict(other, { components: covered })).toMatchObject({ code: "seal.httpSignatureInvalid" });
  expect(verdict({ ...answer, status: 409 }, { components: covered })).toMatchObject({
    code: "seal.httpSignatureInvalid",
  });
  expect(signatureBase({ message: response, components: ["@method"], parameters })).toMatchObject({
    code: "seal.httpComponentMissing",
  });
  expect(signatureBase({ message: request, components: ["@method;req"], parameters })).toMatchObject({
    code: "seal.httpComponentMissing",
  });
});

test("an empty path is a solidus and an absent query a question mark", () => {
  const base = signatureBase({
    message: { ...request, path: "" },
    components: ["@path", "@query"],
    parameters: { created: 1, keyid: "k" },
  });
  expect(base).toBe('"@path": /\n"@query": ?\n"@signature-params": ("@path" "@query");created=1;keyid="k"');
});
