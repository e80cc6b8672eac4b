// From the proposal of a session to its frozen agenda.

import { endOfDay, startOfDay } from "../calendar.ts";
import { type Step, step } from "../declaration.ts";
import {
  addItemBody,
  changeItemBody,
  type Dates,
  datesBody,
  delegationBody,
  dropItemBody,
  freezeBody,
  type Item,
  proposeBody,
  reasonBody,
} from "./bodies.ts";
import { type AgendaItem, agendaDigest, type CommitteeData } from "./data.ts";
import {
  type CommitteeContext,
  guardAnswer,
  guardDates,
  guardFreeze,
  guardLanguages,
  guardNames,
  guardNewItem,
  guardOwnItem,
} from "./guards.ts";
import { beforeSession } from "./states.ts";

const propose = step<CommitteeData, typeof proposeBody>({
  from: "opening",
  to: "proposed",
  by: "host",
  body: proposeBody,
  guard: (context, { dates, languages }) => guardDates(dates) ?? guardLanguages(context, languages),
  effect: ({ data, side }, { dates, ...body }) => ({ ...data, ...body, host: side, proposal: { ...dates, by: side } }),
});

const proposeDates = step<CommitteeData, typeof datesBody>({
  from: beforeSession,
  to: ["proposed", "counterProposed"],
  by: "either",
  expected: false,
  body: datesBody,
  prevailsOver: ["freezeAgenda"],
  guard: (_context, dates) => guardDates(dates),
  effect: ({ data, side }, dates) => ({ ...data, proposal: { ...dates, by: side } }),
  leads: (_data, _body, { side, data }) => (side === data.host ? "proposed" : "counterProposed"),
});

/** Two steps and not one, because at any time only one side can answer. */
const answer = {
  body: datesBody,
  to: "agendaOpen",
  guard: guardAnswer,
  effect: ({ data }: CommitteeContext, { from, until, zone }: Dates): CommitteeData => ({
    ...data,
    proposal: undefined,
    dates: {
      from,
      until,
      zone,
      opensAt: startOfDay(zone, Temporal.PlainDate.from(from)),
      endsAt: endOfDay(zone, until),
    },
  }),
} as const;

const acceptDates = step<CommitteeData, typeof datesBody>({ ...answer, from: ["proposed"], by: "guest" });
const confirmDates = step<CommitteeData, typeof datesBody>({ ...answer, from: ["counterProposed"], by: "host" });

const nameDelegation = step<CommitteeData, typeof delegationBody>({
  from: ["agendaOpen", "agendaFrozen", "inSession"],
  to: "same",
  by: "either",
  expected: false,
  body: delegationBody,
  guard: (_context, body) => guardNames(body),
  effect: ({ data, side }, { members }) => ({ ...data, delegations: { ...data.delegations, [side]: members } }),
});

/** A new text takes away what was agreed about the one before, in whatever order the two arrive. */
const writing = {
  from: ["agendaOpen"],
  to: "same",
  by: "either",
  expected: false,
  prevailsOver: ["freezeAgenda"],
} as const;

const addItem = step<CommitteeData, typeof addItemBody>({
  ...writing,
  body: addItemBody,
  guard: (context, { item }) => guardNewItem(context, item),
  effect: (context, { item }) => withItem(context, item),
});

const changeItem = step<CommitteeData, typeof changeItemBody>({
  ...writing,
  body: changeItemBody,
  guard: (context, { item, base }) => guardOwnItem(context, { id: item.id, base }),
  effect: (context, { item }) => withItem(context, item),
});

const dropItem = step<CommitteeData, typeof dropItemBody>({
  ...writing,
  body: dropItemBody,
  guard: (context, { item }) => guardOwnItem(context, { id: item }),
  effect: (context, { item }) =>
    withAgenda(
      context,
      context.data.agenda.filter((one) => one.item.id !== item),
    ),
});

/** In the order of their ids, whoever brought them in and whenever. */
function withItem(context: CommitteeContext, item: Item): CommitteeData {
  const { data, side, digest } = context;
  const others = data.agenda.filter((one) => one.item.id !== item.id);
  const agenda = [...others, { item, by: side, digest: digest(item) }];
  return withAgenda(
    context,
    agenda.sort((a, b) => (a.item.id < b.item.id ? -1 : 1)),
  );
}

function withAgenda({ data, digest }: CommitteeContext, agenda: readonly AgendaItem[]): CommitteeData {
  const after = { ...data, agenda };
  return { ...after, agendaVersion: agendaDigest(after, digest) };
}

const freezeAgenda = step<CommitteeData, typeof freezeBody>({
  from: ["agendaOpen"],
  to: "agendaFrozen",
  by: "both",
  body: freezeBody,
  guard: (context, given) => guardFreeze(context, given),
  effect: ({ data }, { items }) => ({
    ...data,
    agenda: items.flatMap((id) => data.agenda.filter((one) => one.item.id === id)),
  }),
});

const reopenAgenda = step<CommitteeData, typeof reasonBody>({
  from: ["agendaFrozen"],
  to: "agendaOpen",
  by: "either",
  expected: false,
  body: reasonBody,
  prevailsOver: ["openSession"],
});

const cancel = step<CommitteeData, typeof reasonBody>({
  from: beforeSession,
  to: "cancelled",
  by: "either",
  expected: false,
  body: reasonBody,
  prevailsOver: [
    "proposeDates",
    "acceptDates",
    "confirmDates",
    "nameDelegation",
    "addItem",
    "changeItem",
    "dropItem",
    "freezeAgenda",
    "reopenAgenda",
    "openSession",
  ],
});

export const callingSteps: Readonly<Record<string, Step<CommitteeData>>> = {
  propose,
  proposeDates,
  acceptDates,
  confirmDates,
  nameDelegation,
  addItem,
  changeItem,
  dropItem,
  freezeAgenda,
  reopenAgenda,
  cancel,
};
