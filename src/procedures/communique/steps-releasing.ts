// Clearances, the hour, and the release: nothing is out before both have cleared the same words in each language and
// each passage is cleared by the side whose words it is. After it is out there is only correction and a kill notice.

import type { PartyCode } from "../../acts/index.ts";
import { type Step, type StepContext, step } from "../declaration.ts";
import {
  breachBody,
  clearPassageBody,
  clearVersionBody,
  correctBody,
  reasonBody,
  releaseBody,
  scheduleBody,
} from "./bodies.ts";
import { type CommuniqueData, isCleared, releasedAt, withDigests } from "./data.ts";
import {
  guardAuthor,
  guardBreach,
  guardClearance,
  guardConcordance,
  guardCorrection,
  guardDigests,
  guardHour,
  guardOwnWords,
  guardRelease,
  guardUncleared,
} from "./guards.ts";

type Context = StepContext<CommuniqueData>;

const clearPassage = step<CommuniqueData, typeof clearPassageBody>({
  from: ["drafting", "clearing", "noticed"],
  to: ["same", "cleared"],
  by: "either",
  expected: false,
  body: clearPassageBody,
  guard: guardOwnWords,
  effect: ({ data, time }, { passage }) => ({
    ...data,
    passages: data.passages.map((one) => (one.passage.id === passage ? { ...one, clearedAt: time } : one)),
  }),
  leads: (data, _body, { terms }) => (isCleared(data, terms.parties) ? "cleared" : "same"),
});

const clearVersion = step<CommuniqueData, typeof clearVersionBody>({
  from: ["clearing"],
  to: ["same", "cleared"],
  by: "either",
  grave: true,
  body: clearVersionBody,
  guard: guardClearance,
  effect: ({ data, side }, { language, digest }) => ({
    ...data,
    clearances: { ...data.clearances, [language]: { ...data.clearances[language], [side]: digest } },
  }),
  leads: (data, _body, { terms }) => (isCleared(data, terms.parties) ? "cleared" : "same"),
  waits: (data, side) =>
    data.versions.some(({ version, digest }) => clearanceOf(data, { language: version.language, side }) !== digest),
});

function clearanceOf(
  data: CommuniqueData,
  { language, side }: { readonly language: string; readonly side: PartyCode },
): string | undefined {
  return data.clearances[language]?.[side];
}

/** Grave because what is simultaneous needs no further act: at the hour it is out. */
const schedule = step<CommuniqueData, typeof scheduleBody>({
  from: ["cleared"],
  to: "scheduled",
  by: "both",
  grave: true,
  body: scheduleBody,
  guard: (context, { embargo }) => guardHour(context, embargo),
  effect: ({ data }, { embargo, simultaneous }) => ({
    ...data,
    embargo: embargo && { ...embargo, ms: Date.parse(embargo.at) },
    simultaneous,
  }),
});

/** Until it is out, either side can pull it back; the clearances stay. */
const hold = step<CommuniqueData, typeof reasonBody>({
  from: ["scheduled"],
  to: "cleared",
  by: "either",
  expected: false,
  body: reasonBody,
  effect: ({ data }) => ({ ...data, embargo: undefined, simultaneous: false, breach: undefined }),
});

/** A release that was made was made: it prevails over what would have stopped it; only a kill notice can follow. */
const release = step<CommuniqueData, typeof releaseBody>({
  from: ["scheduled", "releasedByOne"],
  to: ["releasedByOne", "released"],
  by: "either",
  grave: true,
  body: releaseBody,
  prevailsOver: ["hold", "withdraw"],
  guard: (context, { versions }) => guardRelease(context) ?? guardDigests(context, versions),
  effect: ({ data, side, time }, { address }) => ({
    ...data,
    released: { ...data.released, [side]: { at: time, ...(address === undefined ? {} : { address }) } },
  }),
  leads: (data, _body, { terms }) =>
    terms.parties.every((side) => data.released[side]) ? "released" : "releasedByOne",
  waits: (data, side) => data.released[side] === undefined && !data.simultaneous,
});

/** An early text elsewhere frees at once whoever did not let it out. */
const reportBreach = step<CommuniqueData, typeof breachBody>({
  from: ["scheduled", "releasedByOne"],
  to: "same",
  by: "either",
  expected: false,
  body: breachBody,
  prevailsOver: ["hold"],
  guard: guardBreach,
  effect: ({ data, side }, { of, at, address }) => ({
    ...data,
    breach: { at, address, by: side, ...(of === undefined ? {} : { of }) },
  }),
});

const issue = step<CommuniqueData, typeof releaseBody>({
  from: ["noticed"],
  to: "issued",
  by: "proposer",
  grave: true,
  body: releaseBody,
  guard: (context, { versions }) =>
    guardIntended(context) ??
    guardConcordance(context.data) ??
    guardDigests(context, versions) ??
    guardUncleared(context.data),
  effect: ({ data, side, time }, { address }) => ({
    ...data,
    released: { [side]: { at: time, ...(address === undefined ? {} : { address }) } },
  }),
});

/** Not before the hour that was announced; the notice can be changed. */
function guardIntended(context: Context) {
  const { intended } = context.data;
  return guardRelease({ ...context, data: { ...context.data, embargo: intended } });
}

const corrected = {
  body: correctBody,
  to: "same",
  grave: true,
  expected: false,
  guard: (context: Context, body: Parameters<typeof guardCorrection>[1]) =>
    guardAuthor(context) ?? guardCorrection(context, body),
  effect(
    context: Context,
    { version, notice }: { version: CommuniqueData["versions"][number]["version"]; notice: Record<string, string> },
  ): CommuniqueData {
    const { side, time, digest } = context;
    const data = settledAt(context);
    const versions = data.versions.map((one) =>
      one.version.language === version.language ? { version, by: side, digest: "" } : one,
    );
    const corrections = [...data.corrections, { language: version.language, notice, by: side, at: time }];
    return withDigests({ ...data, versions, corrections }, digest);
  },
} as const;

/** What both have released is both's to correct; one side's own is that side's. */
const correct = step<CommuniqueData, typeof correctBody>({ ...corrected, from: ["released"], by: "both" });
const correctOwn = step<CommuniqueData, typeof correctBody>({ ...corrected, from: ["issued"], by: "proposer" });

/** At once and by one side alone: nobody is to go on using what one of the two disowns. */
const kill = step<CommuniqueData, typeof reasonBody>({
  from: ["releasedByOne", "released", "issued"],
  to: "killed",
  by: "either",
  grave: true,
  expected: false,
  body: reasonBody,
  prevailsOver: ["release", "correct", "correctOwn", "observe"],
  guard: (context) => guardAuthor(context),
  effect: (context, { reason }) => ({
    ...settledAt(context),
    killed: { by: context.side, at: context.time, reason },
  }),
});

/** With the instants at which each side's was out written down, for what the hour alone had let out. */
function settledAt({ data, time, terms }: Context): CommuniqueData {
  const released = terms.parties.flatMap((side) => {
    const at = releasedAt(data, { side, until: time });
    return at === undefined ? [] : [[side, { ...data.released[side], at }] as const];
  });
  return { ...data, released: Object.fromEntries(released) };
}

export const releasingSteps: Readonly<Record<string, Step<CommuniqueData>>> = {
  clearPassage,
  clearVersion,
  schedule,
  hold,
  release,
  reportBreach,
  issue,
  correct,
  correctOwn,
  kill,
};
