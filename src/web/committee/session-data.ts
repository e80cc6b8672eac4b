// What the page reads of a session's data, as its own node tells them, and what follows from them: the minutes of each
// item, and how each action stands on its day.

import { Fault, z } from "../../base/index.ts";

const text = z.string();
const names = z.record(text, text);

const dates = z.looseObject({ from: text, until: text, zone: text });
const member = z.looseObject({ function: names, name: text.optional() });

const agendaItem = z.looseObject({
  by: text,
  item: z.looseObject({
    id: text,
    titles: names,
    kind: text,
    domain: text.optional(),
    dossiers: z.array(text).optional(),
  }),
});

const itemMinutes = z.looseObject({
  by: text,
  minutes: z.looseObject({
    item: text,
    summary: names.optional(),
    decisions: z.array(z.looseObject({ id: text, texts: names })),
    actions: z.array(z.looseObject({ id: text, titles: names })),
  }),
});

const action = z.looseObject({
  id: text,
  titles: names,
  owner: text,
  body: text.optional(),
  due: text,
  item: text,
  progress: z.enum(["open", "begun", "done"]),
  dueAt: z.number(),
  note: text.optional(),
  dossier: text.optional(),
  asked: text.optional(),
});

const sessionData = z.looseObject({
  host: text.optional(),
  session: z.number(),
  titles: names,
  reference: text.optional(),
  venue: z.looseObject({ city: text, name: text.optional() }).optional(),
  languages: z.array(text),
  proposal: dates.extend({ by: text }).optional(),
  dates: dates.optional(),
  delegations: z.record(text, z.array(member)),
  agenda: z.array(agendaItem),
  minutes: z.array(itemMinutes),
  versions: names,
  adopted: z.looseObject({ versions: names, at: z.number() }).optional(),
  actions: z.array(action),
  carried: z.array(text),
});

export type SessionShown = z.output<typeof sessionData>;
export type ActionShown = z.output<typeof action>;
export type MinutesShown = z.output<typeof itemMinutes>["minutes"];

/** Throws a Fault for data that are no session's. */
export function parseSession(data: unknown): SessionShown {
  const read = sessionData.safeParse(data);
  if (read.success) return read.data;
  throw new Fault("web.badAnswer", `The dossier is no session of a committee: ${read.error.issues[0]?.message ?? ""}`);
}

export function minutesOf(data: SessionShown, item: string): MinutesShown | undefined {
  return data.minutes.find((one) => one.minutes.item === item)?.minutes;
}

/** How an action stands: what its owner reports, that its day has passed, or that it went over to the next session. */
export type Standing = ActionShown["progress"] | "late" | "carried";

/** `now`: this moment of the node's clock, milliseconds since 1970. */
export function standingOf(
  data: SessionShown,
  input: { readonly action: ActionShown; readonly now: number },
): Standing {
  const { action, now } = input;
  if (action.progress === "done") return "done";
  if (data.carried.includes(action.id)) return "carried";
  return action.dueAt < now ? "late" : action.progress;
}

const weight: Readonly<Record<Standing, number>> = { late: 0, open: 1, begun: 1, carried: 2, done: 3 };

/** What is late first, then by day; what is done last. */
export function trackedActions(
  data: SessionShown,
  now: number,
): readonly { action: ActionShown; standing: Standing }[] {
  return data.actions
    .map((one) => ({ action: one, standing: standingOf(data, { action: one, now }) }))
    .toSorted((a, b) => weight[a.standing] - weight[b.standing] || a.action.dueAt - b.action.dueAt);
}
