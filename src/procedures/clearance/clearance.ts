// A confirmation of a security clearance: one side asks whether a facility or a person of the other is cleared to a
// level, the other says yes until a day, no, or that it is being looked into; and takes a yes back when it no longer
// holds. After MISWG's facility security clearance information sheet and certificate of security clearance.
//
// Not here: how a side clears anybody. That is its own law.

import { type Refusal, refuse, type z } from "../../base/index.ts";
import { dayEndsAt } from "../calendar.ts";
import { type Procedure, type State, type StateName, type Step, type StepContext, step } from "../declaration.ts";
import { confirmBody, denyBody, extendBody, processBody, reasonBody, requestBody } from "./bodies.ts";

export interface ClearanceData {
  readonly request: z.output<typeof requestBody> | undefined;
  /** When the answering side means to know; the end of that day on its clock, milliseconds since 1970. */
  readonly expectedAt: number | undefined;
  readonly confirmed: z.output<typeof confirmBody> | undefined;
  /** The first instant at which the confirmation no longer holds. Milliseconds since 1970. */
  readonly endsAt: number | undefined;
}

type Context = StepContext<ClearanceData>;

function guardLevel({ terms, data }: Context, level: string): Refusal | undefined {
  const levels = terms.labels.levels.map(({ code }) => code);
  if (!levels.includes(level)) return refuse("procedures.channelLevel", { got: level, levels });
  const asked = data.request?.level ?? level;
  if (levels.indexOf(level) >= levels.indexOf(asked)) return undefined;
  return refuse("procedures.clearanceLevel", { got: level, level: asked });
}

/** A day to come, and later than the one that stands. */
function guardUntil({ terms, side, time, data }: Context, day: string): Refusal | undefined {
  const after = Math.max(time, data.endsAt ?? 0);
  return dayEndsAt(terms, { side, day }) > after ? undefined : refuse("procedures.clearanceUntil", { got: day });
}

const request = step<ClearanceData, typeof requestBody>({
  from: "opening",
  to: "requested",
  by: "asker",
  body: requestBody,
  guard: (context, { level }) => guardLevel(context, level),
  effect: ({ data }, body) => ({ ...data, request: body }),
});

const startProcess = step<ClearanceData, typeof processBody>({
  from: ["requested"],
  to: "inProcess",
  by: "answerer",
  body: processBody,
  effect: ({ data, side, terms }, { expected }) => ({
    ...data,
    expectedAt: expected === undefined ? undefined : dayEndsAt(terms, { side, day: expected }),
  }),
});

const confirm = step<ClearanceData, typeof confirmBody>({
  from: ["requested", "inProcess"],
  to: "confirmed",
  by: "answerer",
  grave: true,
  body: confirmBody,
  guard: (context, { level, until }) => guardLevel(context, level) ?? guardUntil(context, until),
  effect: ({ data, side, terms }, body) => ({
    ...data,
    confirmed: body,
    endsAt: dayEndsAt(terms, { side, day: body.until }),
  }),
});

const deny = step<ClearanceData, typeof denyBody>({
  from: ["requested", "inProcess"],
  to: "notCleared",
  by: "answerer",
  body: denyBody,
});

const extend = step<ClearanceData, typeof extendBody>({
  from: ["confirmed"],
  to: "same",
  by: "answerer",
  grave: true,
  expected: false,
  body: extendBody,
  guard: (context, { until }) => guardUntil(context, until),
  effect: ({ data, side, terms }, { reference, until }) => ({
    ...data,
    confirmed: data.confirmed && { ...data.confirmed, reference, until },
    endsAt: dayEndsAt(terms, { side, day: until }),
  }),
});

const withdraw = step<ClearanceData, typeof reasonBody>({
  from: ["confirmed"],
  to: "withdrawn",
  by: "answerer",
  grave: true,
  expected: false,
  body: reasonBody,
});

/** Nobody needs the answer any more. */
const cancel = step<ClearanceData, typeof reasonBody>({
  from: ["requested", "inProcess"],
  to: "cancelled",
  by: "asker",
  expected: false,
  body: reasonBody,
  prevailsOver: ["startProcess", "confirm", "deny"],
});

const steps: Readonly<Record<string, Step<ClearanceData>>> = {
  request,
  startProcess,
  confirm,
  deny,
  extend,
  withdraw,
  cancel,
};

// Usual amounts are general practice, not law: the annex sets others under `clearance.<name>`.
const states: Readonly<Record<StateName, State<ClearanceData>>> = {
  requested: { deadlines: [{ name: "answer", owner: "answerer", usual: { workingDays: 15 } }] },
  inProcess: {
    deadlines: [{ name: "result", owner: "answerer", usual: { hours: 0 }, before: ({ expectedAt }) => expectedAt }],
  },
  confirmed: { settled: true, lapse: { to: "expired", at: ({ endsAt }) => endsAt } },
  expired: { final: true },
  notCleared: { final: true },
  withdrawn: { final: true },
  cancelled: { final: true },
};

export const clearanceProcedure: Procedure<ClearanceData> = {
  name: "clearance",
  version: 1,
  rests: "security",
  roles: ["asker", "answerer"],
  states,
  steps,
  blank: () => ({ request: undefined, expectedAt: undefined, confirmed: undefined, endsAt: undefined }),
  title: (data) => [data.request?.reference, data.request?.facility].filter((one) => one !== undefined).join(" · "),
};
