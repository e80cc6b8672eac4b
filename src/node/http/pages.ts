// What the rim knows of a browser: whether a request comes from a page of this node, and the cookie that carries its
// session. A cookie is sent by the browser and not by the page, so a request by cookie shows who, and not that they
// meant it: whatever changes something must also come from a page of this node's own origin (Origin, Sec-Fetch-Site)
// and carry a header that no form and no other site's page can set.

import { type Refusal, refuse } from "../../base/index.ts";
import type { HttpExchange } from "./exchange.ts";

export interface OwnPages {
  /** Whether pages of this origin are this node's. */
  isOwn(origin: string): boolean;
}

/** The header, with the value 1, on every request by which a page changes something. */
export const requestHeader = "entente-request";

const safeMethods: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/**
 * Undefined when the browser says that a page of this node made the request, or for a reading one the officer's own
 * navigation. Refused as `api.crossSite` or `api.noRequestHeader`.
 */
export function pageFlaw(exchange: HttpExchange, pages: OwnPages): Refusal | undefined {
  const { headers, method } = exchange.request;
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const safe = safeMethods.has(method);
  if (origin !== undefined && !pages.isOwn(origin)) return refuse("api.crossSite", { from: origin.slice(0, 200) });
  if (site !== undefined && site !== "same-origin" && !(safe && site === "none"))
    return refuse("api.crossSite", { from: `elsewhere (${site.slice(0, 40)})` });
  if (safe) return undefined;
  if (origin === undefined && site === undefined) return refuse("api.crossSite", { from: "a page that does not say" });
  return headers.get(requestHeader) === "1" ? undefined : refuse("api.noRequestHeader");
}

/** The origin of the page that made the request, when it is one of this node's. */
export function ownOriginOf(exchange: HttpExchange, pages: OwnPages): string | undefined {
  const { headers, authority } = exchange.request;
  const origin = headers.get("origin");
  if (origin !== undefined) return pages.isOwn(origin) ? origin : undefined;
  // A reading request names no origin; what it is addressed to is the next best.
  return ["https", "http"].map((scheme) => `${scheme}://${authority}`).find((one) => pages.isOwn(one));
}

/**
 * `__Host-` binds the cookie to this host, to TLS and to the root (RFC 6265bis). A demonstration on loopback has no
 * TLS; there the port stands in the name, because browsers keep one jar for all the ports of a host.
 */
function cookieOf(exchange: HttpExchange, pages: OwnPages): { readonly name: string; readonly attributes: string } {
  const origin = ownOriginOf(exchange, pages);
  const tls = exchange.encrypted || origin?.startsWith("https:") === true;
  const attributes = "Path=/; HttpOnly; SameSite=Strict";
  if (tls) return { name: "__Host-entente", attributes: `${attributes}; Secure` };
  return { name: `entente-${exchange.incoming.socket.localPort ?? 0}`, attributes };
}

const secret = /^[A-Za-z0-9_-]{43}$/;

/** The session's secret in the request's cookies; undefined where there is none, or two. */
export function sessionCookie(exchange: HttpExchange, pages: OwnPages): string | undefined {
  const { name } = cookieOf(exchange, pages);
  const values = (exchange.request.headers.get("cookie") ?? "").split(";").flatMap((pair) => {
    const mark = pair.indexOf("=");
    return pair.slice(0, mark).trim() === name ? [pair.slice(mark + 1).trim()] : [];
  });
  // Two of one name: somebody has planted one beside ours, and which is which cannot be told.
  const [only] = values;
  return values.length === 1 && only !== undefined && secret.test(only) ? only : undefined;
}

/** The header that gives the browser the secret, or takes it away. A session's own limits end it, not the cookie's. */
export function setCookie(exchange: HttpExchange, kept: { pages: OwnPages; token: string | undefined }): string {
  const { name, attributes } = cookieOf(exchange, kept.pages);
  return kept.token === undefined ? `${name}=; ${attributes}; Max-Age=0` : `${name}=${kept.token}; ${attributes}`;
}
