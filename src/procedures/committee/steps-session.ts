// The session, its minutes, and what comes of them: decisions in each language, adopted by both co-chairs on the day,
// and actions followed to their owners and dates.

import { isRefusal } from "../../base/index.ts";
import { endOfDay } from "../calendar.ts";
import { type Step, step } from "../declaration.ts";
import { adoptBody, answerBody, closeBody, draftBody, extensionBody, noteBody, reportBody } from "./bodies.ts";
import { type CommitteeData, type TrackedAction, versionsOf } from "./data.ts";
import {
  actionFor,
  type CommitteeContext,
  guardAdoption,
  guardAsked,
  guardBegun,
  guardCarried,
  guardLater,
  guardMinutes,
} from "./guards.ts";

const openSession = step<CommitteeData, typeof noteBody>({
  from: ["agendaFrozen"],
  to: "inSession",
  by: "host",
  body: noteBody,
  guard: (context) => guardBegun(context),
});

/** Rapporteurs of either side write the minutes, item by item; each names the text it takes the place of. */
const draftMinutes = step<CommitteeData, typeof draftBody>({
  from: ["inSession", "drafting"],
  to: "same",
  by: "either",
  expected: false,
  body: draftBody,
  prevailsOver: ["adoptMinutes"],
  guard: (context, given) => guardMinutes(context, given),
  effect({ data, side, digest }, { minutes }) {
    const others = data.minutes.filter((one) => one.minutes.item !== minutes.item);
    const all = [...others, { minutes, by: side, digest: digest(minutes) }];
    const after = { ...data, minutes: all.sort((a, b) => (a.minutes.item < b.minutes.item ? -1 : 1)) };
    return { ...after, versions: versionsOf(after, digest) };
  },
});

const endSession = step<CommitteeData, typeof noteBody>({
  from: ["inSession"],
  to: "drafting",
  by: "host",
  body: noteBody,
});

const adoptMinutes = step<CommitteeData, typeof adoptBody>({
  from: ["drafting"],
  to: "tracking",
  by: "both",
  grave: true,
  body: adoptBody,
  guard: (context, { versions }) => guardAdoption(context, versions),
  effect: ({ data, time }, { versions }) => ({ ...data, adopted: { versions, at: time }, actions: actionsOf(data) }),
});

function actionsOf(data: CommitteeData): readonly TrackedAction[] {
  const zone = data.dates?.zone ?? "UTC";
  return data.minutes.flatMap(({ minutes }) =>
    minutes.actions.map((one) => ({
      ...one,
      item: minutes.item,
      progress: "open" as const,
      dueAt: endOf(zone, one.due),
    })),
  );
}

function endOf(zone: string, day: string): number {
  return endOfDay(zone, day);
}

const ownAction = (context: CommitteeContext, action: string) => {
  const found = actionFor(context, { id: action, of: "own" });
  return isRefusal(found) ? found : undefined;
};

function withAction(
  data: CommitteeData,
  input: { readonly id: string; readonly to: Partial<TrackedAction> },
): CommitteeData {
  return { ...data, actions: data.actions.map((one) => (one.id === input.id ? { ...one, ...input.to } : one)) };
}

/** The owner tells how far an action has come; whose is still open has the turn. */
const reportAction = step<CommitteeData, typeof reportBody>({
  from: ["tracking"],
  to: "same",
  by: "either",
  body: reportBody,
  prevailsOver: ["close"],
  guard: (context, { action }) => ownAction(context, action),
  effect: ({ data }, { action, progress, note, dossier }) =>
    withAction(data, { id: action, to: { progress, note, dossier } }),
  waits: (data, side) => data.actions.some((one) => one.owner === side && one.progress !== "done"),
});

const askExtension = step<CommitteeData, typeof extensionBody>({
  from: ["tracking"],
  to: "same",
  by: "either",
  expected: false,
  body: extensionBody,
  guard: (context, { action, due }) => ownAction(context, action) ?? guardLater(context, { action, due }),
  effect: ({ data }, { action, due }) => withAction(data, { id: action, to: { asked: due } }),
});

const answerExtension = step<CommitteeData, typeof answerBody>({
  from: ["tracking"],
  to: "same",
  by: "either",
  body: answerBody,
  guard(context, { action }) {
    const found = actionFor(context, { id: action, of: "other" });
    if (isRefusal(found)) return found;
    return guardAsked(found);
  },
  effect({ data }, { action, granted }) {
    const due = data.actions.find((one) => one.id === action)?.asked;
    const zone = data.dates?.zone ?? "UTC";
    const later = granted && due !== undefined ? { due, dueAt: endOf(zone, due) } : {};
    return withAction(data, { id: action, to: { ...later, asked: undefined } });
  },
  waits: (data, side) => data.actions.some((one) => one.owner !== side && one.asked !== undefined),
});

const close = step<CommitteeData, typeof closeBody>({
  from: ["tracking"],
  to: "closed",
  by: "both",
  body: closeBody,
  guard: (context, { carried }) => guardCarried(context, carried),
  agree: ({ carried }) => [...carried].sort(),
  effect: ({ data }, { carried }) => ({ ...data, carried: [...carried].sort() }),
  waits: (data) => data.actions.every((one) => one.progress === "done"),
});

export const sessionSteps: Readonly<Record<string, Step<CommitteeData>>> = {
  openSession,
  draftMinutes,
  endSession,
  adoptMinutes,
  reportAction,
  askExtension,
  answerExtension,
  close,
};
