// What a scene is made of: acts of either side's officers at instants of the story, with the contents that are sealed
// for them; sealed documents that are opened; attempts that the node must refuse; and lines that are told from what the
// nodes answer. Data and pure functions of what is read; the playing is play.ts.

import type { AccessEntry, RefusalText } from "../../src/api/index.ts";
import type { Party } from "./data.ts";
import type { Texts } from "./texts.ts";

/** An officer by service and function; the two name one token and one key file of the side. */
export interface Post {
  readonly service: string;
  readonly function: string;
}

/** A content that is sealed for an act before the act is made. */
export interface Content {
  /** The file's name. */
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
  /** The service of the other side that may open it. */
  readonly to: string;
  /** A level, of the founding's policy or of a side's own. Default: the act's. */
  readonly label?: { readonly policy: string; readonly classification: string };
}

/** A sealed document by the key of the step whose act names it, and the path in the act's body at which it does. */
export interface NamedDocument {
  readonly act: string;
  readonly path: string;
}

/** What a step's body and the told lines may be worked out from: the answers of one side's own node, and its keys. */
export interface Reading {
  /** The id of the act of a step: the same in every run of one folder. */
  id(key: string): string;
  /** The data of the dossier that a step opened; its form is its procedure's. */
  dossier(key: string): Promise<{ readonly state: string; readonly data: unknown }>;
  /** The wording of the two instruments. */
  readonly texts: Texts;
  /** The digest of a document that an earlier act named. */
  document(document: NamedDocument): Promise<string>;
  /** Resolves when the document's bytes are erased at this side's node. */
  erased(document: NamedDocument): Promise<void>;
  /** This side's own log of who had which document opened, for its security officer. */
  accessLog(): Promise<readonly AccessEntry[]>;
  /** Public keys, base64url. */
  serviceKey(service: string): string;
  officerKey(post: Post): string;
  /** What documents for the service are sealed to; none for a service that receives none. */
  sealingKeys(service: string): readonly string[];
}

type Body = (reading: Reading) => unknown;

interface Told {
  readonly side: Party;
  readonly by: Post;
  /** `procedure/version`. */
  readonly procedure: string;
  readonly step: string;
  /** The key of the step that opened the dossier; absent for a step that opens one. */
  readonly dossier?: string;
  readonly articles?: readonly string[];
  /** A level of the founding's policy. Default: the lowest. */
  readonly level?: string;
  /** The story's instant, UTC to the second. */
  readonly at: string;
  /** Without the documents: each is put in at its path. */
  readonly body: Body;
  readonly documents?: Readonly<Record<string, Content>>;
  /** What the officer does, after the officer's name: "proposes …". */
  readonly say: string;
}

export interface ActStep extends Told {
  readonly kind: "act";
  /** Unique in the story; the act's id is made from it. */
  readonly key: string;
  /** Also signed with the officer's own key. */
  readonly grave?: true;
  /** Four eyes: `by` composes the act, and this post releases it. */
  readonly releasedBy?: Post;
}

interface Opening {
  readonly side: Party;
  readonly by: Post;
  readonly document: NamedDocument;
  readonly at: string;
  readonly say: string;
}

/** An officer opens a document of the other side, which is registered, and reads what was sealed. */
export interface OpenStep extends Opening {
  readonly kind: "open";
  readonly key: string;
}

/** What of a step the node refuses, and how it is told. */
interface Refusing {
  /** The code of the refusal that is the point of the attempt. */
  readonly refusal: string;
  /** What the terminal says of the refusal beside its own words. */
  explain(details: RefusalText["details"]): readonly string[];
}

/** An officer asks for a document and does not get it. */
export interface DeniedOpening extends Opening, Refusing {
  readonly kind: "denied";
}

export interface AttemptStep extends Told, Refusing {
  readonly kind: "attempt";
  readonly key: string;
  readonly grave?: true;
}

export interface TellStep {
  readonly kind: "tell";
  lines(readings: Readonly<Record<Party, Reading>>): Promise<readonly string[]>;
}

export type Step = ActStep | OpenStep | AttemptStep | DeniedOpening | TellStep;

/** A step that leaves an act in a register. */
export type MadeStep = ActStep | OpenStep;

export const isMade = (step: Step): step is MadeStep => step.kind === "act" || step.kind === "open";

export interface Scene {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** Both sides make the same step: one after the other, with the same body. */
export function both(
  shared: Omit<ActStep, "kind" | "side" | "at" | "by"> & { readonly by: Readonly<Record<Party, Post>> },
  turns: readonly (readonly [side: Party, at: string])[],
): ActStep[] {
  return turns.map(([side, at]) => ({
    ...shared,
    kind: "act",
    key: `${shared.key}.${side}`,
    side,
    at,
    by: shared.by[side],
  }));
}
