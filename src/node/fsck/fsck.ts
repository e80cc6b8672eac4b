// Rebuilds everything from the raw leaves and compares: both trees and their signed heads, every signature, every act's
// meaning and outcome, every dossier's state and every document, against what the store, its index and the files say.
// Trusts nothing but the founding, and repairs nothing.

import { type ActId, cardOf, epochMs, keysOfCard, type PartyCode } from "../../acts/index.ts";
import { isRefusal, refusalLine } from "../../base/index.ts";
import type { Ground, Outcome } from "../../procedures/index.ts";
import { checkRegister } from "../../register/index.ts";
import { nativeSuite } from "../../seal/native.ts";
import type { ActRow } from "../../store/index.ts";
import { documentsFolder } from "../documents/documents.ts";
import { DocumentFiles } from "../documents/files.ts";
import { sameAsRow } from "../side/outcomes.ts";
import { newGround, type SideParts } from "../side/state.ts";
import { foreign } from "../side/unfit.ts";
import { type CheckedDocuments, checkDocuments, checkNaming } from "./documents.ts";
import { LeafStream, type StreamedLeaf } from "./leaf-stream.ts";
import { type Refolded, Refolding } from "./refold.ts";

/** Something that is not as the leaves say. */
export interface Finding {
  readonly where: string;
  readonly problem: string;
}

export interface FsckResult {
  readonly acts: Readonly<Record<PartyCode, number>>;
  readonly findings: readonly Finding[];
  readonly documents: CheckedDocuments;
}

/** After so many findings the rest is not told: the index is to be rebuilt anyway. */
const findingsMax = 100;

/** `home`: the home's folder, where the files of large documents are; without it they are not looked at. */
export async function fsck(parts: SideParts, { home }: { readonly home?: string } = {}): Promise<FsckResult> {
  const files = home === undefined ? undefined : new DocumentFiles(documentsFolder(home, parts.row.accord));
  return new Fsck(parts, files).run();
}

class Fsck {
  readonly #parts: SideParts;
  readonly #files: DocumentFiles | undefined;
  readonly #ground: Ground;
  readonly #refolding: Refolding;
  readonly #findings: Finding[] = [];
  readonly #ids = new Set<ActId>();
  readonly #sights = new Map<PartyCode, number>();
  /** Acts whose row says otherwise than their leaf so far: an act that crossed them may still explain it. */
  readonly #doubts = new Map<ActId, { row: ActRow; outcome: Outcome; dossier: Refolded }>();

  constructor(parts: SideParts, files: DocumentFiles | undefined) {
    this.#parts = parts;
    this.#files = files;
    this.#ground = newGround(parts);
    this.#refolding = new Refolding(this.#ground);
  }

  async run(): Promise<FsckResult> {
    const { store } = this.#parts;
    const damaged = await store.integrity();
    if (damaged !== undefined) this.#find("database", damaged);
    const streams = new Map<PartyCode, LeafStream>();
    for (const party of this.#ground.parties) {
      const origin = this.#origin(party);
      const size = (await store.head(origin))?.size ?? 0;
      streams.set(party, new LeafStream({ parts: this.#parts, ground: this.#ground, party, origin, size }));
    }
    // The trees are hashed here while other threads verify signatures.
    await Promise.all([this.#readBoth(streams), ...this.#ground.parties.map((party) => this.#checkTree(party))]);
    await this.#settle();
    await this.#compareDossiers();
    const documents = await checkDocuments({ ...this.#documentParts(), files: this.#files });
    const acts: Record<PartyCode, number> = {};
    for (const [party, stream] of streams) acts[party] = stream.taken;
    return { acts, findings: this.#findings, documents };
  }

  #documentParts() {
    const { row, store } = this.#parts;
    return { row, store, find: (where: string, problem: string) => this.#find(`document ${where}`, problem) };
  }

  async #checkTree(party: PartyCode): Promise<void> {
    const keys = keysOfCard(cardOf(this.#parts.founding, party)).register;
    const origin = this.#origin(party);
    for await (const finding of checkRegister({ suite: nativeSuite, reader: this.#parts.store, origin, keys }))
      if (finding.kind === "damage") this.#find(`register of ${party}`, refusalLine(finding.refusal));
  }

  /** Takes each leaf after everything its author had seen. */
  async #readBoth(streams: ReadonlyMap<PartyCode, LeafStream>): Promise<void> {
    const [first, second] = this.#ground.parties;
    const one = streams.get(first);
    const two = streams.get(second);
    if (!one || !two) return;
    for (;;) {
      const a = await one.peek();
      const b = await two.peek();
      if (!a && !b) return;
      const takeFirst = a !== undefined && (b === undefined || seenOf(a) <= two.taken || seenOf(b) > one.taken);
      if (takeFirst) await this.#read(first, a);
      else if (b) await this.#read(second, b);
      (takeFirst ? one : two).take();
    }
  }

  async #read(party: PartyCode, streamed: StreamedLeaf): Promise<void> {
    const { index, leaf, row } = streamed;
    const where = `leaf ${index} of ${party}`;
    const { accord } = this.#parts.row;
    if (isRefusal(leaf) || foreign(leaf.act, { accord, party }) || this.#ids.has(leaf.act.id)) {
      if (row) this.#find(where, "the index has an act for a leaf that is none");
      return;
    }
    const { act } = leaf;
    this.#ids.add(act.id);
    const sight = Math.max(this.#sights.get(party) ?? 0, act.seen);
    this.#sights.set(party, sight);
    const judged = this.#ground.place({ act, index, sight, party, signedBy: streamed.signedBy });
    const dossier = this.#refolding.dossierOf(act);
    const inadmissible = judged.inadmissible ?? this.#refolding.unfit(dossier, judged);
    const placed = { ...judged, inadmissible };
    const outcome = this.#refolding.add(dossier, placed);
    this.#ground.note(placed);
    if (outcome && outcome.kind !== "void") await checkNaming(this.#documentParts(), act.body);
    if (!row) return this.#find(where, "the index has no act for it");
    if (row.id !== act.id || row.dossier !== act.dossier || row.step !== act.step || row.sight !== sight)
      this.#find(where, "the index says another id, dossier, step or sight than the leaf");
    if (row.at !== epochMs(act.at.instant)) this.#find(where, "the index says another time than the leaf");
    if (outcome && !sameAsRow(row.outcome, outcome)) this.#doubts.set(act.id, { row, outcome, dossier });
  }

  async #settle(): Promise<void> {
    const { store, row } = this.#parts;
    for (const dossier of this.#refolding.dossiers.values()) {
      if (!dossier.crossed) continue;
      for (const [id, outcome] of await this.#refolding.settle(dossier, this.#parts)) {
        const indexed = (await store.actsById(row.accord, [id])).get(id);
        if (indexed) this.#compareOutcome(indexed, outcome);
      }
    }
    for (const { row: indexed, outcome, dossier } of this.#doubts.values())
      if (!dossier.crossed) this.#compareOutcome(indexed, outcome);
  }

  async #compareDossiers(): Promise<void> {
    const { store, row } = this.#parts;
    for (const dossier of this.#refolding.dossiers.values()) {
      const folded = dossier.folded.dossier;
      const stored = await store.dossier(row.accord, dossier.id);
      if (!folded) {
        if (stored) this.#find(`dossier ${dossier.id}`, "the index has a dossier that no act opened");
        continue;
      }
      if (!stored) this.#find(`dossier ${dossier.id}`, "the index has no entry for it");
      else if (stored.acts !== dossier.places[0].length + dossier.places[1].length)
        this.#find(`dossier ${dossier.id}`, `the index says ${stored.acts} acts`);
      else if (stored.changedAt !== folded.time && stored.changedAt < folded.time)
        this.#find(`dossier ${dossier.id}`, "the index knows an older state");
    }
  }

  #compareOutcome(row: ActRow, outcome: Outcome): void {
    if (sameAsRow(row.outcome, outcome)) return;
    const said = `the index says ${row.outcome.kind}, the leaves say ${outcome.kind}`;
    this.#find(`leaf ${row.index} of ${row.party}`, said);
  }

  #find(where: string, problem: string): void {
    if (this.#findings.length < findingsMax) this.#findings.push({ where, problem });
  }

  #origin(party: PartyCode): SideParts["row"]["ownOrigin"] {
    const { row } = this.#parts;
    return party === row.own ? row.ownOrigin : row.otherOrigin;
  }
}

function seenOf(streamed: StreamedLeaf): number {
  return isRefusal(streamed.leaf) ? 0 : streamed.leaf.act.seen;
}
