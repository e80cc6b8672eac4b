// What a side's first page asks of the dossier list: how many dossiers await whom, and which deadlines fall in a time.

import type { AccordId } from "../acts/index.ts";
import type { DossierRow } from "./port.ts";

export interface TurnCount {
  /** Name without version. */
  readonly procedure: string;
  /** Dossiers that await this side, and the other; one that awaits both counts in both. */
  readonly own: number;
  readonly other: number;
}

export interface OverviewStore {
  /** Sorted by procedure. */
  turns(accord: AccordId): Promise<readonly TurnCount[]>;
  /** Open dossiers whose nearest deadline falls at `from` or later and before `until`, the nearest first. */
  dueBetween(
    accord: AccordId,
    span: { readonly from: number; readonly until: number; readonly limit: number },
  ): Promise<readonly DossierRow[]>;
}
