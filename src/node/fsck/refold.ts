// The dossiers as the leaves alone make them. Each is kept folded and small; one in which acts crossed is marked, and
// at the end folded again from its leaves.

import { type Act, type ActId, type DossierId, type PartyCode, parseLeaf } from "../../acts/index.ts";
import { Fault, isRefusal, type Refusal, refuse } from "../../base/index.ts";
import {
  extend,
  type Folded,
  fold,
  type Ground,
  type Outcome,
  type PlacedAct,
  type Procedure,
  unopened,
} from "../../procedures/index.ts";
import type { Store } from "../../store/index.ts";
import { digestOf } from "../side/digest.ts";
import type { SideParts } from "../side/state.ts";
import { unfit } from "../side/unfit.ts";

interface KeptPlace {
  readonly index: number;
  readonly sight: number;
}

export interface Refolded {
  readonly id: DossierId;
  opening: PlacedAct | undefined;
  procedure: Procedure<unknown> | undefined;
  folded: Folded<unknown>;
  /** Where its acts stand, by line. The acts themselves are read again if they are needed again. */
  readonly places: [KeptPlace[], KeptPlace[]];
  /** Why an act could not be admitted, by "line index". */
  readonly inadmissible: Map<string, Refusal>;
  crossed: boolean;
}

export class Refolding {
  readonly dossiers = new Map<DossierId, Refolded>();
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  dossierOf(act: Act): Refolded {
    let dossier = this.dossiers.get(act.dossier);
    if (!dossier) {
      dossier = {
        id: act.dossier,
        opening: undefined,
        procedure: undefined,
        folded: unopened,
        places: [[], []],
        inadmissible: new Map(),
        crossed: false,
      };
      this.dossiers.set(act.dossier, dossier);
    }
    return dossier;
  }

  /** Why the act is unfit for its dossier; undefined when it fits. */
  unfit(dossier: Refolded, placed: PlacedAct): Refusal | undefined {
    const before = dossier.places[this.#ground.lineOf(placed.act.party)].length;
    return unfit({ placed, opening: dossier.opening, procedure: dossier.procedure, before });
  }

  /** The act's outcome, or undefined when it is known only once the whole dossier has been read. */
  add(dossier: Refolded, placed: PlacedAct): Outcome | undefined {
    const line = this.#ground.lineOf(placed.act.party);
    dossier.places[line].push({ index: placed.index, sight: placed.sight });
    if (placed.inadmissible) dossier.inadmissible.set(`${line} ${placed.index}`, placed.inadmissible);
    if (placed.act.id === placed.act.dossier) {
      const procedure = this.#ground.procedureOf(placed.act);
      dossier.opening = placed;
      if (!isRefusal(procedure)) dossier.procedure = procedure;
    }
    if (!dossier.procedure)
      return {
        kind: "void",
        refusal: placed.inadmissible ?? refuse("procedures.noDossier", { dossier: placed.act.dossier }),
      };
    if (dossier.crossed) return undefined;
    const next = extend(dossier.procedure, { folded: dossier.folded, act: placed, digest: digestOf });
    if (!next) {
      dossier.crossed = true;
      return undefined;
    }
    dossier.folded = { ...next, outcomes: new Map() };
    return next.outcomes.get(placed.act.id);
  }

  /** Folds a dossier whose acts crossed from its leaves, and gives every act's outcome. */
  async settle(dossier: Refolded, parts: SideParts): Promise<ReadonlyMap<ActId, Outcome>> {
    const procedure = dossier.procedure;
    if (!procedure) return new Map();
    const [first, second] = this.#ground.parties;
    const lines: [PlacedAct[], PlacedAct[]] = [
      await this.#placeAgain(dossier, { parts, party: first }),
      await this.#placeAgain(dossier, { parts, party: second }),
    ];
    dossier.folded = fold(procedure, { lines, digest: digestOf });
    return dossier.folded.outcomes;
  }

  async #placeAgain(
    dossier: Refolded,
    input: { parts: Pick<SideParts, "row"> & { store: Store }; party: PartyCode },
  ): Promise<PlacedAct[]> {
    const { parts, party } = input;
    const line = this.#ground.lineOf(party);
    const origin = party === parts.row.own ? parts.row.ownOrigin : parts.row.otherOrigin;
    const placed: PlacedAct[] = [];
    for (const { index, sight } of dossier.places[line]) {
      const [bytes] = await parts.store.leaves({ origin, start: index, end: index + 1 });
      const leaf = bytes && parseLeaf(bytes);
      if (!leaf || isRefusal(leaf)) throw new Fault("node.lostLeaf", `Leaf ${index} of ${party} is not there.`);
      const inadmissible = dossier.inadmissible.get(`${line} ${index}`);
      placed.push(this.#ground.placeAgain({ act: leaf.act, index, sight, inadmissible }));
    }
    return placed;
  }
}
