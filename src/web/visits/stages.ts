// The way of a request as the page's band shows it: five stages, each with who completed it. Where an emergency or an
// amendment walks them, they are the same ones.

import type { ActSummary } from "../../api/index.ts";

export const stages = ["written", "sent", "decided", "notified", "held"] as const;
export type Stage = (typeof stages)[number];

export interface StageShown {
  readonly stage: Stage;
  readonly place: "done" | "now" | "todo";
  readonly act: ActSummary | undefined;
}

const stageOfState: Readonly<Record<string, number>> = {
  draft: 0,
  certified: 0,
  returned: 0,
  endorsed: 1,
  transmitted: 2,
  received: 2,
  staffing: 2,
  decided: 3,
  deferred: 3,
  emergency: 2,
  emergencyConfirmed: 4,
  notified: 4,
  active: 4,
  executed: 4,
  closed: 5,
};

const completing: Readonly<Record<Stage, readonly string[]>> = {
  written: ["endorse", "openEmergency"],
  sent: ["transmit", "openEmergency"],
  decided: ["decideSite", "confirmEmergency", "decideDeferred"],
  notified: ["notify", "confirmEmergency"],
  held: ["close"],
};

export function stagesOf(state: string, acts: readonly ActSummary[]): StageShown[] {
  // An amendment walks the stages under names of its own.
  const plain = state.startsWith("amendment") ? state.charAt(9).toLowerCase() + state.slice(10) : state;
  const now = stageOfState[plain];
  const effective = acts.filter((one) => one.outcome.kind === "effective");
  return stages.map((stage, i) => {
    const act = effective.findLast((one) => completing[stage].includes(one.step));
    const done = now === undefined ? act !== undefined : i < now;
    return { stage, place: done ? "done" : i === now ? "now" : "todo", act: done ? act : undefined };
  });
}
