// An official channel between one designated service of each side: proposed by one, confirmed by the other, changed by
// both, suspended by either and resumed by whoever suspended it, closed by either for good. Requests, dispatches and
// release requests name it; what it allows is judged where they are (../channel-guard.ts).

import type { PartyCode } from "../../acts/index.ts";
import { type Refusal, refuse } from "../../base/index.ts";
import { type Procedure, type Step, type StepContext, step } from "../declaration.ts";
import type { Dossier } from "../engine/dossier.ts";
import type { Channel } from "../terms.ts";
import { type ChannelTerms, channelSchema, confirmBody, contactBody, reasonBody } from "./bodies.ts";
import { refuseChannel } from "./guards.ts";

export interface ChannelData {
  readonly terms?: ChannelTerms | undefined;
  /** Of the proposal, as its confirmation names it. */
  readonly proposal?: string | undefined;
  /** The sides that have suspended it, in the founding's order; it is open again when there is none. */
  readonly suspendedBy: readonly PartyCode[];
  readonly reason?: string | undefined;
}

type Context = StepContext<ChannelData>;

function refuseOther({ data }: Context, got: string): Refusal | undefined {
  if (got === data.proposal) return undefined;
  return refuse("procedures.channelOtherProposal", { got, expected: data.proposal ?? "none" });
}

/** The ends of the channel move it; another service designated for intelligence is no party to it. */
function refuseStranger({ act, side, data }: Context): Refusal | undefined {
  const own = data.terms?.services[side];
  if (own === act.service) return undefined;
  return refuse("procedures.channelOtherService", { got: act.service, expected: own ?? "none" });
}

const stands = ["open", "suspended"] as const;

const steps = {
  propose: step({
    from: "opening",
    to: "proposed",
    by: "proposer",
    body: channelSchema,
    guard: refuseChannel,
    effect: (context, terms) => ({ ...context.data, terms, proposal: context.digest(context.act.body) }),
  }),
  confirm: step({
    from: ["proposed"],
    to: "open",
    by: "counterpart",
    body: confirmBody,
    guard: (context, { proposal }) =>
      refuseOther(context, proposal) ?? (context.data.terms && refuseChannel(context, context.data.terms)),
    effect: ({ data }) => data,
  }),
  decline: step({
    from: ["proposed"],
    to: "declined",
    by: "counterpart",
    expected: false,
    body: reasonBody,
    effect: ({ data }, { reason }) => ({ ...data, reason }),
  }),
  withdraw: step({
    from: ["proposed"],
    to: "withdrawn",
    by: "proposer",
    expected: false,
    body: reasonBody,
    prevailsOver: ["confirm", "decline"],
    effect: ({ data }, { reason }) => ({ ...data, reason }),
  }),
  change: step({
    from: stands,
    to: "same",
    by: "both",
    expected: false,
    body: channelSchema,
    guard: refuseChannel,
    effect: ({ data }, terms) => ({ ...data, terms }),
  }),
  changeContact: step({
    from: stands,
    to: "same",
    by: "either",
    expected: false,
    body: contactBody,
    guard: refuseStranger,
    effect: ({ data, side }, { contact }) => {
      const { terms } = data;
      return terms ? { ...data, terms: { ...terms, contacts: { ...terms.contacts, [side]: contact } } } : data;
    },
  }),
  suspend: step({
    from: stands,
    to: "suspended",
    by: "either",
    expected: false,
    body: reasonBody,
    guard: ({ data, side }) =>
      data.suspendedBy.includes(side) ? refuse("procedures.channelSuspended", { side }) : undefined,
    effect: ({ data, side, terms }, { reason }) => ({
      ...data,
      reason,
      suspendedBy: terms.parties.filter((party) => party === side || data.suspendedBy.includes(party)),
    }),
  }),
  resume: step({
    from: ["suspended"],
    to: stands,
    by: "either",
    body: reasonBody,
    guard: ({ data, side }) =>
      data.suspendedBy.includes(side)
        ? undefined
        : refuse("procedures.channelNotSuspended", { side, by: [...data.suspendedBy] }),
    effect: ({ data, side }, { reason }) => ({
      ...data,
      reason,
      suspendedBy: data.suspendedBy.filter((party) => party !== side),
    }),
    leads: ({ suspendedBy }) => (suspendedBy.length > 0 ? "suspended" : "open"),
    waits: ({ suspendedBy }, side) => suspendedBy.includes(side),
  }),
  close: step({
    from: stands,
    to: "closed",
    by: "either",
    expected: false,
    body: reasonBody,
    prevailsOver: ["change", "changeContact", "suspend", "resume"],
    effect: ({ data }, { reason }) => ({ ...data, reason }),
  }),
} satisfies Readonly<Record<string, Step<ChannelData>>>;

export type ChannelStep = keyof typeof steps;

export const channelProcedure: Procedure<ChannelData> = {
  name: "channel",
  version: 1,
  rests: "intelligence",
  roles: ["proposer", "counterpart"],
  states: {
    proposed: { deadlines: [{ name: "confirmation", owner: "counterpart", usual: { workingDays: 10 } }] },
    open: {},
    suspended: {},
    closed: { final: true },
    declined: { final: true },
    withdrawn: { final: true },
  },
  steps,
  blank: () => ({ suspendedBy: [] }),
  title: ({ terms }) => terms?.title ?? "",
};

/** The channel as the terms hold it; undefined while it has never been open. */
export function channelOf({ id, state, data }: Dossier<ChannelData>): Channel | undefined {
  if (!data.terms || (state !== "open" && state !== "suspended" && state !== "closed")) return undefined;
  const { services, articles, cap, releasableTo } = data.terms;
  return { dossier: id, state, services, articles, cap, releasableTo };
}
