// A body for every step that fits the data at hand: for the exhaustive test, and to show what a form holds. Functions,
// places and references are invented; every line is marked as written for a demonstration.

import type { JsonObject, PartyCode } from "../../acts/index.ts";
import type { Terms } from "../terms.ts";
import { type ProgrammeData, versionDigest } from "./data.ts";
import { clashesOf } from "./slack.ts";

export interface ExampleContext {
  readonly data: ProgrammeData;
  readonly roles: Readonly<Record<string, PartyCode>>;
  readonly terms: Terms;
  digest(value: unknown): string;
}

// Far enough ahead for every deadline, whatever the clock of the test.
const dates = { from: "2031-03-03", until: "2031-03-04", zone: "Africa/Casablanca" };

const proposed = ({ data }: ExampleContext): JsonObject => {
  if (!data.proposal) return dates;
  const { from, until, zone } = data.proposal;
  return { from, until, zone };
};
const base = ({ data, digest }: ExampleContext): string => versionDigest(data) ?? digest("no version");
const firstDay = ({ data }: ExampleContext): { date: string; zone: string } => ({
  date: data.dates?.from ?? dates.from,
  zone: data.dates?.zone ?? dates.zone,
});

function programme(context: ExampleContext): JsonObject {
  const line = { confirmed: true, source: "demonstration" };
  const start = firstDay(context);
  return {
    engagements: [
      {
        ...line,
        id: "talks",
        titles: { en: "Talks between the delegations", fr: "Entretien entre les délégations" },
        start: { ...start, time: "10:00" },
        minutes: 60,
        venue: { name: "Example ministry", city: "Rabat", gate: "Main gate", room: "Hall 1" },
        host: "Head of the host's delegation",
        format: "plenary",
        press: "spray",
      },
      {
        ...line,
        id: "tour",
        titles: { en: "Tour of the example site" },
        start: { ...start, time: "12:00" },
        minutes: 45,
        venue: { name: "Example site", city: "Salé" },
        movement: { from: "Rabat", to: "Salé", minutes: 25, convoy: "Convoy 1" },
        format: "tour",
        press: "none",
      },
    ],
  };
}

/** The agreement on the latest version, with the clashes it has. */
function agreement(context: ExampleContext): JsonObject {
  const acknowledged = clashesOf(context.data.engagements).map(({ from, to }) => ({ from, to }));
  return { version: base(context), acknowledged };
}

function change(context: ExampleContext): JsonObject {
  const { data } = context;
  const first = data.engagements[0]?.id ?? "talks";
  return {
    base: base(context),
    changes: [{ kind: "set", engagement: first, set: { dress: `Business suit, version ${data.versions.length + 1}` } }],
    reason: "The dress was not given",
  };
}

const openRequest = ({ data }: ExampleContext): number =>
  data.requests.find((one) => one.answer === undefined)?.number ?? 1;

const delegation = { members: [{ function: { en: "Minister" } }, { function: { en: "Military adviser" } }] };

export const examples: Readonly<Record<string, (context: ExampleContext) => JsonObject>> = {
  invite: () => ({
    titles: { en: "Visit of the minister", fr: "Visite du ministre" },
    reference: "INV-2031-04",
    visitor: "Minister of the visiting side",
    host: "Minister of the host",
    dates,
  }),
  accept: () => ({ reference: "ACC-88" }),
  decline: () => ({ reason: "Another engagement" }),
  proposeDates: () => ({ ...dates, until: "2031-03-05" }),
  acceptDates: proposed,
  confirmDates: proposed,
  cancel: () => ({ reason: "Postponed to another year" }),
  tableDelegation: () => delegation,
  reviseDelegation: () => ({ members: [...delegation.members, { function: { en: "Interpreter" } }] }),
  deliver: ({ digest }) => ({ item: "photos", details: digest("photographs"), count: 2 }),
  tableProgramme: programme,
  changeEngagement: change,
  requestChange: change,
  declineRequest: (context) => ({ request: openRequest(context), reason: "The hall is taken" }),
  proposeAdvanceVisit: () => ({
    from: "2031-02-17",
    until: "2031-02-18",
    places: ["Example site"],
    functions: ["Head of protocol", "Security officer"],
  }),
  answerAdvanceVisit: () => ({ accepted: true }),
  submitProgramme: () => ({}),
  agreeProgramme: agreement,
  freeze: agreement,
  changeFrozen: (context) => ({
    ...change(context),
    acknowledged: clashesOf(context.data.engagements).map(({ from, to }) => ({ from, to })),
  }),
  acceptChange: ({ data, digest }) => ({ version: data.pending?.digest ?? digest("no change") }),
  declineChange: () => ({ reason: "The principal prefers it as it is" }),
  moveEngagement: ({ data }) => ({
    engagement: data.engagements[0]?.id ?? "talks",
    minutes: 50,
    reason: "The arrival was late",
  }),
  takeNote: ({ data }) => ({ upTo: Math.max(1, data.moves.count) }),
  record: () => ({ kind: "thanks", text: { en: "With thanks for the reception" } }),
  close: () => ({}),
};
