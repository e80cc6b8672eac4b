// One side as the story uses it: its officers' tokens and keys, acts made through the API and waited for until both
// sides hold them, with the documents they send. A node that is starting again is waited for; how long is told in
// words.

import { setTimeout as sleep } from "node:timers/promises";
import type {
  ActSummary,
  DocumentDetail,
  PreparedAct,
  RouteName,
  RouteOutput,
  SubmissionResult,
} from "../../src/api/index.ts";
import { base64url, utf8, z } from "../../src/base/index.ts";
import { openOfficerKey, readToken } from "../../src/node/index.ts";
import { keyIdOf, protectedHeader } from "../../src/seal/index.ts";
import { nativeSuite } from "../../src/seal/native.ts";
import { type Call, call, fetchBytes, Refused, Unreachable } from "./client.ts";
import { type Party, partyName } from "./data.ts";
import type { Nodes } from "./nodes.ts";
import { officerId, posts } from "./posts.ts";
import { officerKeyFile, type RunFolder } from "./run-folder.ts";
import type { Post } from "./step.ts";

const patienceMs = 180_000;
/** About what an act takes to be mirrored and cosigned; asking more often would only slow the nodes. */
const pollMs = 12;

export type Registered = Pick<ActSummary, "index" | "rung">;

export class SideClient {
  readonly party: Party;
  readonly accord: string;
  readonly #run: RunFolder;
  readonly #nodes: Nodes;

  constructor(input: { party: Party; accord: string; run: RunFolder; nodes: Nodes }) {
    this.party = input.party;
    this.accord = input.accord;
    this.#run = input.run;
    this.#nodes = input.nodes;
  }

  /** Asks as the officer of a post; by default the treaty officer, who may read. Waits for a node that is not there. */
  async ask<Name extends RouteName>(
    name: Name,
    input: Omit<Call, "token"> & { readonly by?: Post | "administrator" } = {},
  ): Promise<RouteOutput<Name>> {
    const { by = posts.treatyOfficer[this.party], ...rest } = input;
    const officer = by === "administrator" ? by : officerId(by);
    const token = readToken(this.#run.homes[this.party].folder, officer);
    if (token === undefined) throw new Error(`${this.party} has no token of ${officer}.`);
    return this.#patiently(`${partyName[this.party]}'s node to answer`, () =>
      call(name, { url: this.#nodes.url(this.party), token, ...rest }),
    );
  }

  /** The act when this side has it. */
  async act(id: string): Promise<Registered | undefined> {
    try {
      return await this.ask("act", { params: { accord: this.accord, act: id } });
    } catch (cause) {
      if (cause instanceof Refused && cause.refusal.code === "api.unknown") return undefined;
      throw cause;
    }
  }

  /**
   * Registers a draft, signed with the officer's own key when the step is grave. When an answer is lost the act is
   * looked for before it is sent again: a grave act is prepared anew only while it is not registered.
   */
  async register(input: { draft: { readonly id: string }; by: Post; grave: boolean }): Promise<Registered> {
    const { draft, by, grave } = input;
    const url = this.#nodes.url(this.party);
    const token = readToken(this.#run.homes[this.party].folder, officerId(by)) ?? "";
    const params = { accord: this.accord };
    return this.#patiently(`${partyName[this.party]}'s node to register the act`, async (attempts) => {
      const known = attempts > 0 ? await this.act(draft.id) : undefined;
      if (known) return known;
      const submission = grave
        ? this.#signed(by, await call("prepareAct", { url, token, params, body: draft }))
        : draft;
      const { results } = await call("registerActs", { url, token, params, body: { acts: [submission] } });
      return registeredOf(results[0]);
    });
  }

  /** Waits until the other side has cosigned a register of this side that covers the act. */
  async held(id: string): Promise<Registered> {
    const end = performance.now() + patienceMs;
    for (;;) {
      await sleep(pollMs);
      const act = await this.act(id);
      if (act?.rung === "heldByBoth") return act;
      if (performance.now() > end)
        throw new Error(`After ${patienceMs / 1000} s the other side does not hold the act ${id} of ${this.party}.`);
    }
  }

  /** What a draft says that an officer of this side has composed; undefined when there is none. */
  async draft(id: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    try {
      const { draft } = await this.ask("draft", { params: { accord: this.accord, draft: id } });
      return bodyOf(draft);
    } catch (cause) {
      if (cause instanceof Refused && cause.refusal.code === "api.unknown") return undefined;
      throw cause;
    }
  }

  /** Registers a draft that another officer has composed; asked again after a lost answer it is registered once. */
  async release(input: { readonly id: string; readonly by: Post; readonly grave: boolean }): Promise<Registered> {
    const { id, by, grave } = input;
    const params = { accord: this.accord, draft: id };
    const { version } = await this.ask("draft", { by, params });
    const signed = grave ? this.#signed(by, await this.ask("prepareDraft", { by, params })) : undefined;
    const body = { version, ...(signed === undefined ? {} : { signed }) };
    const { results } = await this.ask("releaseDraft", { by, params, body });
    return registeredOf(results[0]);
  }

  /** The content of a document that was opened. */
  content(digest: string, by: Post): Promise<Uint8Array> {
    return this.#bytes("documentContent", { by, digest, query: { function: by.function } });
  }

  /** The sealed file of a document. */
  sealed(digest: string): Promise<Uint8Array> {
    return this.#bytes("sealedDocument", { by: posts.treatyOfficer[this.party], digest });
  }

  async #bytes(
    name: "documentContent" | "sealedDocument",
    { by, digest, query }: { by: Post; digest: string; query?: Readonly<Record<string, string>> },
  ): Promise<Uint8Array> {
    const token = readToken(this.#run.homes[this.party].folder, officerId(by)) ?? "";
    const input = { params: { accord: this.accord, digest }, ...(query ? { query } : {}), token };
    return this.#patiently(`${partyName[this.party]}'s node to give out a document`, () =>
      fetchBytes(name, { url: this.#nodes.url(this.party), ...input }),
    );
  }

  /** Waits until a document is as it should be at this side's node. */
  async document(digest: string, wanted: { what: string; is(document: DocumentDetail): boolean }): Promise<void> {
    const end = performance.now() + patienceMs;
    for (;;) {
      const found = await this.ask("document", { params: { accord: this.accord, digest } });
      if (wanted.is(found)) return;
      if (performance.now() > end) throw new Error(`After ${patienceMs / 1000} s ${digest} is not ${wanted.what}.`);
      await sleep(pollMs);
    }
  }

  #signed(by: Post, prepared: PreparedAct): unknown {
    const signer = openOfficerKey(officerKeyFile(this.#run.homes[this.party], by));
    const header = protectedHeader(keyIdOf(nativeSuite, signer.publicKey));
    const signature = base64url(signer.sign(utf8(`${header}.${prepared.payload}`)));
    return { payload: prepared.payload, officerSignatures: [{ protected: header, signature }] };
  }

  async #patiently<T>(what: string, attempt: (attempts: number) => Promise<T>): Promise<T> {
    const end = performance.now() + patienceMs;
    for (let attempts = 0; ; attempts++) {
      if (this.#nodes.failure) throw this.#nodes.failure;
      try {
        return await attempt(attempts);
      } catch (cause) {
        if (!(cause instanceof Unreachable)) throw cause;
        if (performance.now() > end) throw new Error(`Waited ${patienceMs / 1000} s for ${what}.`, { cause });
        await sleep(50);
      }
    }
  }
}

function registeredOf(result: SubmissionResult | undefined): Registered {
  if (!result) throw new Error("The node gave no result.");
  if (result.status === "refused") throw new Refused(result.refusal);
  return { index: result.index, rung: "registered" };
}

const draftSchema = z.looseObject({ body: z.record(z.string(), z.unknown()) });

function bodyOf(draft: unknown): Readonly<Record<string, unknown>> {
  return draftSchema.parse(draft).body;
}
