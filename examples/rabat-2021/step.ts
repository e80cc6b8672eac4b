// What a scene is made of: acts of either side's officers at instants of the story, attempts that the node must refuse,
// and lines that are told from what the nodes answer. Data and pure functions of what is read; the playing is play.ts.

import type { RefusalText } from "../../src/api/index.ts";
import type { Party } from "./data.ts";
import type { Texts } from "./texts.ts";

/** An officer by service and function; the two name one token and one key file of the side. */
export interface Post {
  readonly service: string;
  readonly function: string;
}

/** What a step's body and the told lines may be worked out from: the answers of one side's own node, and its keys. */
export interface Reading {
  /** The id of the act of a step: the same in every run of one folder. */
  id(key: string): string;
  /** The data of the dossier that a step opened; its form is its procedure's. */
  dossier(key: string): Promise<{ readonly state: string; readonly data: unknown }>;
  /** The wording of the two instruments. */
  readonly texts: Texts;
  /** Public keys, base64url. */
  serviceKey(service: string): string;
  officerKey(post: Post): string;
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
  readonly body: Body;
  /** What the officer does, after the officer's name: "proposes …". */
  readonly say: string;
}

export interface ActStep extends Told {
  readonly kind: "act";
  /** Unique in the story; the act's id is made from it. */
  readonly key: string;
  /** Also signed with the officer's own key. */
  readonly grave?: true;
}

export interface AttemptStep extends Told {
  readonly kind: "attempt";
  readonly key: string;
  readonly grave?: true;
  /** The code of the refusal that is the point of the attempt. */
  readonly refusal: string;
  /** What the terminal says of the refusal beside its own words. */
  explain(details: RefusalText["details"]): readonly string[];
}

export interface TellStep {
  readonly kind: "tell";
  lines(readings: Readonly<Record<Party, Reading>>): Promise<readonly string[]>;
}

export type Step = ActStep | AttemptStep | TellStep;

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
