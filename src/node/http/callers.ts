// Who calls: an officer by a session's cookie or by a bearer token, the other side's node by its signature, a visitor
// before a page, or anyone. Each kind of route has one gate, and no handler runs before its gate has let the caller in.

import type { Callers } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import { type HttpExchange, isLoopback } from "./exchange.ts";
import { type OwnPages, ownOriginOf, pageFlaw, sessionCookie, setCookie } from "./pages.ts";
import { isSigned, type PeerGate } from "./peer-gate.ts";

/** Gives the officer a token belongs to. Compares SHA-256 digests in constant time: a token is a secret. */
export type Authenticate<Officer> = (token: string) => Officer | undefined | Promise<Officer | undefined>;

/** A session's secret as a request presents it. */
export interface Presented {
  readonly token: string;
  /** The page's own origin, where the request tells it. */
  readonly origin: string | undefined;
  readonly agent: string;
  /** Whether the request changes something, which only an officer's hand does. */
  readonly changes: boolean;
}

export interface SessionGate<Officer> extends OwnPages {
  /** The officer whose session it is, or why it is none any more. */
  officerOf(presented: Presented): Officer | Refusal;
  /** Calls `ended` once, when the session ends; gives back how to take that back. */
  onEnd(token: string, ended: () => void): () => void;
}

export interface Admitted<Caller> {
  readonly caller: Caller;
  /** To be asked once the body has been read. */
  bodyFlaw(body: Uint8Array): Refusal | undefined;
  /** What the answer carries besides: the session's cookie. Asked when the handler is done. */
  headers?(): Readonly<Record<string, string>>;
  /** The secret of the session that let the caller in, with whose end the caller's event streams end. */
  readonly session?: string;
}

/** `accord`: the one the path names, for the routes of the link and of the registers. */
type Gate<Caller> = (exchange: HttpExchange, accord: string) => Promise<Admitted<Caller> | Refusal>;

export type Gates<Officer> = { readonly [Kind in keyof Callers<Officer>]: Gate<Callers<Officer>[Kind]> };

const noFlaw = (): undefined => undefined;

/** A token of RFC 6750 section 2.1; the bound keeps a hostile header from being hashed at length. */
const bearer = /^Bearer +([A-Za-z0-9._~+/-]{1,512}=*)$/i;

interface GatesInput<Officer> {
  readonly authenticate: Authenticate<Officer>;
  readonly sessions: SessionGate<Officer>;
  readonly peerGate: PeerGate;
}

export function createGates<Officer>(input: GatesInput<Officer>): Gates<Officer> {
  const { peerGate, sessions } = input;
  const officerGate: Gate<Officer> = async (exchange) => {
    const known = await officerOf(input, exchange);
    return isRefusal(known) ? known : { caller: known.officer, bodyFlaw: noFlaw, ...known.by };
  };
  return {
    anyone: async () => ({ caller: undefined, bodyFlaw: noFlaw }),
    officer: officerGate,
    peer: async (exchange, accord) => {
      const admitted = peerGate.admit(exchange, accord);
      return isRefusal(admitted) ? admitted : { caller: admitted.peer, bodyFlaw: admitted.bodyFlaw };
    },
    either: async (exchange, accord) => {
      if (isSigned(exchange)) {
        const admitted = peerGate.admit(exchange, accord);
        return isRefusal(admitted) ? admitted : { caller: { peer: admitted.peer }, bodyFlaw: admitted.bodyFlaw };
      }
      const admitted = await officerGate(exchange, accord);
      return isRefusal(admitted) ? admitted : { ...admitted, caller: { officer: admitted.caller } };
    },
    visitor: async (exchange) => {
      if (!exchange.secure) return refuse("api.insecureChannel", { from: exchange.from });
      // Also where there is no cookie yet: nobody is to be signed in by another site's page.
      const flaw = pageFlaw(exchange, sessions);
      if (flaw) return flaw;
      const known = await officerOf(input, exchange);
      let kept: { readonly token: string | undefined } | undefined;
      const caller = {
        from: addressOf(exchange),
        origin: ownOriginOf(exchange, sessions),
        agent: agentOf(exchange),
        token: sessionCookie(exchange, sessions),
        officer: isRefusal(known) ? undefined : known.officer,
        keep: (token: string | undefined) => {
          kept = { token };
        },
      };
      const headers = (): Record<string, string> =>
        kept ? { "set-cookie": setCookie(exchange, { pages: sessions, token: kept.token }) } : {};
      return { caller, bodyFlaw: noFlaw, headers };
    },
  };
}

async function officerOf<Officer>(
  input: GatesInput<Officer>,
  exchange: HttpExchange,
): Promise<{ readonly officer: Officer; readonly by: { readonly session?: string } } | Refusal> {
  // Before the token is looked at: one sent in clear is refused whether or not it is good, so that nobody relies on it.
  if (!exchange.secure) return refuse("api.insecureChannel", { from: exchange.from });
  const authorization = exchange.request.headers.get("authorization");
  if (authorization !== undefined) {
    const token = bearer.exec(authorization)?.[1];
    const officer = token === undefined ? undefined : await input.authenticate(token);
    return officer === undefined ? refuse("api.notAuthenticated") : { officer, by: {} };
  }
  const { sessions } = input;
  const token = sessionCookie(exchange, sessions);
  if (token === undefined) return refuse("api.notAuthenticated");
  const flaw = pageFlaw(exchange, sessions);
  if (flaw) return flaw;
  const officer = sessions.officerOf({
    token,
    origin: ownOriginOf(exchange, sessions),
    agent: agentOf(exchange),
    changes: !["GET", "HEAD"].includes(exchange.request.method),
  });
  return isRefusal(officer) ? officer : { officer, by: { session: token } };
}

const agentOf = (exchange: HttpExchange): string => (exchange.request.headers.get("user-agent") ?? "").slice(0, 512);

/**
 * Where the visitor is. Behind a proxy on this machine that is what the proxy says last (X-Forwarded-For), so that
 * officers who come through it are not all one; from elsewhere the header is anybody's word and counts for nothing.
 */
function addressOf(exchange: HttpExchange): string {
  const told = exchange.request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return told !== undefined && isLoopback(exchange.from) ? told.slice(0, 64) : exchange.from;
}
