// A dossier as a value: the state of one procedure between the two sides, made by folding acts and by nothing else.

import type { ActId, DossierId, PartyCode } from "../../acts/index.ts";
import type { Role, StateName, StepName } from "../declaration.ts";

export interface Dossier<Data> {
  readonly id: DossierId;
  readonly roles: Readonly<Record<Role, PartyCode>>;
  readonly state: StateName;
  readonly data: Data;
  /** When the state was entered, by the clock of the act or the lapse that entered it. Milliseconds since 1970. */
  readonly since: number;
  /** The latest `at` of the acts folded so far, for lists; nothing is judged by it. */
  readonly time: number;
  /**
   * Steps by both that one side has made and the other not yet: the value that must be equal, and the act that gave it.
   * Cleared whenever the state changes: what was agreed to in a state that is gone binds nobody.
   */
  readonly half: Readonly<Record<StepName, { readonly side: PartyCode; readonly value: string; readonly act: ActId }>>;
  readonly openedAt: number;
  readonly acts: number;
}
