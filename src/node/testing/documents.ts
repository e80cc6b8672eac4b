// Officers' programs for tests of sealed documents: contents sent over HTTP in pieces, cut where a test likes, and read
// back as an officer saves them.

import { createHash } from "node:crypto";
import type { Draft } from "../../acts/index.ts";
import { z } from "../../base/index.ts";
import { type ChannelStory, otherService, serviceOf } from "./channels.ts";
import { OfficerClient } from "./http.ts";
import type { TestSide } from "./pair.ts";

const begun = z.object({ upload: z.string(), offset: z.number() });
const reference = z.looseObject({ digest: z.string(), size: z.number() });
const refused = z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) });

export type Told = { readonly status: number; readonly json: unknown };

/** An officer of the channel's service of one side. */
export class DocumentOfficer extends OfficerClient {
  readonly #side: TestSide;
  readonly #story: ChannelStory;

  constructor(
    side: TestSide,
    given: {
      readonly story: ChannelStory;
      readonly id?: string;
      readonly functions?: readonly string[];
      service?: string;
      readonly clearance?: { readonly level: number; readonly until: string };
    },
  ) {
    const officer = {
      id: given.id ?? "lea",
      service: given.service ?? serviceOf(side, given.story),
      functions: [...(given.functions ?? ["liaison-officer"])],
      clearance: given.clearance ?? { level: 2, until: "2099-01-01T00:00:00Z" },
    };
    super(side, officer);
    this.#side = side;
    this.#story = given.story;
  }

  /** What is asked for, of this service, for the other side's. */
  request(asked: {
    readonly act: Draft["id"];
    readonly size: number;
    readonly name?: string;
    readonly level?: string;
  }) {
    const { side } = this.#side.accord();
    return {
      act: asked.act,
      label: {
        policy: side.founding.labels.policy,
        classification: asked.level ?? "unclassified",
        releasableTo: [...side.parties].sort(),
      },
      mediaType: "text/plain",
      name: asked.name ?? "report.txt",
      size: asked.size,
      from: serviceOf(this.#side, this.#story),
      to: otherService(this.#side, this.#story),
    };
  }

  async begin(asked: Parameters<DocumentOfficer["request"]>[0]): Promise<string> {
    const answer = await this.post("/documents", this.request(asked));
    return begun.parse(answer.json).upload;
  }

  /** Content from `offset` on, in one request. */
  async send(upload: string, piece: { readonly offset: number; readonly bytes: Uint8Array }): Promise<Told> {
    const path = `/documents/uploads/${upload}?offset=${piece.offset}`;
    const headers = { "content-type": "application/octet-stream" };
    return await this.get(path, { method: "PATCH", headers, body: Buffer.from(piece.bytes) });
  }

  /** The whole content, from wherever the upload stands. */
  async sendRest(upload: string, content: Uint8Array): Promise<void> {
    const { offset } = begun.parse((await this.get(`/documents/uploads/${upload}`)).json);
    const told = await this.send(upload, { offset, bytes: content.subarray(offset) });
    if (told.status !== 200) throw new Error(JSON.stringify(told.json));
  }

  async end(upload: string): Promise<z.output<typeof reference>> {
    return reference.parse((await this.post(`/documents/uploads/${upload}/end`, undefined)).json);
  }

  async seal(act: Draft["id"], content: Uint8Array): Promise<z.output<typeof reference>> {
    const upload = await this.begin({ act, size: content.length });
    await this.sendRest(upload, content);
    return await this.end(upload);
  }

  async open(digest: string, id: string): Promise<Told> {
    return await this.post(`/documents/${digest}/opening`, { id, function: "liaison-officer" });
  }

  async content(digest: string): Promise<Response> {
    return await this.fetch(`/documents/${digest}/content?function=liaison-officer`);
  }
}

export function codeIn(told: Told): string {
  return refused.parse(told.json).code;
}

export function detailsIn(told: Told): Record<string, unknown> {
  return refused.parse(told.json).details;
}

/** The same officer before a node that runs in a process of its own, at the address of its home. */
export class ServedOfficer {
  readonly #officer: DocumentOfficer;
  /** Who lets out what the first has written. */
  readonly #releaser: DocumentOfficer;

  constructor(officer: DocumentOfficer, releaser: DocumentOfficer) {
    this.#officer = officer;
    this.#releaser = releaser;
  }

  begin(asked: Parameters<DocumentOfficer["begin"]>[0]): Promise<string> {
    return this.#officer.begin(asked);
  }

  /** What is told of the document. */
  async told(digest: string): Promise<Record<string, unknown>> {
    return z.record(z.string(), z.unknown()).parse((await this.#officer.get(`/documents/${digest}`)).json);
  }

  /** Where the upload stands; undefined when nothing of it outlived the process. */
  async standing(upload: string): Promise<number | undefined> {
    return begun.safeParse((await this.#officer.get(`/documents/uploads/${upload}`)).json).data?.offset;
  }

  /** Content as it is made, from where the upload stands. */
  async stream(upload: string, input: { offset: number; content: AsyncIterable<Uint8Array> }): Promise<void> {
    const { offset, content } = input;
    const init: RequestInit & { duplex: "half" } = {
      method: "PATCH",
      headers: { "content-type": "application/octet-stream" },
      body: ReadableStream.from(content),
      duplex: "half",
    };
    const told = await this.#officer.get(`/documents/uploads/${upload}?offset=${offset}`, init);
    if (told.status !== 200) throw new Error(JSON.stringify(told.json));
  }

  piece(upload: string, piece: Parameters<DocumentOfficer["send"]>[1]): Promise<Told> {
    return this.#officer.send(upload, piece);
  }

  end(upload: string): ReturnType<DocumentOfficer["end"]> {
    return this.#officer.end(upload);
  }

  /** Composes the act, and has the other officer release it. */
  async send(draft: Draft): Promise<void> {
    await this.#officer.post("/drafts", draft);
    const told = await this.#releaser.post(`/drafts/${draft.id}/release`, { version: 1 });
    const read = z.object({ results: z.tuple([z.looseObject({ status: z.enum(["registered", "repeated"]) })]) });
    if (!read.safeParse(told.json).success) throw new Error(JSON.stringify(told.json));
  }

  async stateOf(digest: string): Promise<unknown> {
    const told = await this.#officer.get(`/documents/${digest}`).catch(() => undefined);
    return z.looseObject({ state: z.string() }).safeParse(told?.json).data?.state;
  }

  async open(digest: string, id: Draft["id"]): Promise<void> {
    const told = await this.#officer.open(digest, id);
    if (told.status !== 200) throw new Error(JSON.stringify(told.json));
  }

  /** Whether the content is this, read as it comes. */
  async contentIs(digest: string, content: AsyncIterable<Uint8Array>): Promise<boolean> {
    const response = await this.#officer.content(digest);
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
    const [came, made] = [createHash("sha256"), createHash("sha256")];
    for await (const piece of response.body) came.update(piece);
    for await (const piece of content) made.update(piece);
    return came.digest("hex") === made.digest("hex");
  }
}
