// A dispatch: a report or a document that one service sends another through a channel. The originator keeps control of
// it for good: it alone corrects, lowers or recalls it, and a recall is answered by an attested destruction or by a
// refusal with its reason. What the addressee may do with it is in the labels, the handling and the security agreement.

import { type Refusal, refuse } from "../../base/index.ts";
import { type Procedure, type Step, type StepContext, step } from "../declaration.ts";
import { refuseAnswering, refuseSending, refuseUnlessOwn, withChanged, withSent } from "../dossier-documents.ts";
import { controlSteps } from "../originator-control.ts";
import { closeBody, correctBody, feedbackBody, receiptBody, sendBody } from "./bodies.ts";
import { blankDispatch, type DispatchData, stateOf } from "./data.ts";

type Context = StepContext<DispatchData>;

/** The states in which nothing is recalled. */
const calm = ["sent", "corrected", "receipted", "opened", "closed"] as const;
const troubled = ["recalled", "destructionRefused"] as const;

const send = step<DispatchData, typeof sendBody>({
  from: "opening",
  to: "sent",
  by: "originator",
  body: sendBody,
  guard: (context, { channel }) => refuseSending({ ...context, data: { ...context.data, channel } }),
  effect: (context, { channel, reference, subject, kind, handling, concerns }) => ({
    ...context.data,
    channel,
    sent: { reference, subject, kind, handling, ...(concerns === undefined ? {} : { concerns }) },
    documents: withSent(context),
  }),
});

const receipt = step<DispatchData, typeof receiptBody>({
  from: ["sent", "corrected", "opened"],
  to: ["receipted", "opened"],
  by: "addressee",
  body: receiptBody,
  guard: (context) => refuseAnswering(context) ?? refuseReceived(context),
  effect: ({ data, time }, { reference }) => ({ ...data, receipt: { reference, at: time } }),
  leads: stateOf,
  waits: (data) => data.receipt === undefined,
});

const giveFeedback = step<DispatchData, typeof feedbackBody>({
  from: ["opened"],
  to: "same",
  by: "addressee",
  expected: false,
  body: feedbackBody,
  prevailsOver: ["close"],
  guard: refuseAnswering,
  effect: ({ data }, feedback) => ({ ...data, feedback }),
});

/** Puts documents in the place of others; the addressee is to acknowledge and open them anew. */
const correct = step<DispatchData, typeof correctBody>({
  from: calm,
  to: ["corrected", "opened", "closed"],
  by: "originator",
  expected: false,
  body: correctBody,
  prevailsOver: ["receipt", "giveFeedback", "close"],
  guard: (context, { replaces }) =>
    refuseSending(context) ?? refuseUnlessOwn(context, replaces) ?? refuseSuperseded(context, replaces),
  effect: (context, { replaces }) => {
    const documents = withSent(context);
    const { receipt: _, ...data } = context.data;
    return {
      ...data,
      documents: withChanged({ ...data, documents }, { named: replaces, to: { supersededBy: context.act.id } }),
      corrections: data.corrections + 1,
      closed: false,
    };
  },
  leads: stateOf,
});

const close = step<DispatchData, typeof closeBody>({
  from: ["receipted", "opened"],
  to: "closed",
  by: "either",
  expected: false,
  body: closeBody,
  guard: refuseAnswering,
  effect: ({ data }) => ({ ...data, closed: true }),
});

function refuseReceived({ data }: Context): Refusal | undefined {
  return data.receipt ? refuse("procedures.alreadyRecorded", { what: `receipt ${data.receipt.reference}` }) : undefined;
}

function refuseSuperseded({ data }: Context, named: readonly string[]): Refusal | undefined {
  const old = data.documents.filter((one) => named.includes(one.digest) && one.supersededBy !== undefined);
  return old.length > 0
    ? refuse("procedures.documentSuperseded", { documents: old.map((one) => one.digest) })
    : undefined;
}

const steps: Readonly<Record<string, Step<DispatchData>>> = {
  send,
  receipt,
  ...controlSteps<DispatchData>({
    originator: "originator",
    addressee: "addressee",
    opened: [...calm, ...troubled],
    lower: [...calm, ...troubled],
    recall: [...calm, ...troubled],
    attest: troubled,
    refuse: ["recalled"],
    states: [...calm, ...troubled, "destroyed"],
    leads: stateOf,
    // A receipt or an opinion of what its originator has taken back counts for nothing; that it was opened still does.
    recallOver: ["receipt", "opened", "giveFeedback", "close"],
    openedOver: ["close"],
  }),
  giveFeedback,
  correct,
  close,
};

const receiving = [{ name: "receipt", owner: "addressee", usual: { hours: 24 } }] as const;

export const dispatchProcedure: Procedure<DispatchData> = {
  name: "dispatch",
  version: 1,
  rests: "intelligence",
  roles: ["originator", "addressee"],
  states: {
    sent: { deadlines: receiving },
    corrected: { deadlines: receiving },
    receipted: {},
    opened: {
      deadlines: [
        {
          name: "feedback",
          owner: "addressee",
          usual: { days: 30 },
          from: (data, since) => (data.feedback ? undefined : since),
        },
      ],
    },
    closed: { settled: true },
    recalled: { deadlines: [{ name: "destruction", owner: "addressee", usual: { workingDays: 5 } }] },
    destructionRefused: {},
    destroyed: { final: true },
  },
  steps,
  blank: blankDispatch,
  title: ({ sent }) => (sent ? `${sent.reference} · ${sent.subject}` : ""),
};
