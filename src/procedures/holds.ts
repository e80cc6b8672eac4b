// What each side holds for a reason, at each point of its own register: the documents whose bytes it may not erase.
// One-sided as the services are: whether an act of a side would erase what that side holds depends on the same register
// before the act and on nothing the other side does, so both nodes say the same of it. That a hold ends by itself is
// judged at the instant of the act.

import type { DossierId } from "../acts/index.ts";
import { type Digest, extend, type Folded, unopened } from "./engine/fold.ts";
import type { PlacedAct } from "./engine/order.ts";
import { type RetentionData, retentionProcedure } from "./retention/index.ts";

export interface Hold {
  /** The dossier of `retention` that it is. */
  readonly dossier: DossierId;
  readonly reason: string;
  /** Milliseconds since 1970: when it ends by itself; undefined until it is lifted. */
  readonly until: number | undefined;
}

/** A hold as one act of its dossier has left it; `hold` is undefined where it was lifted. */
interface Version {
  readonly index: number;
  readonly hold: Hold | undefined;
}

/** A place in the side's own register, and an instant in milliseconds since 1970. */
export interface HoldPoint {
  readonly index: number;
  readonly at: number;
}

/** The history of one side's holds. */
export class HoldsHistory {
  readonly #digest: Digest;
  readonly #folded = new Map<DossierId, Folded<RetentionData>>();
  readonly #versions = new Map<DossierId, Version[]>();
  readonly #byDocument = new Map<string, Set<DossierId>>();

  constructor(digest: Digest) {
    this.#digest = digest;
  }

  /** Takes an admissible act of `retention` of this side; in register order within each dossier. */
  note(placed: PlacedAct): void {
    const { act, index } = placed;
    // An erasure holds nothing, and there are far more of them than of holds.
    if (act.step === "erase") return;
    const folded = this.#folded.get(act.dossier) ?? unopened;
    // Folded over its own side's acts alone, as designations are.
    const one = { ...placed, sight: Number.MAX_SAFE_INTEGER };
    const next = extend(retentionProcedure, { folded, act: one, digest: this.#digest });
    if (!next?.dossier || next.outcomes.get(act.id)?.kind !== "effective") return;
    this.#folded.set(act.dossier, next);
    const { state, data } = next.dossier;
    const { reason = "", until } = data;
    const hold = state === "held" ? { dossier: act.dossier, reason, until } : undefined;
    this.#versions.set(act.dossier, [...(this.#versions.get(act.dossier) ?? []), { index, hold }]);
    for (const document of data.documents) {
      const dossiers = this.#byDocument.get(document) ?? new Set();
      this.#byDocument.set(document, dossiers.add(act.dossier));
    }
  }

  /** A hold on the document in force at the point: made before it in the register, not lifted, not at its end. */
  holdOn(document: string, point: HoldPoint): Hold | undefined {
    for (const dossier of this.#byDocument.get(document) ?? []) {
      const hold = this.#versions.get(dossier)?.findLast((version) => version.index < point.index)?.hold;
      if (hold && (hold.until === undefined || point.at < hold.until)) return hold;
    }
    return undefined;
  }

  /** Documents that were held and are held no more at `at`, each with every hold there was on it. */
  released(at: number): readonly { readonly document: string; readonly dossiers: readonly DossierId[] }[] {
    const point = { index: Number.POSITIVE_INFINITY, at };
    const released: { document: string; dossiers: readonly DossierId[] }[] = [];
    for (const [document, dossiers] of this.#byDocument)
      if (!this.holdOn(document, point)) released.push({ document, dossiers: [...dossiers] });
    return released;
  }
}
