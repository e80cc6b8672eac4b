// The way of a programme as the page's band shows it: five phases, each with who completed it and when. Read from the
// dossier's acts that took effect; what is under way follows from its state.

import type { ActSummary } from "../../api/index.ts";

export const phases = ["invited", "dates", "written", "agreed", "held"] as const;
export type Phase = (typeof phases)[number];

export interface PhaseShown {
  readonly phase: Phase;
  readonly place: "done" | "now" | "todo";
  /** The act that completed it. */
  readonly act: Pick<ActSummary, "party" | "at" | "local"> | undefined;
}

/** The phase a state belongs to; beyond the last for what is over. */
const phaseOfState: Readonly<Record<string, number>> = {
  invited: 0,
  accepted: 1,
  datesWithHost: 1,
  datesWithVisitor: 1,
  awaitingDelegation: 2,
  preparing: 2,
  submitted: 3,
  agreed: 4,
  frozen: 4,
  frozenChange: 4,
  live: 4,
  moved: 4,
  executed: 5,
  closed: 5,
};

/** Steps whose latest act completes a phase. */
const completing: Readonly<Record<Phase, readonly string[]>> = {
  invited: ["accept"],
  dates: ["acceptDates", "confirmDates"],
  written: ["submitProgramme"],
  agreed: ["agreeProgramme", "acceptChange"],
  held: ["close"],
};

export function phasesOf(state: string, acts: readonly ActSummary[]): PhaseShown[] {
  const effective = acts.filter((one) => one.outcome.kind === "effective");
  // What was broken off has no phase under way; its acts still say how far it came.
  const now = phaseOfState[state];
  return phases.map((phase, i) => {
    const act = effective.findLast((one) => completing[phase].includes(one.step));
    const done = now === undefined ? act !== undefined : i < now;
    return { phase, place: done ? "done" : i === now ? "now" : "todo", act: done ? act : undefined };
  });
}
