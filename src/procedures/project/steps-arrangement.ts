// From an idea to a signed project arrangement: both sign what they intend, one text is tabled after another, each
// side's lawyers, security and export control review it, and both sign the text they have all agreed to.

import { type Step, step } from "../declaration.ts";
import {
  amendBody,
  appointBody,
  instructionBody,
  intentBody,
  kickOffBody,
  proposeBody,
  type ReviewKind,
  reasonBody,
  reviewBody,
  reviewKinds,
  signBody,
  tableBody,
} from "./bodies.ts";
import { type ProjectData, withPlan } from "./data.ts";
import {
  guardAmendment,
  guardInstruction,
  guardIntent,
  guardKickOff,
  guardReview,
  guardSignature,
  guardTabled,
} from "./guards.ts";

const propose = step<ProjectData, typeof proposeBody>({
  from: "opening",
  to: "idea",
  by: "proposer",
  body: proposeBody,
  effect: ({ data, side, digest }, { titles, reference, objective }) => ({
    ...data,
    proposer: side,
    titles,
    references: { [side]: reference },
    objective: { texts: objective, digest: digest(objective) },
  }),
});

const signIntent = step<ProjectData, typeof intentBody>({
  from: ["idea"],
  to: "negotiating",
  by: "both",
  grave: true,
  body: intentBody,
  guard: (context, { objective }) => guardIntent(context, objective),
  effect: ({ data, time }) => ({ ...data, intentAt: time }),
});

const abandon = step<ProjectData, typeof reasonBody>({
  from: ["idea", "negotiating"],
  to: "abandoned",
  by: "either",
  expected: false,
  body: reasonBody,
  prevailsOver: ["signIntent", "signArrangement"],
});

/** A new text takes away what was said of the one before, in whatever order the two arrive. */
const tableArrangement = step<ProjectData, typeof tableBody>({
  from: ["negotiating"],
  to: "same",
  by: "either",
  expected: false,
  body: tableBody,
  prevailsOver: ["signArrangement", "reviewLaw", "reviewSecurity", "reviewExport"],
  guard: (context, body) => guardTabled(context, body),
  effect: ({ data, side, digest }, { arrangement }) => ({
    ...data,
    arrangement: { arrangement, by: side, digest: digest(arrangement) },
    reviews: [],
  }),
});

/** One step for each kind, since each is another office's: lawyers, security, export control. */
const review = (kind: ReviewKind): Step<ProjectData> =>
  step<ProjectData, typeof reviewBody>({
    from: ["negotiating"],
    to: "same",
    by: "either",
    body: reviewBody,
    guard: (context, { arrangement }) => guardReview(context, { kind, arrangement }),
    effect: ({ data, side, time }, body) => ({
      ...data,
      reviews: [...data.reviews, { ...body, kind, by: side, at: time }].sort(byKindAndSide),
    }),
    waits: (data, side) =>
      data.arrangement !== undefined && !data.reviews.some((one) => one.by === side && one.kind === kind),
  });

/** Both nodes keep reviews in one order, whatever order their acts came in. */
function byKindAndSide(a: ProjectData["reviews"][number], b: ProjectData["reviews"][number]): number {
  return reviewKinds.indexOf(a.kind) - reviewKinds.indexOf(b.kind) || (a.by < b.by ? -1 : 1);
}

const signArrangement = step<ProjectData, typeof signBody>({
  from: ["negotiating"],
  to: "signed",
  by: "both",
  grave: true,
  body: signBody,
  guard: (context, { arrangement }) => guardSignature(context, arrangement),
  effect({ data, time, terms }) {
    const arrangement = data.arrangement?.arrangement;
    return arrangement ? { ...withPlan(data, { arrangement, terms }), signedAt: time } : data;
  },
  waits: (data, side) => data.reviews.filter((one) => one.by === side && one.result === "favourable").length === 3,
});

/** A later naming takes the place of the one before. */
const appoint = step<ProjectData, typeof appointBody>({
  from: ["negotiating", "signed", "running", "suspended"],
  to: "same",
  by: "either",
  body: appointBody,
  effect: ({ data, side }, { reference, ...officers }) => ({
    ...data,
    appointed: { ...data.appointed, [side]: officers },
    references: reference === undefined ? data.references : { ...data.references, [side]: reference },
  }),
  waits: (data, side) => data.arrangement !== undefined && data.appointed[side] === undefined,
});

const kickOff = step<ProjectData, typeof kickOffBody>({
  from: ["signed"],
  to: "running",
  by: "both",
  body: kickOffBody,
  guard: (context) => guardKickOff(context),
  effect: ({ data }, { on }) => ({ ...data, begunOn: on }),
});

/** A later edition takes the place of the one before. */
const adoptInstruction = step<ProjectData, typeof instructionBody>({
  from: ["signed", "running", "suspended"],
  to: "same",
  by: "both",
  grave: true,
  body: instructionBody,
  guard: (context, { edition }) => guardInstruction(context, edition),
  effect: ({ data }, body) => ({ ...data, instruction: body }),
  waits: (data) => data.instruction === undefined,
});

/** Both change a signed text together; what was accepted and paid stays. */
const amend = step<ProjectData, typeof amendBody>({
  from: ["signed", "running", "suspended"],
  to: "same",
  by: "both",
  grave: true,
  expected: false,
  body: amendBody,
  guard: (context, body) => guardAmendment(context, body),
  agree: ({ arrangement }) => arrangement,
  effect: ({ data, side, digest, terms }, { arrangement }) => ({
    ...withPlan(data, { arrangement, terms }),
    arrangement: { arrangement, by: side, digest: digest(arrangement) },
  }),
});

export const arrangementSteps: Readonly<Record<string, Step<ProjectData>>> = {
  propose,
  signIntent,
  abandon,
  tableArrangement,
  reviewLaw: review("legal"),
  reviewSecurity: review("security"),
  reviewExport: review("export"),
  signArrangement,
  appoint,
  kickOff,
  adoptInstruction,
  amend,
};
