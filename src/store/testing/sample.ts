// What the store's tests write: one accord, registers with true trees, and rows that differ only where a test says so.

import { createHash } from "node:crypto";
import {
  type AccordId,
  type ActId,
  isAccordId,
  isActId,
  isFunctionCode,
  isPartyCode,
  isServiceCode,
  type PartyCode,
} from "../../acts/index.ts";
import { isRefusal, utf8 } from "../../base/index.ts";
import {
  appendBatch,
  emptyEdge,
  type Head,
  leafHash,
  type Origin,
  parseOrigin,
  type RegisterCommit,
  type TreeEdge,
} from "../../register/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { AccordRow, ActRow, Commit, DossierRow, HeldRow } from "../port.ts";

function checked<T extends string>(is: (text: string) => text is T, text: string): T {
  if (!is(text)) throw new TypeError(`${text} is not of its form.`);
  return text;
}

function originOf(text: string): Origin {
  const origin = parseOrigin(text);
  if (isRefusal(origin)) throw new TypeError(origin.code);
  return origin;
}

export const own: PartyCode = checked(isPartyCode, "MA");
export const other: PartyCode = checked(isPartyCode, "IL");
export const stranger: PartyCode = checked(isPartyCode, "ZZ");

/** The `n`-th accord for tests. */
export function sampleAccord(n = 1): AccordRow {
  return {
    accord: accordId(n),
    own,
    other,
    ownOrigin: originOf(`entente.example/${n}/MA`),
    otherOrigin: originOf(`entente.example/${n}/IL`),
    founding: utf8(`{"founding":${n}}`),
  };
}

export function accordId(n: number): AccordId {
  return checked(isAccordId, n.toString(16).padStart(32, "0"));
}

/** The `n`-th id: a UUIDv7 that grows with n. */
export function actId(n: number): ActId {
  const time = (0x18a_0000_0000 + n).toString(16).padStart(12, "0");
  const tail = createHash("sha256").update(`id ${n}`).digest("hex");
  const text = `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6, 18)}`;
  return checked(isActId, text);
}

/** One register as its writer knows it: each call makes the commit that follows the one before. */
export class RegisterWriter {
  readonly origin: Origin;
  readonly leaves: Uint8Array[] = [];
  #edge: TreeEdge = emptyEdge;
  head: Head | undefined;

  constructor(origin: Origin) {
    this.origin = origin;
  }

  /** A writer that has come as far as this one, and goes on by itself. */
  copy(): RegisterWriter {
    const copy = new RegisterWriter(this.origin);
    copy.leaves.push(...this.leaves);
    copy.#edge = this.#edge;
    copy.head = this.head;
    return copy;
  }

  append(leaves: readonly Uint8Array[]): RegisterCommit {
    const leafHashes = leaves.map((leaf) => leafHash(nativeSuite, leaf));
    const { edge, tiles, root } = appendBatch({ suite: nativeSuite, edge: this.#edge, leafHashes });
    const before = this.head;
    const checkpoint = utf8(`checkpoint of ${this.origin} at ${edge.size}`);
    const head: Head = { origin: this.origin, size: edge.size, root, checkpoint };
    this.#edge = edge;
    this.head = head;
    this.leaves.push(...leaves);
    return { origin: this.origin, expected: before && { size: before.size, root: before.root }, leaves, tiles, head };
  }

  /** Appends `count` leaves that differ by their place and by `salt`. */
  grow(count: number, salt = ""): RegisterCommit {
    const start = this.leaves.length;
    return this.append(Array.from({ length: count }, (_, at) => utf8(`leaf ${start + at} of ${this.origin} ${salt}`)));
  }
}

export function sampleAct(index: number, changes: Partial<ActRow> = {}): ActRow {
  return {
    party: own,
    index,
    id: actId(index),
    dossier: actId(0),
    procedure: "visit",
    step: "open",
    service: checked(isServiceCode, "protocol"),
    function: checked(isFunctionCode, "head-of-protocol"),
    at: 1_637_764_200_000 + index * 1000,
    sight: 0,
    outcome: { kind: "effective" },
    ...changes,
  };
}

export function sampleDossier(n: number, changes: Partial<DossierRow> = {}): DossierRow {
  return {
    id: actId(n),
    procedure: "visit",
    version: 1,
    title: `Visite n° ${n} / زيارة`,
    titles: {},
    state: "draft",
    final: false,
    turn: [own],
    due: undefined,
    openedAt: 1_637_764_200_000 + n * 1000,
    changedAt: 1_637_764_200_000 + n * 1000,
    acts: 1,
    lapsesAt: undefined,
    ...changes,
  };
}

export function sampleHeld(origin: Origin, size: number): HeldRow {
  return { origin, size, time: 1_637_764_200 + size, note: utf8(`cosigned checkpoint of ${origin} at ${size}`) };
}

/** A commit of `count` leaves of the own register, all acts of one dossier. */
export function commitOfActs(writer: RegisterWriter, count: number, changes: Partial<ActRow> = {}): Commit {
  const start = writer.leaves.length;
  const acts = Array.from({ length: count }, (_, at) => sampleAct(start + at, changes));
  return { accord: sampleAccord().accord, register: writer.grow(count), acts };
}
