// A body for every step that fits the data at hand: for the exhaustive test, and to show what a form holds. The play is
// of relief after a storm; places and functions are invented.

import type { JsonObject } from "../../acts/index.ts";
import type { StepContext } from "../declaration.ts";
import { type InjectRow, type InjectsData, injectsAt } from "./data.ts";
import { beforeRelease, inPlay, type Stage } from "./rows.ts";

export type ExampleContext = Pick<StepContext<InjectsData>, "data" | "side" | "other" | "time" | "digest">;

const numbered = (side: string, rest: string): string => `${side.toLowerCase()}-${rest}`;
const instant = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, "Z");

/** An inject of this side, played to the other. */
export function exampleInject(side: string, input: { readonly number: number; readonly audience: string }): JsonObject {
  const { number, audience } = input;
  return {
    id: numbered(side, `i${number}`),
    incident: numbered(side, "n1"),
    title: `Example inject ${number}`,
    type: "information",
    means: "mail",
    from: "Example relief office",
    to: "Example supply cell",
    audience,
    day: number % 4,
    time: `${String(8 + (number % 10)).padStart(2, "0")}:30`,
    text: "Forty blankets more are asked for.",
    expected: "The request is entered and answered.",
  };
}

/** What an inject hangs from, by this side. */
export function exampleFrame(side: string): JsonObject {
  return {
    objectives: [{ id: numbered(side, "o1"), title: "Hand over relief goods" }],
    events: [{ id: numbered(side, "e1"), objective: numbered(side, "o1"), title: "A storm on the coast" }],
    incidents: [{ id: numbered(side, "n1"), event: numbered(side, "e1"), title: "A road is closed" }],
  };
}

function written({ data, side, other }: ExampleContext): JsonObject {
  const number = Object.values(data.injects).filter((one) => one.by === side).length + 1;
  const injects = [exampleInject(side, { number, audience: other })];
  return data.incidents[numbered(side, "n1")] ? { injects } : { ...exampleFrame(side), injects };
}

function some(
  context: ExampleContext,
  input: { own?: boolean; audience?: true; stages: readonly Stage[] },
): InjectRow[] {
  const { data, side } = context;
  return injectsAt(data, (one) => {
    if (input.own !== undefined && (one.by === side) !== input.own) return false;
    if (input.audience && one.row.audience !== side) return false;
    return input.stages.includes(one.stage);
  }).slice(0, 1);
}

/** What is not on the clock before what is put to another hour. */
const toSchedule = (context: ExampleContext): InjectRow[] => {
  const waiting = some(context, { own: true, stages: ["approved", "held"] });
  return waiting.length > 0 ? waiting : some(context, { own: true, stages: ["scheduled"] });
};

const none = "no-inject";
const names = (rows: readonly InjectRow[]): JsonObject[] =>
  rows.length > 0 ? rows.map((one) => ({ inject: one.row.id })) : [{ inject: none }];
const asRead = (context: ExampleContext, rows: readonly InjectRow[]): JsonObject[] =>
  rows.length > 0
    ? rows.map((one) => ({ inject: one.row.id, base: one.digest }))
    : [{ inject: none, base: context.digest("none") }];
const withEach = (rows: readonly InjectRow[], more: JsonObject): JsonObject[] =>
  names(rows).map((one) => ({ ...one, ...more }));

const version = ({ data, digest }: ExampleContext): JsonObject => ({ version: data.version ?? digest("no version") });

export const examples: Readonly<Record<string, (context: ExampleContext) => JsonObject>> = {
  open: ({ time }) => ({
    exercise: "01890000-0000-7000-8000-00000000ee01",
    titles: { en: "Main events list", fr: "Liste des événements" },
    reference: "MEL-1",
    dDay: new Date(time + 30 * 86_400_000).toISOString().slice(0, 10),
    zone: "Africa/Casablanca",
  }),
  write: written,
  drop: (context) => ({
    rows: [some(context, { own: true, stages: beforeRelease })[0]?.row.id ?? none],
    reason: "Merged with another",
  }),
  review: (context) => ({ injects: asRead(context, some(context, { own: false, stages: ["drafted"] })) }),
  return: (context) => ({
    injects: asRead(context, some(context, { own: false, stages: ["drafted", "reviewed"] })),
    reasons: [{ code: "timing", note: "An hour later" }],
  }),
  approve: (context) => ({ injects: names(some(context, { own: true, stages: ["reviewed"] })) }),
  schedule: (context) => ({
    injects: withEach(toSchedule(context), { real: instant(context.time + 3_600_000) }),
  }),
  skip: (context) => ({
    injects: names(some(context, { own: true, stages: beforeRelease })),
    reason: "No time for it",
  }),
  freeze: version,
  thaw: () => ({ reason: "An inject was left out" }),
  withdraw: () => ({ reason: "The exercise is planned otherwise" }),
  begin: () => ({}),
  release: (context) => ({ injects: names(some(context, { own: true, stages: ["scheduled"] })) }),
  acknowledge: (context) => ({ injects: names(some(context, { audience: true, stages: ["released"] })) }),
  answer: (context) => ({
    injects: withEach(some(context, { audience: true, stages: ["released", "acknowledged"] }), {
      text: "Twenty now, twenty by the evening.",
    }),
  }),
  assess: (context) => ({
    injects: withEach(some(context, { own: true, stages: inPlay }), { result: "met" }),
  }),
  repeat: (context) => ({
    injects: withEach(some(context, { own: true, stages: inPlay }), {
      as: numbered(context.side, `r${Object.keys(context.data.injects).length}`),
      real: instant(context.time + 7_200_000),
    }),
    reason: "The message was not received",
  }),
  hold: (context) => ({
    injects: names(some(context, { stages: ["scheduled"] })),
    reason: "The ambulance is not back",
  }),
  stop: () => ({ cause: "weather", note: "Wind" }),
  resume: ({ data }) => ({ stop: Math.max(1, data.stops.length) }),
  close: version,
};
