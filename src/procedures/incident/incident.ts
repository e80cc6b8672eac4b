// A suspected compromise of what came by a channel: suspicion, notice to the originator at once, a preliminary report,
// the findings, measures on either side, and a close by both. After the security breach articles of security
// agreements.
//
// It rests on the articles that allow intelligence cooperation, not on those on security: wherever there is a channel
// its compromise can be told, by the services at its ends, whatever else the accord provides for. It stays possible
// when the channel is suspended or closed.

import { epochMs } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import { type Procedure, type Step, type StepContext, step } from "../declaration.ts";
import { type OnChannel, refuseAnswering, withSent } from "../dossier-documents.ts";
import { controlSteps } from "../originator-control.ts";
import {
  acknowledgeBody,
  closeBody,
  concludeBody,
  measureBody,
  notifyBody,
  reportBody,
  type Suspicion,
  suspectBody,
} from "./bodies.ts";

export interface IncidentData extends OnChannel {
  readonly suspected?: Omit<Suspicion, "channel"> | undefined;
  readonly discoveredAt?: number | undefined;
  /** The originator's own number. */
  readonly reference?: string | undefined;
  readonly reports: number;
  readonly outcome?: "compromised" | "notCompromised" | "undetermined" | undefined;
  readonly measures: readonly string[];
}

type Context = StepContext<IncidentData>;

function refuseUndiscovered(context: Context, suspicion: Suspicion): Refusal | undefined {
  const { discoveredAt, since } = suspicion;
  const found = epochMs(discoveredAt);
  if (found <= context.time && (since === undefined || epochMs(since) <= found)) return undefined;
  return refuse("procedures.incidentDates", {
    discovered: discoveredAt,
    since: since ?? "unknown",
    made: context.act.at.instant,
  });
}

function refuseOtherOutcome({ data }: Context, outcome: string): Refusal | undefined {
  if (outcome === data.outcome) return undefined;
  return refuse("procedures.incidentOutcome", { got: outcome, expected: data.outcome ?? "none" });
}

const told = ["notified", "acknowledged", "reported", "concluded"] as const;
const sending = (context: Context): IncidentData => ({ ...context.data, documents: withSent(context) });

const steps: Readonly<Record<string, Step<IncidentData>>> = {
  suspect: step<IncidentData, typeof suspectBody>({
    from: "opening",
    to: "suspected",
    by: "reporter",
    body: suspectBody,
    guard: (context, body) =>
      refuseAnswering({ ...context, data: { ...context.data, channel: body.channel } }) ??
      refuseUndiscovered(context, body),
    effect: ({ data }, { channel, ...suspected }) => ({
      ...data,
      channel,
      suspected,
      discoveredAt: epochMs(suspected.discoveredAt),
    }),
  }),
  notify: step<IncidentData, typeof notifyBody>({
    from: ["suspected"],
    to: "notified",
    by: "reporter",
    body: notifyBody,
    guard: refuseAnswering,
    effect: sending,
  }),
  acknowledge: step<IncidentData, typeof acknowledgeBody>({
    from: ["notified", "reported"],
    to: ["acknowledged", "reported"],
    by: "originator",
    body: acknowledgeBody,
    guard: (context) => refuseAnswering(context) ?? refuseAcknowledged(context),
    effect: ({ data }, { reference }) => ({ ...data, reference }),
    leads: ({ reports }) => (reports > 0 ? "reported" : "acknowledged"),
    waits: ({ reference }) => reference === undefined,
  }),
  reportPreliminary: step<IncidentData, typeof reportBody>({
    from: ["notified", "acknowledged", "reported"],
    to: "reported",
    by: "reporter",
    body: reportBody,
    guard: refuseAnswering,
    effect: (context) => ({ ...sending(context), reports: context.data.reports + 1 }),
    waits: ({ reports }) => reports === 0,
  }),
  conclude: step<IncidentData, typeof concludeBody>({
    from: ["reported"],
    to: "concluded",
    by: "reporter",
    body: concludeBody,
    guard: refuseAnswering,
    effect: (context, { outcome }) => ({ ...sending(context), outcome }),
  }),
  takeMeasures: step<IncidentData, typeof measureBody>({
    from: told,
    to: "same",
    by: "either",
    expected: false,
    body: measureBody,
    prevailsOver: ["close"],
    guard: refuseAnswering,
    effect: (context, { measures }) => ({
      ...sending(context),
      measures: [...context.data.measures, ...measures],
    }),
  }),
  close: step<IncidentData, typeof closeBody>({
    from: ["concluded"],
    to: "closed",
    by: "both",
    body: closeBody,
    guard: (context, { outcome }) => refuseAnswering(context) ?? refuseOtherOutcome(context, outcome),
  }),
  ...controlSteps<IncidentData>({
    originator: "either",
    addressee: "either",
    opened: [...told, "closed"],
    lower: [...told, "closed"],
    recall: [...told, "closed"],
    attest: [...told, "closed"],
    refuse: [...told, "closed"],
    recallOver: [],
    openedOver: [],
  }),
};

function refuseAcknowledged({ data }: Context): Refusal | undefined {
  if (data.reference === undefined) return undefined;
  return refuse("procedures.alreadyRecorded", { what: `acknowledgement ${data.reference}` });
}

export const incidentProcedure: Procedure<IncidentData> = {
  name: "incident",
  version: 1,
  rests: "intelligence",
  roles: ["reporter", "originator"],
  states: {
    // "At once": the hours of common practice, counted from the discovery and not from the entry.
    suspected: {
      deadlines: [{ name: "notice", owner: "reporter", usual: { hours: 2 }, from: ({ discoveredAt }) => discoveredAt }],
    },
    notified: {
      deadlines: [
        { name: "acknowledgement", owner: "originator", usual: { hours: 24 } },
        { name: "preliminary", owner: "reporter", usual: { workingDays: 5 }, from: ({ discoveredAt }) => discoveredAt },
      ],
    },
    acknowledged: {
      deadlines: [
        { name: "preliminary", owner: "reporter", usual: { workingDays: 5 }, from: ({ discoveredAt }) => discoveredAt },
      ],
    },
    reported: { deadlines: [{ name: "findings", owner: "reporter", usual: { days: 30 } }] },
    concluded: { deadlines: [{ name: "close", owner: "both", usual: { days: 30 } }] },
    closed: { settled: true },
  },
  steps,
  blank: () => ({ documents: [], reports: 0, measures: [] }),
  title: ({ suspected }) => (suspected ? `${suspected.reference} · ${suspected.kind}` : ""),
};
