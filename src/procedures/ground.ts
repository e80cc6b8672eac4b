// The ground every act stands on: the services and keys each side has designated and the accord as far as it has come,
// at any point of the two registers. It reads only the few acts of the procedures that rest on the founding, so a node
// with a million acts holds it in memory and is ready at once.

import {
  type AccordId,
  type Act,
  cardOf,
  epochMs,
  type Founding,
  isProcedureId,
  type PartyCode,
} from "../acts/index.ts";
import { isRefusal, type Refusal, refuse } from "../base/index.ts";
import { AccordHistory } from "./accord-history.ts";
import { admit } from "./admission.ts";
import { type ChannelData, channelProcedure } from "./channel/index.ts";
import { ComposedTerms } from "./composed-terms.ts";
import type { Procedure } from "./declaration.ts";
import { type DesignationData, designationProcedure, serviceOf } from "./designation/index.ts";
import { DossierHistory } from "./dossier-history.ts";
import { type Digest, extend, type Folded, unopened } from "./engine/fold.ts";
import type { PlacedAct } from "./engine/order.ts";
import { type EquivalenceData, equivalenceProcedure } from "./equivalence/index.ts";
import { HoldsHistory } from "./holds.ts";
import { type KeyIdText, type Services, ServicesHistory } from "./services.ts";
import type { Calendar, Terms } from "./terms.ts";

/** The procedures whose acts the ground is made of: what a node reads at its start. */
export const groundProcedures: readonly string[] = ["accord", "channel", "designation", "equivalence"];

/** An act with its place in its author's register. */
export interface Place {
  readonly act: Act;
  readonly index: number;
  /** The largest `seen` of its author's acts up to this one. */
  readonly sight: number;
}

export interface GroundInput {
  readonly accord: AccordId;
  readonly founding: Founding;
  readonly procedures: ReadonlyMap<string, Procedure<unknown>>;
  readonly digest: Digest;
  keyId(publicKey: string): KeyIdText;
}

export class Ground {
  readonly accord: AccordId;
  readonly founding: Founding;
  readonly parties: readonly [PartyCode, PartyCode];
  readonly #input: GroundInput;
  readonly #services: ReadonlyMap<PartyCode, ServicesHistory>;
  readonly #designations = new Map<string, Folded<DesignationData>>();
  readonly #holds: ReadonlyMap<PartyCode, HoldsHistory>;
  readonly #history: AccordHistory;
  readonly #channels: DossierHistory<ChannelData>;
  readonly #equivalence: DossierHistory<EquivalenceData>;
  readonly #composed = new ComposedTerms();
  /**
   * Every key ever designated: a signature is tried with the key it names before it is known whether the key counts.
   */
  readonly #keys = new Map<KeyIdText, string>();

  constructor(input: GroundInput) {
    this.#input = input;
    this.accord = input.accord;
    this.founding = input.founding;
    const [first, second] = input.founding.cards;
    this.parties = [first.party, second.party];
    this.#services = new Map(
      this.parties.map((party) => {
        const registry = cardOf(input.founding, party).registry;
        this.publish(registry);
        return [party, new ServicesHistory(input.keyId(registry))];
      }),
    );
    const { digest } = input;
    this.#holds = new Map(this.parties.map((party) => [party, new HoldsHistory(digest)]));
    this.#history = new AccordHistory({ base: this.#foundingTerms(), digest });
    this.#channels = new DossierHistory({ procedure: channelProcedure, digest });
    this.#equivalence = new DossierHistory({ procedure: equivalenceProcedure, digest });
  }

  /** The public key (base64url) that a key id stands for, if any designation or card ever published it. */
  publicKey(kid: KeyIdText): string | undefined {
    return this.#keys.get(kid);
  }

  /** Makes a key known by its id, without saying that it counts anywhere. */
  publish(publicKey: string): void {
    this.#keys.set(this.#input.keyId(publicKey), publicKey);
  }

  servicesAt(party: PartyCode, index: number): Services {
    const history = this.#services.get(party);
    if (!history) throw new TypeError(`${party} is not a party.`);
    return history.at(index);
  }

  /** What the side holds for a reason, at each point of its own register. */
  holdsOf(party: PartyCode): HoldsHistory {
    const holds = this.#holds.get(party);
    if (!holds) throw new TypeError(`${party} is not a party.`);
    return holds;
  }

  /** What the author of an act at this place could know of the accord. */
  termsAt(place: Place): Terms {
    const { index, sight } = place;
    const point = { line: this.lineOf(place.act.party), index, sight };
    const servicesOf = (line: 0 | 1): Services =>
      this.servicesAt(this.parties[line], line === point.line ? index : sight);
    return this.#composed.of({
      accord: this.#history.termsAt({ ...point, at: epochMs(place.act.at.instant) }),
      services: [servicesOf(0), servicesOf(1)],
      channels: this.#channels.at(point),
      equivalence: this.#equivalence.at(point),
    });
  }

  /** What holds with everything known here, at `now`. */
  presentTerms(now: number): Terms {
    const [first, second] = this.parties;
    const latest = Number.POSITIVE_INFINITY;
    return this.#composed.of({
      accord: this.#history.presentTerms(now),
      services: [this.servicesAt(first, latest), this.servicesAt(second, latest)],
      channels: this.#channels.present(),
      equivalence: this.#equivalence.present(),
    });
  }

  lineOf(party: PartyCode): 0 | 1 {
    return this.parties[0] === party ? 0 : 1;
  }

  /** The procedure an act names, or why there is none. */
  procedureOf(act: Pick<Act, "procedure">): Procedure<unknown> | Refusal {
    const [name, version] = isProcedureId(act.procedure) ? act.procedure.split("/") : [];
    const procedure = this.#input.procedures.get(name ?? "");
    if (procedure && String(procedure.version) === version) return procedure;
    const known = [...this.#input.procedures.values()].map((one) => `${one.name}/${one.version}`);
    return refuse("procedures.unknownProcedure", { got: act.procedure, procedures: known });
  }

  /** Judges whether the act may stand, with the keys whose signatures on it verify. */
  place(place: Place & { readonly party: PartyCode; readonly signedBy: readonly KeyIdText[] }): PlacedAct {
    const { act, index, sight, party, signedBy } = place;
    const terms = this.termsAt({ act: { ...act, party }, index, sight });
    const procedure = this.procedureOf(act);
    const inadmissible = isRefusal(procedure)
      ? procedure
      : admit({
          act,
          accord: this.accord,
          party,
          procedure,
          signedBy,
          services: this.servicesAt(party, index),
          terms,
          holdOn: (document) => this.holdsOf(party).holdOn(document, { index, at: epochMs(act.at.instant) }),
        });
    return { act, index, sight, terms, inadmissible };
  }

  /** Places an act again whose admission was judged when it was registered. */
  placeAgain(place: Place & { readonly inadmissible: Refusal | undefined }): PlacedAct {
    const { act, index, sight, inadmissible } = place;
    return { act, index, sight, terms: this.termsAt(place), inadmissible };
  }

  /**
   * Takes an act of a ground procedure, or of `retention`, into the ground; in register order on each side. Others are
   * passed over.
   */
  note(placed: PlacedAct): void {
    if (placed.inadmissible) return;
    const [name] = placed.act.procedure.split("/");
    const line = this.lineOf(placed.act.party);
    if (name === "accord") this.#history.note(placed, line);
    if (name === "channel") this.#channels.note(placed, line);
    if (name === "equivalence") this.#equivalence.note(placed, line);
    if (name === "designation") this.#noteDesignation(placed);
    if (name === "retention") this.holdsOf(placed.act.party).note(placed);
  }

  #noteDesignation(placed: PlacedAct): void {
    const key = `${placed.act.party} ${placed.act.dossier}`;
    // Folded over its own side's acts alone: which key counts must not depend on what the other side does.
    const folded = this.#designations.get(key) ?? unopened;
    const next = extend(designationProcedure, {
      folded,
      act: { ...placed, sight: Number.MAX_SAFE_INTEGER },
      digest: this.#input.digest,
    });
    if (!next) throw new TypeError("Designations are noted in register order.");
    if (next.outcomes.get(placed.act.id)?.kind !== "effective" || !next.dossier) return;
    this.#designations.set(key, next);
    const { code, service, publicKeys } = serviceOf(next.dossier.data, this.#input.keyId);
    for (const publicKey of publicKeys) this.publish(publicKey);
    this.#services.get(placed.act.party)?.note(placed.index, { code, service });
  }

  #foundingTerms(): Terms {
    const calendars: Record<PartyCode, Calendar> = {};
    for (const card of this.founding.cards)
      calendars[card.party] = {
        zone: card.zone,
        weekend: card.weekend,
        holidays: [],
      };
    return {
      parties: this.parties,
      labels: this.founding.labels,
      cap: this.founding.cap,
      calendars,
      accord: undefined,
      channels: new Map(),
      equivalence: [],
      services: () => new Map(),
    };
  }
}
