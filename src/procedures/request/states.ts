// The states of a request, their deadlines, and what time alone does: unanswered at the latest time of value it has
// expired, and may still be answered late.

import type { DeadlineRule, State } from "../declaration.ts";
import { recalledFrom } from "../dossier-documents.ts";
import type { RequestData } from "./data.ts";

const byLtiov: DeadlineRule<RequestData> = {
  name: "latestUse",
  owner: "receiving",
  usual: { hours: 0 },
  before: ({ ltiov }) => ltiov,
};

const byPromise: DeadlineRule<RequestData> = {
  name: "promised",
  owner: "receiving",
  usual: { hours: 0 },
  before: ({ promised }) => promised,
};

/** In every state: whoever holds a recalled document answers for it. */
const destruction: DeadlineRule<RequestData> = {
  name: "destruction",
  owner: "both",
  usual: { workingDays: 5 },
  from: (data) => recalledFrom(data, undefined),
};

const lapse = { to: "expired", at: ({ ltiov }: RequestData) => ltiov } as const;

const waiting = (...deadlines: DeadlineRule<RequestData>[]): State<RequestData> => ({
  deadlines: [...deadlines, byLtiov, destruction],
  lapse,
});
const answered = (...deadlines: DeadlineRule<RequestData>[]): State<RequestData> => ({
  deadlines: [...deadlines, destruction],
});
const ended: State<RequestData> = { settled: true, deadlines: [destruction] };

const feedback = answered({ name: "feedback", owner: "requesting", usual: { days: 30 } });

export const requestStates: Readonly<Record<string, State<RequestData>>> = {
  released: waiting(),
  transmitted: waiting({ name: "acknowledgement", owner: "receiving", usual: { hours: 24 } }),
  acknowledged: waiting({ name: "decision", owner: "receiving", usual: { workingDays: 5 } }),
  clarification: waiting({ name: "clarification", owner: "requesting", usual: { workingDays: 5 } }),
  accepted: waiting(byPromise),
  staffing: waiting(byPromise),
  interim: waiting(byPromise),
  expired: answered(byPromise),
  answered: answered({ name: "receipt", owner: "requesting", usual: { hours: 24 } }),
  noHoldings: answered({ name: "receipt", owner: "requesting", usual: { hours: 24 } }),
  received: feedback,
  satisfied: feedback,
  partlySatisfied: feedback,
  notSatisfied: feedback,
  feedbackGiven: answered(),
  closed: ended,
  rejected: ended,
  redirected: ended,
  cancelled: ended,
};

/** Before any answer that ends the matter; the receiving side has it, unless only released. */
export const underWay = ["acknowledged", "accepted", "staffing", "interim"] as const;
/** Waiting for an answer, whether or not the latest time of value has passed. */
export const unanswered = ["released", "transmitted", "clarification", ...underWay, "expired"] as const;
/** Every state, for what originator control always allows. */
export const everyState: readonly string[] = Object.keys(requestStates);
