// A body for every step that fits the data at hand: for the exhaustive test, and to show what a form holds. Functions,
// places and references are invented.

import type { JsonObject } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import { type CommitteeData, openActions } from "./data.ts";

export type ExampleContext = Pick<StepContext<CommitteeData>, "data" | "side" | "other" | "time" | "digest">;

const dayAfter = (time: number, days: number): string => new Date(time + days * 86_400_000).toISOString().slice(0, 10);

const datesFrom = ({ time }: ExampleContext, days: number): JsonObject => ({
  from: dayAfter(time, days),
  until: dayAfter(time, days + 1),
  zone: "Africa/Casablanca",
});

const proposed = (context: ExampleContext): JsonObject => {
  const { proposal } = context.data;
  return proposal ? { from: proposal.from, until: proposal.until, zone: proposal.zone } : datesFrom(context, 0);
};

const own = ({ data, side }: ExampleContext) => data.agenda.find((one) => one.by === side);
const numbered = (side: string, count: number): string => `${side.toLowerCase()}-${String(count).padStart(2, "0")}`;

function newItem({ data, side }: ExampleContext): JsonObject {
  const count = data.agenda.filter((one) => one.by === side).length + 1;
  return {
    id: numbered(side, count),
    titles: { en: `Example item ${count}`, fr: `Point d’exemple ${count}` },
    kind: "discussion",
    domain: "training",
  };
}

function agenda({ data, digest }: ExampleContext): JsonObject {
  const items = data.agenda.map((one) => one.item.id);
  return { items, agenda: data.agendaVersion ?? digest("no agenda") };
}

function minutes(context: ExampleContext): JsonObject {
  const { data, side, time } = context;
  const item = data.agenda[0]?.item.id ?? "none";
  const found = data.minutes.find((one) => one.minutes.item === item);
  const texts = (text: string): JsonObject => Object.fromEntries(data.languages.map((one) => [one, text]));
  const count = data.minutes.length + (found ? found.minutes.decisions.length : 0);
  return {
    ...(found ? { base: found.digest } : {}),
    minutes: {
      item,
      summary: texts(`Both sides took note, reading ${count + 1}`),
      decisions: [{ id: `${item}-d1`, texts: texts("To meet again") }],
      actions: [
        { id: `${item}-a1`, titles: texts("Send a list"), owner: side, due: dayAfter(time, 30) },
        { id: `${item}-a2`, titles: texts("Send another list"), owner: context.other, due: dayAfter(time, 40) },
      ],
    },
  };
}

const actionOf = ({ data, side }: ExampleContext, of: "own" | "other") =>
  openActions(data).find((one) => (one.owner === side) === (of === "own"));

export const examples: Readonly<Record<string, (context: ExampleContext) => JsonObject>> = {
  propose: (context) => ({
    session: 1,
    titles: { en: "Joint committee", fr: "Comité mixte" },
    reference: "JC-1",
    venue: { city: "Rabat", name: "Example hall" },
    dates: datesFrom(context, 0),
    languages: ["en", "fr"],
  }),
  proposeDates: (context) => datesFrom(context, 0),
  acceptDates: proposed,
  confirmDates: proposed,
  nameDelegation: () => ({ members: [{ function: { en: "Co-chair" } }, { function: { en: "Rapporteur" } }] }),
  addItem: (context) => ({ item: newItem(context) }),
  changeItem: (context) => {
    const found = own(context);
    const item: JsonObject = found
      ? { id: found.item.id, titles: { ...found.item.titles }, kind: "decision" }
      : newItem(context);
    return { item, base: found?.digest ?? context.digest("no item"), reason: "A decision is needed" };
  },
  dropItem: (context) => ({ item: own(context)?.item.id ?? "none", reason: "Dealt with by letter" }),
  freezeAgenda: agenda,
  reopenAgenda: () => ({ reason: "An item was left out" }),
  cancel: () => ({ reason: "Put off to another year" }),
  openSession: () => ({}),
  draftMinutes: minutes,
  endSession: () => ({}),
  adoptMinutes: ({ data, digest }) => ({
    versions: Object.keys(data.versions).length > 0 ? { ...data.versions } : { en: digest("no minutes") },
  }),
  reportAction: (context) => ({ action: actionOf(context, "own")?.id ?? "none", progress: "done", note: "Sent" }),
  askExtension: (context) => ({
    action: actionOf(context, "own")?.id ?? "none",
    due: dayAfter(context.time, 90),
    reason: "The list is not complete",
  }),
  answerExtension: ({ data, side }) => ({
    action: data.actions.find((one) => one.owner !== side && one.asked !== undefined)?.id ?? "none",
    granted: true,
  }),
  close: ({ data }) => ({ carried: openActions(data).map((one) => one.id) }),
};
