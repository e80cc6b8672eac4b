// The terms of one point put together: what the accord's history gives, with the services of both sides, the channels
// and the tables of equivalence as they stood there. What is asked for act after act is given as the same object.

import type { DossierId, PartyCode } from "../acts/index.ts";
import { type ChannelData, channelOf } from "./channel/index.ts";
import type { DossiersAt } from "./dossier-history.ts";
import { type EquivalenceData, tableOf } from "./equivalence/index.ts";
import type { Services } from "./services.ts";
import type { Channel, EquivalenceTable, Terms } from "./terms.ts";

export interface Parts {
  readonly accord: Terms;
  /** Of the founding's first side and of its second. */
  readonly services: readonly [Services, Services];
  readonly channels: DossiersAt<ChannelData>;
  readonly equivalence: DossiersAt<EquivalenceData>;
}

export class ComposedTerms {
  #last: { readonly parts: Parts; readonly terms: Terms } | undefined;
  readonly #channels = new WeakMap<DossiersAt<ChannelData>, ReadonlyMap<DossierId, Channel>>();
  readonly #tables = new WeakMap<DossiersAt<EquivalenceData>, readonly EquivalenceTable[]>();

  of(parts: Parts): Terms {
    if (this.#last && same(this.#last.parts, parts)) return this.#last.terms;
    const [first, second] = parts.accord.parties;
    const terms: Terms = {
      ...parts.accord,
      channels: this.#channelsOf(parts.channels),
      equivalence: this.#tablesOf(parts.equivalence),
      services: (party: PartyCode) => {
        if (party !== first && party !== second) throw new TypeError(`${party} is not a party.`);
        return parts.services[party === first ? 0 : 1];
      },
    };
    this.#last = { parts, terms };
    return terms;
  }

  #channelsOf(dossiers: DossiersAt<ChannelData>): ReadonlyMap<DossierId, Channel> {
    const known = this.#channels.get(dossiers);
    if (known) return known;
    const channels = new Map<DossierId, Channel>();
    for (const { dossier } of dossiers.values()) {
      const channel = dossier && channelOf(dossier);
      if (channel) channels.set(channel.dossier, channel);
    }
    this.#channels.set(dossiers, channels);
    return channels;
  }

  #tablesOf(dossiers: DossiersAt<EquivalenceData>): readonly EquivalenceTable[] {
    const known = this.#tables.get(dossiers);
    if (known) return known;
    const tables: EquivalenceTable[] = [];
    for (const { dossier } of dossiers.values()) {
      const table = dossier && tableOf(dossier);
      if (table) tables.push(table);
    }
    // By dossier, so that both nodes hold them in one order whichever they learnt of first.
    tables.sort((a, b) => (a.dossier < b.dossier ? -1 : 1));
    this.#tables.set(dossiers, tables);
    return tables;
  }
}

function same(a: Parts, b: Parts): boolean {
  return (
    a.accord === b.accord &&
    a.services[0] === b.services[0] &&
    a.services[1] === b.services[1] &&
    a.channels === b.channels &&
    a.equivalence === b.equivalence
  );
}
