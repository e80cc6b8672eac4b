// What makes an act unfit for its dossier whatever the dossier's state: that the dossier follows another procedure, and
// that its side's line there has grown too long. Both depend only on what its author could know, so a refold says the
// same. And what makes a leaf foreign to the register it stands in: then it is no act there at all.

import type { AccordId, Act, PartyCode } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import type { PlacedAct, Procedure } from "../../procedures/index.ts";

/** The most acts one side can put into one dossier; a further one is void. Keeps every fold short. */
export const actsPerLineMax = 10_000;

export interface Fitting {
  readonly placed: PlacedAct;
  /** The act that opened the dossier and the procedure it named; undefined while none has come. */
  readonly opening: PlacedAct | undefined;
  readonly procedure: Pick<Procedure<unknown>, "name" | "version"> | undefined;
  /** How many acts of its side the dossier has before it. */
  readonly before: number;
}

/** Undefined when the act may stand in its dossier. */
export function unfit({ placed, opening, procedure, before }: Fitting): Refusal | undefined {
  const { act } = placed;
  const expected = procedure && `${procedure.name}/${procedure.version}`;
  if (opening && expected !== undefined && act.procedure !== expected && knows(placed, opening))
    return refuse("procedures.otherProcedure", { dossier: act.dossier, got: act.procedure, expected });
  if (before >= actsPerLineMax) return refuse("procedures.tooManyActs", { acts: before, limit: actsPerLineMax });
  return undefined;
}

/** Whether the author of an act knew another: an author who did not know the opening acts in no dossier at all. */
function knows(placed: PlacedAct, other: PlacedAct): boolean {
  return placed.act.party === other.act.party ? placed.index > other.index : placed.sight > other.index;
}

/** Why an act is none of this register: it names another accord or another side. It is kept as a leaf only. */
export function foreign(act: Act, register: { accord: AccordId; party: PartyCode }): Refusal | undefined {
  if (act.accord !== register.accord)
    return refuse("procedures.otherAccord", { got: act.accord, expected: register.accord });
  if (act.party !== register.party)
    return refuse("procedures.otherParty", { got: act.party, register: register.party });
  return undefined;
}
