// A request to release to a third party what the other side has sent. The third-party rule of security agreements: the
// recipient passes nothing on without the originator's consent, asked through the channel the material came by. The
// originator grants, grants a sanitised version, or denies; what is decided stays in the register for ever, and so does
// each passing on.

import { epochMs } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import { type Procedure, type Step, type StepContext, step } from "../declaration.ts";
import { type OnChannel, refuseAnswering, refuseSending, withSent } from "../dossier-documents.ts";
import { controlSteps } from "../originator-control.ts";
import { type Asked, askBody, denyBody, grantBody, grantSanitisedBody, passOnBody, withdrawBody } from "./bodies.ts";

export interface ReleaseData extends OnChannel {
  readonly asked?: Omit<Asked, "channel"> | undefined;
  /** The digests that may be passed on, once granted. */
  readonly granted: readonly string[];
  readonly conditions: readonly string[];
  /** Until when the consent holds; undefined without end. */
  readonly until?: number | undefined;
  /** How often something was passed on. */
  readonly passedOn: number;
}

type Context = StepContext<ReleaseData>;

const consented = ["granted", "grantedSanitised"] as const;

function refuseNotAsked({ data }: Context, named: readonly string[]): Refusal | undefined {
  const asked = data.asked?.documents ?? [];
  const other = named.filter((digest) => !asked.includes(digest));
  return other.length > 0 ? refuse("procedures.releaseNotAsked", { documents: other, asked: [...asked] }) : undefined;
}

function refuseNotGranted({ data, time }: Context, named: readonly string[]): Refusal | undefined {
  const other = named.filter((digest) => !data.granted.includes(digest));
  if (other.length > 0) return refuse("procedures.releaseNotGranted", { documents: other, granted: [...data.granted] });
  if (data.until === undefined || time < data.until) return undefined;
  return refuse("procedures.releaseEnded", { until: new Date(data.until).toISOString().slice(0, 16) });
}

const untilOf = (until: Parameters<typeof epochMs>[0] | undefined): { until?: number } =>
  until === undefined ? {} : { until: epochMs(until) };

const steps: Readonly<Record<string, Step<ReleaseData>>> = {
  ask: step<ReleaseData, typeof askBody>({
    from: "opening",
    to: "asked",
    by: "holder",
    body: askBody,
    // A request may follow when the channel is suspended or closed: the consent is owed to what came by it.
    guard: (context, { channel }) => refuseAnswering({ ...context, data: { ...context.data, channel } }),
    effect: ({ data }, { channel, ...asked }) => ({ ...data, channel, asked }),
  }),
  grant: step<ReleaseData, typeof grantBody>({
    from: ["asked"],
    to: "granted",
    by: "originator",
    grave: true,
    body: grantBody,
    guard: (context, { documents }) => refuseAnswering(context) ?? refuseNotAsked(context, documents),
    effect: ({ data }, { documents, conditions, until }) => ({
      ...data,
      granted: documents,
      conditions,
      ...untilOf(until),
    }),
  }),
  grantSanitised: step<ReleaseData, typeof grantSanitisedBody>({
    from: ["asked"],
    to: "grantedSanitised",
    by: "originator",
    grave: true,
    body: grantSanitisedBody,
    guard: refuseSending,
    effect: (context, { sanitised, attachments, conditions, until }) => ({
      ...context.data,
      documents: withSent(context),
      granted: [sanitised.digest, ...(attachments ?? []).map((one) => one.digest)],
      conditions,
      ...untilOf(until),
    }),
  }),
  deny: step<ReleaseData, typeof denyBody>({
    from: ["asked"],
    to: "denied",
    by: "originator",
    body: denyBody,
    guard: refuseAnswering,
  }),
  withdraw: step<ReleaseData, typeof withdrawBody>({
    from: ["asked"],
    to: "withdrawn",
    by: "holder",
    expected: false,
    body: withdrawBody,
    prevailsOver: ["grant", "grantSanitised", "deny"],
    guard: refuseAnswering,
  }),
  recordPassingOn: step<ReleaseData, typeof passOnBody>({
    from: consented,
    to: "same",
    by: "holder",
    expected: false,
    body: passOnBody,
    // What was passed on before the originator took it back was passed on.
    prevailsOver: ["recall"],
    guard: (context, { documents }) => refuseAnswering(context) ?? refuseNotGranted(context, documents),
    effect: ({ data }) => ({ ...data, passedOn: data.passedOn + 1 }),
  }),
  // A sanitised version is a document of the originator's like any other.
  ...controlSteps<ReleaseData>({
    originator: "originator",
    addressee: "holder",
    opened: ["grantedSanitised"],
    lower: ["grantedSanitised"],
    recall: ["grantedSanitised"],
    attest: ["grantedSanitised"],
    refuse: ["grantedSanitised"],
    recallOver: [],
    openedOver: [],
  }),
};

export const releaseProcedure: Procedure<ReleaseData> = {
  name: "release",
  version: 1,
  rests: "intelligence",
  roles: ["holder", "originator"],
  states: {
    asked: { deadlines: [{ name: "decision", owner: "originator", usual: { workingDays: 10 } }] },
    granted: { settled: true },
    grantedSanitised: { settled: true },
    denied: { final: true },
    withdrawn: { final: true },
  },
  steps,
  blank: () => ({ documents: [], granted: [], conditions: [], passedOn: 0 }),
  title: ({ asked }) => (asked ? `${asked.reference} · ${asked.subject} · ${asked.recipient.party}` : ""),
};
