// The work: deliverables accepted by the side that receives them, what each side pays, the gates that the steering
// committee passes by unanimity, and the ways a project ends.

import { dayEndsAt } from "../calendar.ts";
import { type Step, step } from "../declaration.ts";
import {
  acceptBody,
  closeBody,
  contributeBody,
  declineGateBody,
  deliverBody,
  gateBody,
  noteBody,
  noticeBody,
  postponeBody,
  reasonBody,
  rejectBody,
  settleBody,
  transitionBody,
} from "./bodies.ts";
import { type ProjectData, presentPhase, type TrackedDeliverable } from "./data.ts";
import {
  guardAcceptance,
  guardContribution,
  guardDeclined,
  guardDelivery,
  guardGate,
  guardLedger,
  guardNotice,
  guardOwed,
  guardPostponed,
} from "./guards-ledger.ts";
import { ledgerStates } from "./states.ts";

function withDeliverable(
  data: ProjectData,
  input: { readonly id: string; to(one: TrackedDeliverable): TrackedDeliverable },
): ProjectData {
  return { ...data, deliverables: data.deliverables.map((one) => (one.id === input.id ? input.to(one) : one)) };
}

const deliver = step<ProjectData, typeof deliverBody>({
  from: ["running"],
  to: "same",
  by: "either",
  body: deliverBody,
  guard: (context, { deliverable }) => guardDelivery(context, deliverable),
  effect: ({ data, time }, { deliverable, reference, digest }) =>
    withDeliverable(data, {
      id: deliverable,
      to: (one) => ({ ...one, state: "delivered", reference, digest, at: time }),
    }),
  waits: (data, side) => {
    const phase = presentPhase(data)?.id;
    return data.deliverables.some((one) => one.phase === phase && one.owner === side && one.state === "open");
  },
});

const toAccept = (data: ProjectData, side: string): boolean =>
  data.deliverables.some((one) => one.owner !== side && one.state === "delivered");

const acceptDeliverable = step<ProjectData, typeof acceptBody>({
  from: ["running"],
  to: "same",
  by: "either",
  body: acceptBody,
  guard: (context, { deliverable }) => guardAcceptance(context, deliverable),
  effect: ({ data }, { deliverable }) =>
    withDeliverable(data, { id: deliverable, to: (one) => ({ ...one, state: "accepted" }) }),
  waits: toAccept,
});

const rejectDeliverable = step<ProjectData, typeof rejectBody>({
  from: ["running"],
  to: "same",
  by: "either",
  expected: false,
  body: rejectBody,
  guard: (context, { deliverable }) => guardAcceptance(context, deliverable),
  effect: ({ data }, { deliverable }) =>
    withDeliverable(data, {
      id: deliverable,
      to: (one) => ({ ...one, state: "open", rejections: one.rejections + 1 }),
    }),
});

const contribute = step<ProjectData, typeof contributeBody>({
  from: ["running", "suspended", "terminating"],
  to: "same",
  by: "either",
  expected: false,
  body: contributeBody,
  guard: (context, body) => guardContribution(context, body),
  effect: ({ data, side, time }, body) => ({
    ...data,
    contributions: [...data.contributions, { ...body, by: side, at: time }].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }),
});

const passGate = step<ProjectData, typeof gateBody>({
  from: ["running"],
  to: ["same", "transition"],
  by: "both",
  grave: true,
  body: gateBody,
  guard: (context, body) => guardGate(context, body),
  effect: ({ data, time }, { phase, record }) => ({ ...data, passed: [...data.passed, { phase, record, at: time }] }),
  leads: (data) => (presentPhase(data) ? "same" : "transition"),
  waits: (data) => {
    const phase = presentPhase(data)?.id;
    return data.deliverables.every((one) => one.phase !== phase || one.state === "accepted");
  },
});

/** A gate passes by unanimity: one side's no goes before the other's yes that it crosses. */
const declineGate = step<ProjectData, typeof declineGateBody>({
  from: ["running"],
  to: "same",
  by: "either",
  expected: false,
  body: declineGateBody,
  prevailsOver: ["passGate"],
  guard: (context, { phase }) => guardDeclined(context, phase),
  effect: ({ data, side }, { phase, reasons, escalated }) => ({
    ...data,
    declined: [...data.declined, { by: side, phase, codes: reasons.map(({ code }) => code), escalated }],
  }),
});

const postponeGate = step<ProjectData, typeof postponeBody>({
  from: ["running"],
  to: "same",
  by: "both",
  expected: false,
  body: postponeBody,
  guard: (context, body) => guardPostponed(context, body),
  agree: ({ phase, until }) => ({ phase, until }),
  effect: ({ data, terms }, { phase, until }) => {
    const side = data.proposer ?? terms.parties[0];
    return { ...data, gates: { ...data.gates, [phase]: dayEndsAt(terms, { side, day: until }) } };
  },
});

const suspend = step<ProjectData, typeof reasonBody>({
  from: ["running"],
  to: "suspended",
  by: "either",
  expected: false,
  body: reasonBody,
  prevailsOver: ["passGate", "deliver"],
});

const resume = step<ProjectData, typeof noteBody>({
  from: ["suspended"],
  to: "running",
  by: "both",
  body: noteBody,
  agree: () => "resume",
});

const giveNotice = step<ProjectData, typeof noticeBody>({
  from: ["running", "suspended"],
  to: "terminating",
  by: "either",
  expected: false,
  body: noticeBody,
  prevailsOver: ["passGate", "resume", "suspend", "amend"],
  guard: (context, { endsOn }) => guardNotice(context, endsOn),
  effect: ({ data, side, terms }, { endsOn }) => ({
    ...data,
    notice: { by: side, endsOn, endsAt: dayEndsAt(terms, { side, day: endsOn }) },
  }),
});

/** What the project leads to is settled, and the ledgers can be closed. */
const completeTransition = step<ProjectData, typeof transitionBody>({
  from: ["transition"],
  to: "closing",
  by: "both",
  body: transitionBody,
  agree: ({ on }) => on,
});

const settle = step<ProjectData, typeof settleBody>({
  from: ["terminating"],
  to: "terminated",
  by: "both",
  grave: true,
  body: settleBody,
  guard: (context, { owed, ledger }) => guardOwed(context, owed) ?? guardLedger(context, ledger),
  effect: ({ data }, { ledger }) => ({ ...data, frozen: ledger }),
});

/** The ledgers are closed by the same digest on both sides, with everything accounted for. */
const close = step<ProjectData, typeof closeBody>({
  from: ["closing"],
  to: "closed",
  by: "both",
  grave: true,
  body: closeBody,
  guard: (context, { ledger }) => guardLedger(context, ledger),
  effect: ({ data }, { ledger }) => ({ ...data, frozen: ledger }),
});

export const workSteps: Readonly<Record<string, Step<ProjectData>>> = {
  deliver,
  acceptDeliverable,
  rejectDeliverable,
  contribute,
  passGate,
  declineGate,
  postponeGate,
  suspend,
  resume,
  giveNotice,
  completeTransition,
  settle,
  close,
};

/** For the ledgers' own steps: they prevail over what would close them. */
export const ledgerWriting = {
  from: ledgerStates,
  to: "same",
  by: "either",
  expected: false,
  prevailsOver: ["close", "settle"],
} as const;
