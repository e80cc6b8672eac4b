// What the exchange of documents asks of the node: which documents acts have named, their bytes, and a road. The node
// fulfils these with its store, its files and its HTTP; nothing here says how.
//
// Durability: when `write` has resolved, what it answers is on disk. Concurrency: several requests and one fetcher may
// write pieces of one document at once; `write` takes them in turn, and what comes twice changes nothing. A port that
// cannot keep a promise throws a Fault.

import type { LinkCondition, PushPort } from "../port.ts";
import type { HowFar } from "./answer.ts";
import type { DigestText } from "./frames.ts";

/** A document that an act in one of the two registers names. */
export interface NamedDocument {
  /** Bytes, as the act says. */
  readonly size: number;
  readonly state: "wanted" | "held" | "erased";
  /** How many bytes from its beginning are on disk; 0 for none. */
  readonly offset: number;
}

/** A run of bytes that joins what is held of the document. */
export interface Piece {
  readonly digest: DigestText;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** Where pieces go. */
export interface DocumentSink {
  /** Those of these documents that an act names; a document no act names is not in the answer. */
  named(digests: readonly DigestText[]): Promise<ReadonlyMap<DigestText, NamedDocument>>;
  /**
   * Writes the pieces and says of each document how far it is held now; a document that is whole is compared with its
   * digest first. Refused: no room on the disk, more than this side takes of the other (both for a time, what is held
   * stays), bytes that do not give the digest (all of it is dropped).
   */
  write(pieces: readonly Piece[]): Promise<ReadonlyMap<DigestText, HowFar>>;
}

export interface DocumentMirrorPort extends DocumentSink {
  condition(): Promise<LinkCondition>;
}

export interface Due {
  readonly digest: DigestText;
  readonly size: number;
}

export interface DocumentSendPort {
  condition(): Promise<LinkCondition>;
  /**
   * Own documents that are on this disk, whose act the other side holds, and of which it has not said that it holds
   * them: small ones first.
   */
  due(limit: number): Promise<readonly Due[]>;
  /** Undefined when the document is gone since. */
  read(range: {
    readonly digest: DigestText;
    readonly offset: number;
    readonly length: number;
  }): Promise<Uint8Array | undefined>;
  /** Anything that prevents an answer is "unreachable". */
  carry(frames: Uint8Array): Promise<Uint8Array | "unreachable">;
  /** The other side holds these, or has erased them. It may come twice. */
  delivered(digests: readonly DigestText[]): Promise<void>;
  wait: PushPort["wait"];
  /** POSIX seconds by this node's clock. */
  now(): number;
}

export interface DocumentFetchPort extends DocumentSink {
  condition(): Promise<LinkCondition>;
  /** Documents that acts name, that are not here, and that the other side may be asked for now. */
  missing(limit: number): Promise<readonly (Due & { readonly offset: number })[]>;
  /** Bytes of the document from `offset` on, as many as the other side likes to give; "absent" when it has none. */
  ask(from: { readonly digest: DigestText; readonly offset: number }): Promise<Uint8Array | "absent" | "unreachable">;
  wait: PushPort["wait"];
  now(): number;
}
