// The states of a project and what is due in each.

import type { PartyCode } from "../../acts/index.ts";
import type { DeadlineRule, State, StateName } from "../declaration.ts";
import { type ProjectData, presentPhase, waitingFor } from "./data.ts";

/** States in which the ledgers can still be written, so that nothing of a suspended or ending project is lost. */
export const ledgerStates: readonly StateName[] = ["running", "suspended", "terminating", "transition", "closing"];

/** What each side brings in is listed while the arrangement is negotiated, and facilities are asked about. */
export const listingStates: readonly StateName[] = ["negotiating", "signed", ...ledgerStates];

const nobody = { hours: 0 } as const;

const owedBy =
  (role: "proposer" | "partner") =>
  (data: ProjectData): number | undefined => {
    const days = data.deliverables
      .filter((one) => one.state === "open" && (one.owner === data.proposer) === (role === "proposer"))
      .map((one) => one.dueAt);
    return days.length > 0 ? Math.min(...days) : undefined;
  };

const answerOf =
  (role: "proposer" | "partner") =>
  (data: ProjectData): number | undefined => {
    const { proposer } = data;
    if (proposer === undefined) return undefined;
    const other: PartyCode | undefined = data.arrangement?.arrangement.shares
      .map((one) => one.party)
      .find((one) => one !== proposer);
    const side = role === "proposer" ? proposer : other;
    return side === undefined ? undefined : waitingFor(data, side);
  };

// Usual amounts are general practice, not law: the annex sets others under `project.<name>`.
const working: readonly DeadlineRule<ProjectData>[] = [
  { name: "proposerDeliverable", owner: "proposer", usual: nobody, before: owedBy("proposer") },
  { name: "partnerDeliverable", owner: "partner", usual: nobody, before: owedBy("partner") },
  {
    name: "gate",
    owner: "both",
    usual: nobody,
    before: (data) => {
      const phase = presentPhase(data);
      return phase && data.gates[phase.id];
    },
  },
];

/** What a side has on loan and has not sent back. */
const returnOf =
  (role: "proposer" | "partner") =>
  (data: ProjectData): number | undefined => {
    const held = data.equipment
      .filter((one) => one.state === "held" && (one.by !== data.proposer) === (role === "proposer"))
      .map((one) => one.dueAt);
    return held.length > 0 ? Math.min(...held) : undefined;
  };

const answers: readonly DeadlineRule<ProjectData>[] = [
  { name: "proposerAnswer", owner: "proposer", usual: { workingDays: 15 }, from: answerOf("proposer") },
  { name: "partnerAnswer", owner: "partner", usual: { workingDays: 15 }, from: answerOf("partner") },
  { name: "proposerReturn", owner: "proposer", usual: nobody, before: returnOf("proposer") },
  { name: "partnerReturn", owner: "partner", usual: nobody, before: returnOf("partner") },
];

export const projectStates: Readonly<Record<StateName, State<ProjectData>>> = {
  idea: { deadlines: [{ name: "intent", owner: "both", usual: { workingDays: 20 } }] },
  negotiating: { deadlines: [{ name: "signature", owner: "both", usual: { days: 90 } }, ...answers] },
  signed: { deadlines: [{ name: "kickOff", owner: "both", usual: { days: 60 } }, ...answers] },
  running: { deadlines: [...working, ...answers] },
  suspended: { deadlines: [{ name: "resumption", owner: "both", usual: { days: 90 } }, ...answers] },
  terminating: {
    deadlines: [
      {
        name: "settlement",
        owner: "both",
        usual: nobody,
        before: ({ notice }) => notice?.endsAt,
      },
      ...answers,
    ],
  },
  transition: { deadlines: [{ name: "transition", owner: "both", usual: { days: 180 } }, ...answers] },
  closing: { deadlines: [{ name: "closing", owner: "both", usual: { days: 60 } }, ...answers] },
  closed: { final: true },
  terminated: { final: true },
  abandoned: { final: true },
};
