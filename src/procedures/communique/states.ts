// The states of a communiqué and what is due in each. A joint text goes the long way; one side's own is announced and
// issued, or told of afterwards.

import type { State, StateName } from "../declaration.ts";
import type { CommuniqueData } from "./data.ts";

/** States in which the text is written. */
export const writingStates: readonly StateName[] = ["drafting", "noticed"];

/** What is simultaneous is out at the hour by itself: neither side waits for the other, nor for the link. */
const atTheHour = {
  to: "released",
  at: (data: CommuniqueData) => (data.simultaneous ? data.embargo?.ms : undefined),
};

// Usual amounts are general practice, not law: the annex sets others under `communique.<name>`.
export const communiqueStates: Readonly<Record<StateName, State<CommuniqueData>>> = {
  proposed: { deadlines: [{ name: "answer", owner: "partner", usual: { workingDays: 2 } }] },
  drafting: { deadlines: [{ name: "drafting", owner: "both", usual: { workingDays: 3 } }] },
  clearing: { deadlines: [{ name: "clearance", owner: "both", usual: { hours: 24 } }] },
  cleared: { deadlines: [{ name: "schedule", owner: "both", usual: { hours: 24 } }] },
  scheduled: {
    deadlines: [{ name: "embargo", owner: "both", usual: { hours: 0 }, before: ({ embargo }) => embargo?.ms }],
    lapse: atTheHour,
  },
  releasedByOne: {
    deadlines: [{ name: "secondRelease", owner: "both", usual: { hours: 24 } }],
    lapse: atTheHour,
  },
  released: { settled: true },
  noticed: {
    deadlines: [
      { name: "observations", owner: "partner", usual: { hours: 24 } },
      { name: "intended", owner: "proposer", usual: { hours: 0 }, before: ({ intended }) => intended?.ms },
    ],
  },
  issued: { settled: true },
  declined: { final: true },
  withdrawn: { final: true },
  killed: { final: true },
};
