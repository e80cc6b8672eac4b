// The programme of the day: tabled as the article reports it, then with a length and a movement entered; the clash of
// Salé at 18:00 with Rabat at 18:45, its arithmetic, and the version that resolves it; agreed by both and frozen.

import { posts } from "../posts.ts";
import { programmeVersion } from "../readings.ts";
import { type ActStep, type AttemptStep, both, type Reading, type Scene } from "../step.ts";
import {
  lengthMinutes,
  movementMinutes,
  reportedProgramme,
  shorter,
  shorterMinutes,
  withFigures,
} from "./engagements.ts";

const programme = { procedure: "programme/1", articles: ["6"], dossier: "programme" } as const;

const base = async (reading: Reading): Promise<string> => programmeVersion(reading, "programme");

const table: ActStep = {
  ...programme,
  kind: "act",
  key: "programme.version1",
  step: "tableProgramme",
  side: "MA",
  by: posts.protocolOfficer.MA,
  at: "2021-11-15T09:00:00Z",
  say: "tables version 1: five engagements as the press reported them, two without a time, none with a length",
  body: (reading) => ({ engagements: reportedProgramme(reading), note: "As reported; nothing added." }),
};

const figures: ActStep = {
  ...programme,
  kind: "act",
  key: "programme.version2",
  step: "changeEngagement",
  side: "MA",
  by: posts.protocolOfficer.MA,
  at: "2021-11-15T15:00:00Z",
  say:
    `makes version 2: ${lengthMinutes} minutes at the brigade, ` +
    `${movementMinutes} minutes from Salé to Rabat (demonstration)`,
  body: async (reading) => ({
    base: await base(reading),
    changes: withFigures(),
    reason: "Length and movement entered. Both are demonstration data: the article gives neither.",
  }),
};

const submit = (number: number, at: string): ActStep => ({
  ...programme,
  kind: "act",
  key: `programme.submit${number}`,
  step: "submitProgramme",
  side: "MA",
  by: posts.headOfProtocol.MA,
  at,
  say: `submits version ${number} to be agreed`,
  body: () => ({}),
});

const clash: AttemptStep = {
  ...programme,
  kind: "attempt",
  key: "programme.clash",
  step: "agreeProgramme",
  grave: true,
  side: "MA",
  by: posts.headOfProtocol.MA,
  at: "2021-11-16T09:30:00Z",
  say: "tries to agree to version 2",
  body: async (reading) => ({ version: await base(reading) }),
  refusal: "procedures.programmeClash",
  explain({ gap, length, movement, missing }) {
    const needed = Number(length) + Number(movement);
    return [
      `CLASH  Salé 18:00 to Rabat 18:45: visit ${length} min + movement ${movement} min = ${needed} min ` +
        `against ${gap} min; ${missing} min are missing. Length and movement are demonstration data.`,
    ];
  },
};

const ask: ActStep = {
  ...programme,
  kind: "act",
  key: "programme.request",
  step: "requestChange",
  side: "IL",
  by: posts.protocolOfficer.IL,
  at: "2021-11-16T11:00:00Z",
  say: `asks for ${shorterMinutes} minutes at the brigade, so that both reported times stand`,
  body: async (reading) => ({
    base: await base(reading),
    changes: shorter,
    reason: "The talks at 18:45 cannot move. (Demonstration.)",
  }),
};

const resolve: ActStep = {
  ...programme,
  kind: "act",
  key: "programme.version3",
  step: "changeEngagement",
  side: "MA",
  by: posts.protocolOfficer.MA,
  at: "2021-11-16T14:00:00Z",
  say:
    `makes version 3 as asked: ${shorterMinutes} + ${movementMinutes} = ${shorterMinutes + movementMinutes} minutes ` +
    "against 45, nothing left and nothing missing",
  body: async (reading) => ({
    base: await base(reading),
    changes: shorter,
    reason: "The visit is shortened (demonstration).",
    answers: [1],
  }),
};

const agreement = async (reading: Reading): Promise<unknown> => ({ version: await base(reading) });

const agree = both(
  {
    ...programme,
    key: "programme.agree",
    step: "agreeProgramme",
    grave: true,
    by: posts.headOfProtocol,
    say: "agrees to version 3",
    body: agreement,
  },
  [
    ["MA", "2021-11-17T09:00:00Z"],
    ["IL", "2021-11-17T10:00:00Z"],
  ],
);

const freeze = both(
  {
    ...programme,
    key: "programme.freeze",
    step: "freeze",
    by: posts.headOfProtocol,
    say: "freezes the programme, two days before",
    body: agreement,
  },
  [
    ["MA", "2021-11-22T09:00:00Z"],
    ["IL", "2021-11-22T09:30:00Z"],
  ],
);

export const programmeScene: Scene = {
  title: "The programme of 24 November, its clash, and the version both accept",
  steps: [
    table,
    figures,
    submit(2, "2021-11-16T09:00:00Z"),
    clash,
    ask,
    resolve,
    submit(3, "2021-11-16T15:00:00Z"),
    ...agree,
    ...freeze,
  ],
};
