// Who calls: an officer by a bearer token, the other side's node by its signature, or anyone. Each kind of route has
// one gate, and no handler runs before its gate has let the caller in.

import type { Callers } from "../../api/index.ts";
import { isRefusal, type Refusal, refuse } from "../../base/index.ts";
import type { HttpExchange } from "./exchange.ts";
import { isSigned, type PeerGate } from "./peer-gate.ts";

/** Gives the officer a token belongs to. Compares SHA-256 digests in constant time: a token is a secret. */
export type Authenticate<Officer> = (token: string) => Officer | undefined | Promise<Officer | undefined>;

export interface Admitted<Caller> {
  readonly caller: Caller;
  /** To be asked once the body has been read. */
  bodyFlaw(body: Uint8Array): Refusal | undefined;
}

/** `accord`: the one the path names, for the routes of the link and of the registers. */
type Gate<Caller> = (exchange: HttpExchange, accord: string) => Promise<Admitted<Caller> | Refusal>;

export type Gates<Officer> = { readonly [Kind in keyof Callers<Officer>]: Gate<Callers<Officer>[Kind]> };

const noFlaw = (): undefined => undefined;

/** A token of RFC 6750 section 2.1; the bound keeps a hostile header from being hashed at length. */
const bearer = /^Bearer +([A-Za-z0-9._~+/-]{1,512}=*)$/i;

export function createGates<Officer>(input: {
  readonly authenticate: Authenticate<Officer>;
  readonly peerGate: PeerGate;
}): Gates<Officer> {
  const officerOf = async (exchange: HttpExchange): Promise<Officer | Refusal> => {
    // Before the token is looked at: one sent in clear is refused whether or not it is good, so that nobody relies on
    // it.
    if (!exchange.secure) return refuse("api.insecureChannel", { from: exchange.from });
    const token = bearer.exec(exchange.request.headers.get("authorization") ?? "")?.[1];
    const officer = token === undefined ? undefined : await input.authenticate(token);
    return officer ?? refuse("api.notAuthenticated");
  };
  return {
    anyone: async () => ({ caller: undefined, bodyFlaw: noFlaw }),
    officer: async (exchange) => {
      const officer = await officerOf(exchange);
      return isRefusal(officer) ? officer : { caller: officer, bodyFlaw: noFlaw };
    },
    peer: async (exchange, accord) => {
      const admitted = input.peerGate.admit(exchange, accord);
      return isRefusal(admitted) ? admitted : { caller: admitted.peer, bodyFlaw: admitted.bodyFlaw };
    },
    either: async (exchange, accord) => {
      if (isSigned(exchange)) {
        const admitted = input.peerGate.admit(exchange, accord);
        return isRefusal(admitted) ? admitted : { caller: { peer: admitted.peer }, bodyFlaw: admitted.bodyFlaw };
      }
      const officer = await officerOf(exchange);
      return isRefusal(officer) ? officer : { caller: { officer }, bodyFlaw: noFlaw };
    },
  };
}
