// HTTP messages as the signatures of RFC 9421 see them: plain values, without any HTTP library, and the signature base
// made from them (section 2.5). Implemented: the derived components @method, @authority, @path, @query and @status,
// single header fields as strings, and `;req` in a response. Not implemented: other component parameters, trailers,
// multiple field lines (the caller joins them).

import { type Refusal, refuse } from "../base/index.ts";

export interface HttpRequest {
  readonly kind: "request";
  readonly method: string;
  /** Host, and port unless it is the scheme's own, in lower case. */
  readonly authority: string;
  /** As it stands in the request, percent-encoding kept; "/" when empty. */
  readonly path: string;
  /** With its question mark; empty when there is none. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

export interface HttpResponse {
  readonly kind: "response";
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** The request it answers. */
  readonly request: HttpRequest;
}

export type HttpMessage = HttpRequest | HttpResponse;

/** A covered component: "@method", a header's name, or in a response one of its request, as in "@method;req". */
export type Component = string;

export interface SignatureParameters {
  /** POSIX seconds. */
  readonly created: number;
  readonly keyid: string;
  readonly nonce?: string;
  readonly alg?: "ed25519";
  readonly tag?: string;
}

const componentPattern = /^(@?[a-z0-9!#$%&'*+.^_`|~-]+)(;req)?$/;

/** The inner list and its parameters, in the one order this house writes them. */
export function formatParameters(components: readonly Component[], parameters: SignatureParameters): string {
  const { created, keyid, nonce, alg, tag } = parameters;
  let text = `(${components.map(identifier).join(" ")});created=${created};keyid="${keyid}"`;
  if (nonce !== undefined) text += `;nonce="${nonce}"`;
  if (alg !== undefined) text += `;alg="${alg}"`;
  if (tag !== undefined) text += `;tag="${tag}"`;
  return text;
}

/**
 * The text that is signed (RFC 9421 section 2.5); refused as `seal.httpComponentMissing` when the message lacks a
 * component.
 */
export function signatureBase(input: {
  readonly message: HttpMessage;
  readonly components: readonly Component[];
  readonly parameters: SignatureParameters;
}): string | Refusal {
  const { message, components, parameters } = input;
  let base = "";
  for (const component of components) {
    const value = componentValue(message, component);
    if (value === undefined) return refuse("seal.httpComponentMissing", { component });
    base += `${identifier(component)}: ${value}\n`;
  }
  return `${base}"@signature-params": ${formatParameters(components, parameters)}`;
}

function identifier(component: Component): string {
  const [, name = "", ofRequest = ""] = componentPattern.exec(component) ?? [];
  return `"${name}"${ofRequest}`;
}

function componentValue(message: HttpMessage, component: Component): string | undefined {
  const [, name, ofRequest] = componentPattern.exec(component) ?? [];
  if (name === undefined) return undefined;
  if (ofRequest !== undefined) {
    return message.kind === "response" ? componentValue(message.request, name) : undefined;
  }
  if (!name.startsWith("@")) return fieldValue(message, name);
  return message.kind === "request" ? requestValue(message, name) : responseValue(message, name);
}

function requestValue(request: HttpRequest, name: string): string | undefined {
  switch (name) {
    case "@method":
      return request.method;
    case "@authority":
      return request.authority.toLowerCase();
    case "@path":
      return request.path === "" ? "/" : request.path;
    case "@query":
      return request.query === "" ? "?" : request.query;
    default:
      return undefined;
  }
}

function responseValue(response: HttpResponse, name: string): string | undefined {
  return name === "@status" ? String(response.status) : undefined;
}

function fieldValue(message: HttpMessage, name: string): string | undefined {
  const value = message.headers.get(name)?.trim();
  // A line break in a value would let one field pass for two lines of the base.
  return value === undefined || /[\r\n]/.test(value) ? undefined : value;
}
