// An officer's program, for tests: asks a served node over HTTP with the officer's token.

import { type Draft, encodeAct, parseAct } from "../../acts/index.ts";
import { base64url, fromBase64url, z } from "../../base/index.ts";
import { type Ed25519Signer, keyIdOf, protectedHeader } from "../../seal/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import { addOfficer, type NewOfficer } from "../home.ts";
import { signingInputOf } from "../side/officers.ts";
import { accepted, type TestSide } from "./pair.ts";

export interface Answered {
  readonly status: number;
  /** Parsed JSON; undefined for anything else. */
  readonly json: unknown;
  readonly bytes: Uint8Array;
}

const prepared = z.object({ payload: z.string(), words: z.array(z.string()) });
const results = z.object({ results: z.array(z.looseObject({ status: z.string() })) });

export class OfficerClient {
  readonly #side: TestSide;
  readonly #token: string;

  constructor(side: TestSide, officer: NewOfficer) {
    this.#side = side;
    this.#token = addOfficer(side.home, officer);
  }

  /** `path` after `/api/accords/{accord}`, or a whole one that begins with another slash word. */
  async get(path: string, init: RequestInit = {}): Promise<Answered> {
    const response = await this.fetch(path, init);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return { status: response.status, json: isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined, bytes };
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const whole = /^\/(?:api|registers)\//.test(path) ? path : `/api/accords/${this.#accord}${path}`;
    const headers = { authorization: `Bearer ${this.#token}`, "content-type": "application/json" };
    return fetch(`${this.#side.serving.url}${whole}`, { ...init, headers: { ...headers, ...init.headers } });
  }

  async post(path: string, body: unknown): Promise<Answered> {
    return await this.get(path, { method: "POST", body: JSON.stringify(body) });
  }

  /** Registers acts; gives the result of each. */
  async register(...acts: readonly unknown[]): Promise<readonly unknown[]> {
    const answer = await this.post("/acts", { acts });
    return results.parse(answer.json).results;
  }

  prepare(draft: Draft): Promise<{ payload: Uint8Array; words: readonly string[] }> {
    return this.prepareAt("/acts/prepare", draft);
  }

  /** Any route that answers with a prepared act. */
  async prepareAt(path: string, body?: unknown): Promise<{ payload: Uint8Array; words: readonly string[] }> {
    const answer = await this.post(path, body);
    const read = prepared.safeParse(answer.json);
    if (!read.success) throw new Error(`${path} answered ${JSON.stringify(answer.json)}`);
    const { payload, words } = read.data;
    const bytes = fromBase64url(payload);
    if (!bytes) throw new Error("No payload.");
    return { payload: accepted(encodeAct(accepted(parseAct(bytes)))), words };
  }

  get #accord(): string {
    return this.#side.accord().side.row.accord;
  }
}

/** What an officer's key makes of a prepared payload, to be registered. */
export function signedPayload(payload: Uint8Array, officer: Ed25519Signer): unknown {
  const header = protectedHeader(keyIdOf(nativeSuite, officer.publicKey));
  const signature = base64url(officer.sign(signingInputOf(header, payload)));
  return { payload: base64url(payload), officerSignatures: [{ protected: header, signature }] };
}
