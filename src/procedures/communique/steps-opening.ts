// How a communiqué begins: a joint text is proposed and accepted, a side's own is announced, or what was said already
// is told.

import { type Step, step } from "../declaration.ts";
import {
  acceptBody,
  changeNoticeBody,
  declineBody,
  type Hour,
  notifyBody,
  observeBody,
  proposeBody,
  reasonBody,
  recordBody,
} from "./bodies.ts";
import { type CommuniqueData, withDigests } from "./data.ts";
import { type CommuniqueContext, guardHour, guardLanguages, guardName } from "./guards.ts";

const inMs = (hour: Hour): Hour & { readonly ms: number } => ({ ...hour, ms: Date.parse(hour.at) });

type Start = {
  readonly titles: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  readonly reference: string;
  readonly contact?: CommuniqueData["contacts"][keyof CommuniqueData["contacts"]] | undefined;
};

function started({ data, side }: CommuniqueContext, { titles, languages, reference, contact }: Start): CommuniqueData {
  return {
    ...data,
    issuer: side,
    titles,
    languages: [...languages].sort(),
    references: { [side]: reference },
    contacts: contact ? { [side]: contact } : {},
  };
}

const propose = step<CommuniqueData, typeof proposeBody>({
  from: "opening",
  to: "proposed",
  by: "proposer",
  body: proposeBody,
  guard: (context, { languages }) => guardLanguages(context, languages),
  effect: (context, body) => ({ ...started(context, body), kind: "joint" }),
});

const notify = step<CommuniqueData, typeof notifyBody>({
  from: "opening",
  to: "noticed",
  by: "proposer",
  body: notifyBody,
  guard: (context, { languages, intended }) => guardLanguages(context, languages) ?? guardHour(context, intended),
  effect: (context, body) => ({ ...started(context, body), kind: "unilateral", intended: inMs(body.intended) }),
});

const record = step<CommuniqueData, typeof recordBody>({
  from: "opening",
  to: "issued",
  by: "proposer",
  body: recordBody,
  guard: (context, { versions, speaker }) =>
    guardLanguages(
      context,
      versions.map((one) => one.language),
    ) ?? guardName(speaker),
  effect(context, { titles, reference, versions, medium, source, speaker, on, address }) {
    const languages = versions.map((one) => one.language);
    const data: CommuniqueData = {
      ...started(context, { titles, languages, reference }),
      kind: "recorded",
      said: {
        medium,
        on,
        ...(source === undefined ? {} : { source }),
        ...(speaker ? { speaker } : {}),
        ...(address === undefined ? {} : { address }),
      },
      versions: [...versions]
        .sort((a, b) => (a.language < b.language ? -1 : 1))
        .map((version) => ({ version, by: context.side, digest: "" })),
    };
    return withDigests(data, context.digest);
  },
});

const accept = step<CommuniqueData, typeof acceptBody>({
  from: ["proposed"],
  to: "drafting",
  by: "partner",
  body: acceptBody,
  effect: ({ data, side }, { reference, contact }) => ({
    ...data,
    references: { ...data.references, [side]: reference },
    contacts: contact ? { ...data.contacts, [side]: contact } : data.contacts,
  }),
});

const decline = step<CommuniqueData, typeof declineBody>({
  from: ["proposed"],
  to: "declined",
  by: "partner",
  body: declineBody,
});

/** Before it is out, either side can step back from a joint text; its own is its author's to give up. */
const withdraw = step<CommuniqueData, typeof reasonBody>({
  from: ["proposed", "drafting", "clearing", "cleared", "scheduled"],
  to: "withdrawn",
  by: "either",
  expected: false,
  body: reasonBody,
  prevailsOver: ["accept", "freeze", "clearVersion", "schedule", "reopen", "hold"],
});

const giveUp = step<CommuniqueData, typeof reasonBody>({
  from: ["noticed"],
  to: "withdrawn",
  by: "proposer",
  expected: false,
  body: reasonBody,
});

const changeNotice = step<CommuniqueData, typeof changeNoticeBody>({
  from: ["noticed"],
  to: "same",
  by: "proposer",
  expected: false,
  body: changeNoticeBody,
  guard: (context, { intended }) => guardHour(context, intended),
  effect: ({ data }, { intended }) => ({ ...data, intended: inMs(intended) }),
});

/** No veto: what the other side says of a text that is not its own is kept beside it. */
const observe = step<CommuniqueData, typeof observeBody>({
  from: ["noticed", "issued"],
  to: "same",
  by: "partner",
  body: observeBody,
  effect: ({ data, side, time }, { reasons }) => ({
    ...data,
    observations: [...data.observations, { by: side, at: time, reasons }],
  }),
  waits: (data) => data.observations.length === 0,
});

export const openingSteps: Readonly<Record<string, Step<CommuniqueData>>> = {
  propose,
  notify,
  record,
  accept,
  decline,
  withdraw,
  giveUp,
  changeNotice,
  observe,
};
